#include "base/utf8.hpp"
#include "io/file_bytes.hpp"

#include <simdjson.h>
#include <unicode/ucnv.h>

#include <array>
#include <cstdint>

namespace salient::io {

namespace {

bool starts(std::string_view bytes, std::string_view mark) {
    return bytes.substr(0, mark.size()) == mark;
}

std::string converted(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* from = ucnv_open(encoding, &status);
    UConverter* to = ucnv_open("UTF-8", &status);
    std::string out;
    if (U_SUCCESS(status) != 0) {
        std::array<char, 16384> buffer{};
        std::array<UChar, 8192> pivot{};
        UChar* pivot_source = pivot.data();
        UChar* pivot_target = pivot.data();
        const char* source = bytes.data();
        const char* const end = bytes.data() + bytes.size();
        bool reset = true;
        do {
            status = U_ZERO_ERROR;
            char* target = buffer.data();
            ucnv_convertEx(
                to,
                from,
                &target,
                buffer.data() + buffer.size(),
                &source,
                end,
                pivot.data(),
                &pivot_source,
                &pivot_target,
                pivot.data() + pivot.size(),
                static_cast<UBool>(reset ? 1 : 0),
                1,
                &status);
            reset = false;
            out.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
        } while (status == U_BUFFER_OVERFLOW_ERROR);
    }
    ucnv_close(from);
    ucnv_close(to);
    return out;
}

/// UTF-16 without a mark: every second byte of Latin text is zero.
const char* wide_without_mark(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 512);
    if (head.size() < 4 || head.size() % 2 != 0) {
        return nullptr;
    }
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
        even += head[i] == '\0' ? 1U : 0U;
        odd += head[i + 1] == '\0' ? 1U : 0U;
    }
    const std::size_t pairs = head.size() / 2;
    if (odd * 10 > pairs * 7 && even == 0) {
        return "UTF-16LE";
    }
    return even * 10 > pairs * 7 && odd == 0 ? "UTF-16BE" : nullptr;
}

/// In Windows-1251 nearly every byte above 0xC0 is a letter beside other such letters; Western text has single ones.
const char* single_byte_encoding(std::string_view bytes) {
    std::size_t high = 0;
    std::size_t beside = 0;
    bool before = false;
    for (const char c : bytes.substr(0, std::size_t{1} << 20U)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = byte >= 0xC0 || byte == 0xB3 || byte == 0xBF || byte == 0xBA
                            || byte == 0xB2 || byte == 0xAF || byte == 0xAA || byte == 0xB8
                            || byte == 0xA8;
        high += letter ? 1U : 0U;
        beside += letter && before ? 1U : 0U;
        before = letter;
    }
    return beside * 2 >= high ? "windows-1251" : "windows-1252";
}

/// A few damaged bytes among well-formed Unicode text are damage, not another encoding.
bool is_damaged_utf8(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, std::size_t{1} << 20U);
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t i = 0; i < head.size();) {
        const bool ascii = static_cast<unsigned char>(head[i]) < 0x80;
        const std::size_t start = i;
        const char32_t c = base::decode_utf8(head, i);
        if (ascii) {
            continue;
        }
        if (c == base::kReplacementCharacter && i - start == 1) {
            ++bad;
        } else {
            ++good;
        }
    }
    return good > bad;
}

DecodedText owned_text(std::string text, std::string encoding) {
    DecodedText out;
    out.owned = std::make_unique<std::string>(std::move(text));
    out.text = *out.owned;
    out.encoding = std::move(encoding);
    return out;
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
    using namespace std::string_view_literals;
    struct Mark {
        std::string_view bytes;
        const char* encoding;
    };
    static constexpr std::array<Mark, 4> kMarks = {{
        {"\xFF\xFE\0\0"sv, "UTF-32LE"},
        {"\0\0\xFE\xFF"sv, "UTF-32BE"},
        {"\xFF\xFE"sv, "UTF-16LE"},
        {"\xFE\xFF"sv, "UTF-16BE"},
    }};
    for (const Mark& mark : kMarks) {
        if (starts(bytes, mark.bytes)) {
            return owned_text(
                converted(bytes.substr(mark.bytes.size()), mark.encoding),
                mark.encoding);
        }
    }
    if (const char* wide = wide_without_mark(bytes)) {
        return owned_text(converted(bytes, wide), wide);
    }
    if (starts(bytes, "\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
        return {bytes, "UTF-8", false, nullptr};
    }
    if (is_damaged_utf8(bytes)) {
        DecodedText out = owned_text(base::repair_utf8(bytes), "UTF-8");
        out.repaired = true;
        return out;
    }
    const char* encoding = single_byte_encoding(bytes);
    return owned_text(converted(bytes, encoding), encoding);
}

}  // namespace salient::io
