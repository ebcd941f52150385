#include "io/png.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>

namespace salient::io {

namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1A\n", 8);
constexpr int kMaxSide = 16384;
constexpr int kCompressionLevel = 3;  // measured: larger levels cost twice the time for 5 % less

struct CompressorDeleter {
    void operator()(libdeflate_compressor* compressor) const {
        libdeflate_free_compressor(compressor);
    }
};
struct DecompressorDeleter {
    void operator()(libdeflate_decompressor* decompressor) const {
        libdeflate_free_decompressor(decompressor);
    }
};

void append_u32(std::string& out, std::uint32_t value) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        out.push_back(static_cast<char>((value >> shift) & 0xFFU));
    }
}

std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

void append_chunk(std::string& out, std::string_view type, std::string_view data) {
    append_u32(out, static_cast<std::uint32_t>(data.size()));
    const std::size_t start = out.size();
    out += type;
    out += data;
    append_u32(out, libdeflate_crc32(0, out.data() + start, out.size() - start));
}

bool is_opaque(const Image& image) {
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) {
        if (image.rgba[i] != 255) {
            return false;
        }
    }
    return true;
}

/// Filter type 2 (Up) for every row but the first: maps have much the same row below.
std::string filtered_rows(const Image& image, std::size_t channels) {
    const auto width = static_cast<std::size_t>(image.width);
    const auto height = static_cast<std::size_t>(image.height);
    std::string rows;
    rows.resize((width * channels + 1) * height);
    auto* out = reinterpret_cast<std::uint8_t*>(rows.data());
    for (std::size_t y = 0; y < height; ++y) {
        const std::uint8_t* row = image.rgba.data() + y * width * 4;
        const std::uint8_t* above = y > 0 ? row - width * 4 : nullptr;
        *out++ = above != nullptr ? 2 : 0;
        for (std::size_t x = 0; x < width; ++x) {
            for (std::size_t c = 0; c < channels; ++c) {
                const std::uint8_t value = row[x * 4 + c];
                *out++ =
                    above != nullptr ? static_cast<std::uint8_t>(value - above[x * 4 + c]) : value;
            }
        }
    }
    return rows;
}

std::string compress(std::string_view bytes) {
    const std::unique_ptr<libdeflate_compressor, CompressorDeleter> compressor(
        libdeflate_alloc_compressor(kCompressionLevel));
    std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(
        compressor.get(),
        bytes.data(),
        bytes.size(),
        out.data(),
        out.size()));
    return out;
}

struct Chunk {
    std::string_view type;
    std::string_view data;
};

/// All chunks up to IEND, or nothing when the file is damaged.
std::optional<std::vector<Chunk>> split_chunks(std::string_view bytes) {
    if (bytes.substr(0, 8) != kSignature) {
        return std::nullopt;
    }
    std::vector<Chunk> chunks;
    std::size_t at = 8;
    while (at + 12 <= bytes.size()) {
        const std::size_t length = read_u32(bytes, at);
        if (length > bytes.size() - at - 12) {
            return std::nullopt;
        }
        const std::string_view body = bytes.substr(at + 4, length + 4);
        if (libdeflate_crc32(0, body.data(), body.size()) != read_u32(bytes, at + 8 + length)) {
            return std::nullopt;
        }
        chunks.push_back({body.substr(0, 4), body.substr(4)});
        if (chunks.back().type == "IEND") {
            return chunks;
        }
        at += length + 12;
    }
    return std::nullopt;
}

base::Error bad_png(const char* what) {
    return {base::ErrorCode::BadFormat, std::string("Expected a PNG picture, ") + what, ""};
}

std::uint8_t paeth(int left, int up, int corner) {
    const int guess = left + up - corner;
    const int to_left = std::abs(guess - left);
    const int to_up = std::abs(guess - up);
    const int to_corner = std::abs(guess - corner);
    if (to_left <= to_up && to_left <= to_corner) {
        return static_cast<std::uint8_t>(left);
    }
    return static_cast<std::uint8_t>(to_up <= to_corner ? up : corner);
}

