#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Looks at many bytes of JSON at once.
/// @source the bitmaps of simdjson (G. Langdale, D. Lemire, 2019)
namespace salient::io {

inline constexpr std::size_t kJsonBlock = 64;

/// Where the bytes that decide stand in a block: bit i for its byte i.
struct JsonBlock {
    std::uint64_t quotes = 0;
    std::uint64_t backslashes = 0;
    std::uint64_t opening = 0;  ///< { and [
    std::uint64_t closing = 0;  ///< } and ]
};

/// @param bytes  kJsonBlock of them
[[nodiscard]] inline JsonBlock json_block(const char* bytes) {
    constexpr char case_bit = 0x20;  // the only one by which [ and {, ] and } differ
    JsonBlock block;
#if defined(__SSE2__)
    constexpr std::size_t lane = 16;
    for (std::size_t at = 0; at < kJsonBlock; at += lane) {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): how the instruction takes its address
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
        const __m128i folded = _mm_or_si128(text, _mm_set1_epi8(case_bit));
        const auto equal = [at](__m128i values, char c) {
            const int bits = _mm_movemask_epi8(_mm_cmpeq_epi8(values, _mm_set1_epi8(c)));
            return static_cast<std::uint64_t>(static_cast<std::uint32_t>(bits)) << at;
        };
        block.quotes |= equal(text, '"');
        block.backslashes |= equal(text, '\\');
        block.opening |= equal(folded, '{');
        block.closing |= equal(folded, '}');
    }
#else
    for (std::size_t i = 0; i < kJsonBlock; ++i) {
        const char folded = static_cast<char>(bytes[i] | case_bit);
        block.quotes |= std::uint64_t{bytes[i] == '"'} << i;
        block.backslashes |= std::uint64_t{bytes[i] == '\\'} << i;
        block.opening |= std::uint64_t{folded == '{'} << i;
        block.closing |= std::uint64_t{folded == '}'} << i;
    }
#endif
    return block;
}

/// Bit i is set when an odd number of the bits up to i, itself among them, are set: from quotes, what stands inside strings.
[[nodiscard]] constexpr std::uint64_t odd_so_far(std::uint64_t bits) {
    for (unsigned shift = 1; shift < kJsonBlock; shift *= 2) {
        bits ^= bits << shift;
    }
    return bits;
}

}  // namespace salient::io