/// Undoes the filters in place. @return false when a row names a filter that does not exist
bool unfilter(
    std::vector<std::uint8_t>& rows,
    std::size_t row_bytes,
    std::size_t channels,
    std::size_t height) {
    const std::size_t stride = row_bytes + 1;
    for (std::size_t y = 0; y < height; ++y) {
        const std::uint8_t filter = rows[y * stride];
        if (filter > 4) {
            return false;
        }
        for (std::size_t i = 0; i < row_bytes; ++i) {
            const std::size_t at = y * stride + 1 + i;
            const int left = i >= channels ? rows[at - channels] : 0;
            const int up = y > 0 ? rows[at - stride] : 0;
            const int corner = y > 0 && i >= channels ? rows[at - stride - channels] : 0;
            const std::array<int, 5> guesses =
                {0, left, up, (left + up) / 2, paeth(left, up, corner)};
            rows[at] = static_cast<std::uint8_t>(rows[at] + guesses.at(filter));
        }
    }
    return true;
}

}  // namespace

base::Result<std::string> encode_png(const Image& image, const Metadata& metadata) {
    const std::size_t pixels = static_cast<std::size_t>(std::max(0, image.width))
                               * static_cast<std::size_t>(std::max(0, image.height));
    if (pixels == 0 || image.rgba.size() != pixels * 4) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected a picture with pixels for its size",
            ""};
    }
    const bool opaque = is_opaque(image);
    std::string out(kSignature);
    std::string header;
    append_u32(header, static_cast<std::uint32_t>(image.width));
    append_u32(header, static_cast<std::uint32_t>(image.height));
    header += {8, static_cast<char>(opaque ? 2 : 6), 0, 0, 0};
    append_chunk(out, "IHDR", header);
    for (const auto& [key, value] : metadata) {
        append_chunk(out, "iTXt", key.substr(0, 79) + std::string(5, '\0') + value);
    }
    append_chunk(out, "IDAT", compress(filtered_rows(image, opaque ? 3 : 4)));
    append_chunk(out, "IEND", "");
    return out;
}

base::Result<Image> decode_png(std::string_view bytes) {
    const auto chunks = split_chunks(bytes);
    if (!chunks || chunks->empty() || chunks->front().type != "IHDR"
        || chunks->front().data.size() != 13) {
        return bad_png("found something else or a damaged file");
    }
    const std::string_view header = chunks->front().data;
    const std::uint32_t width = read_u32(header, 0);
    const std::uint32_t height = read_u32(header, 4);
    const bool known = header[8] == 8 && (header[9] == 2 || header[9] == 6) && header[12] == 0;
    if (!known) {
        return bad_png("found a kind that is not read here (8-bit RGB and RGBA are)");
    }
    if (width < 1 || height < 1 || width > kMaxSide || height > kMaxSide) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "Expected a picture of at most 16384 pixels a side",
            ""};
    }
    const std::size_t channels = header[9] == 2 ? 3 : 4;
    std::string packed;
    for (const Chunk& chunk : *chunks) {
        if (chunk.type == "IDAT") {
            packed += chunk.data;
        }
    }
    const std::size_t row_bytes = width * channels;
    std::vector<std::uint8_t> rows((row_bytes + 1) * height);
    const std::unique_ptr<libdeflate_decompressor, DecompressorDeleter> decompressor(
        libdeflate_alloc_decompressor());
    if (libdeflate_zlib_decompress(
            decompressor.get(),
            packed.data(),
            packed.size(),
            rows.data(),
            rows.size(),
            nullptr)
            != LIBDEFLATE_SUCCESS
        || !unfilter(rows, row_bytes, channels, height)) {
        return bad_png("its pixels are damaged");
    }
    Image image{static_cast<int>(width), static_cast<int>(height), {}};
    image.rgba.reserve(static_cast<std::size_t>(width) * height * 4);
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            const std::uint8_t* pixel = rows.data() + y * (row_bytes + 1) + 1 + x * channels;
            image.rgba.insert(
                image.rgba.end(),
                {pixel[0], pixel[1], pixel[2], channels == 4 ? pixel[3] : std::uint8_t{255}});
        }
    }
    return image;
}

base::Result<Metadata> png_metadata(std::string_view bytes) {
    const auto chunks = split_chunks(bytes);
    if (!chunks) {
        return bad_png("found something else or a damaged file");
    }
    Metadata out;
    for (const Chunk& chunk : *chunks) {
        const std::size_t key_end = chunk.data.find('\0');
        if (chunk.type == "iTXt" && key_end != std::string_view::npos
            && chunk.data.size() >= key_end + 5) {
            out.emplace_back(chunk.data.substr(0, key_end), chunk.data.substr(key_end + 5));
        }
    }
    return out;
}

}  // namespace salient::io
