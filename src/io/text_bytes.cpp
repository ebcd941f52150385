#include "io/text_bytes.hpp"

#include "base/resources.hpp"
#include "base/utf8.hpp"

#include <libdeflate.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace salient::io {

namespace {

struct DecompressorDeleter {
    void operator()(libdeflate_decompressor* decompressor) const {
        libdeflate_free_decompressor(decompressor);
    }
};

bool is_gzip(std::string_view bytes) {
    return bytes.size() > 18 && bytes.substr(0, 2) == "\x1F\x8B";
}

base::Result<std::string>
gunzip(const std::string& packed, const std::string& path, std::uint64_t max_bytes) {
    const std::unique_ptr<libdeflate_decompressor, DecompressorDeleter> decompressor(
        libdeflate_alloc_decompressor());
    std::string out;
    std::uint64_t room =
        std::min<std::uint64_t>(max_bytes, std::max<std::uint64_t>(packed.size() * 4, 1 << 16));
    for (;;) {
        out.resize(room);
        std::size_t written = 0;
        const libdeflate_result result = libdeflate_gzip_decompress(
            decompressor.get(),
            packed.data(),
            packed.size(),
            out.data(),
            out.size(),
            &written);
        if (result == LIBDEFLATE_SUCCESS) {
            out.resize(written);
            return out;
        }
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE) {
            return base::Error{
                base::ErrorCode::BadFormat,
                "Expected gzip data, the file is damaged",
                path};
        }
        if (room >= max_bytes) {
            return base::Error{
                base::ErrorCode::LimitExceeded,
                "The file unpacks to more than " + std::to_string(max_bytes)
                    + " bytes; --max-bytes raises the limit",
                path};
        }
        room = std::min<std::uint64_t>(max_bytes, room * 4);
    }
}

std::optional<std::string> convert(std::string_view bytes, const char* charset) {
    UErrorCode status = U_ZERO_ERROR;
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 0x3FFFFFFF));
    const std::int32_t needed =
        ucnv_convert("UTF-8", charset, nullptr, 0, bytes.data(), length, &status);
    if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(status)) {
        return std::nullopt;
    }
    std::string out(static_cast<std::size_t>(needed), '\0');
    status = U_ZERO_ERROR;
    ucnv_convert("UTF-8", charset, out.data(), needed, bytes.data(), length, &status);
    return U_FAILURE(status) ? std::nullopt : std::optional(std::move(out));
}

/// UTF-16 without a mark: every second byte of its Latin and digits is NUL.
const char* utf16_by_nuls(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 512);
    std::array<std::size_t, 2> nuls = {0, 0};
    for (std::size_t i = 0; i < head.size(); ++i) {
        nuls.at(i % 2) += head[i] == '\0' ? 1U : 0U;
    }
    const std::size_t half = head.size() / 2;
    if (half >= 4 && nuls[1] * 10 > half * 6 && nuls[0] * 10 < half) {
        return "UTF-16LE";
    }
    if (half >= 4 && nuls[0] * 10 > half * 6 && nuls[1] * 10 < half) {
        return "UTF-16BE";
    }
    return nullptr;
}

/// Windows-1251 writes whole words above 0xC0; Windows-1252 single accents.
const char* code_page(std::string_view bytes) {
    std::size_t runs = 0;
    std::size_t singles = 0;
    std::size_t length = 0;
    for (const char c : bytes.substr(0, 200'000)) {
        if (static_cast<unsigned char>(c) >= 0xC0) {
            ++length;
            continue;
        }
        runs += length >= 3 ? 1U : 0U;
        singles += length > 0 && length < 3 ? 1U : 0U;
        length = 0;
    }
    return runs > singles / 2 && runs > 0 ? "windows-1251" : "windows-1252";
}

Text converted(
    std::string_view bytes,
    const char* charset,
    const std::string& path,
    base::Diagnostics& diagnostics) {
    if (auto text = convert(bytes, charset)) {
        return {base::repair_utf8(*text), charset};
    }
    diagnostics.warn(
        "encoding.invalid",
        std::string("The text is not valid ") + charset + "; bad bytes were replaced",
        path);
    return {base::repair_utf8(bytes), "UTF-8"};
}

/// Mostly UTF-8 with a few bad bytes, rather than another encoding.
bool nearly_utf8(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t at = 0; at < std::min<std::size_t>(bytes.size(), 200'000);) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t before = at;
        const bool replaced =
            base::decode_utf8(bytes, at) == base::kReplacementCharacter && at == before + 1;
        ++(replaced ? bad : good);
    }
    return good > bad;
}

}  // namespace

base::Result<std::string> read_bytes(const std::string& path, std::uint64_t max_bytes) {
    auto bytes = base::read_file(path, max_bytes);
    if (!bytes || !is_gzip(*bytes)) {
        return bytes;
    }
    return gunzip(*bytes, path, max_bytes);
}

base::Result<Text>
read_text(const std::string& path, std::uint64_t max_bytes, base::Diagnostics& diagnostics) {
    auto bytes = read_bytes(path, max_bytes);
    if (!bytes) {
        return bytes.error();
    }
    std::string_view view = *bytes;
    if (view.empty()) {
        return base::Error{base::ErrorCode::BadFormat, "Expected data, the file is empty", path};
    }
    if (view.substr(0, 3) == "\xEF\xBB\xBF") {
        view.remove_prefix(3);
    } else if (view.substr(0, 2) == "\xFF\xFE") {
        return converted(view.substr(2), "UTF-16LE", path, diagnostics);
    } else if (view.substr(0, 2) == "\xFE\xFF") {
        return converted(view.substr(2), "UTF-16BE", path, diagnostics);
    }
    if (const char* utf16 = utf16_by_nuls(view)) {
        return converted(view, utf16, path, diagnostics);
    }
    if (!base::find_invalid_utf8(view)) {
        return Text{std::string(view), "UTF-8"};
    }
    if (nearly_utf8(view)) {
        diagnostics.warn(
            "encoding.invalid",
            "The text is not valid UTF-8; bad bytes were replaced",
            path + "@" + std::to_string(*base::find_invalid_utf8(view)));
        return Text{base::repair_utf8(view), "UTF-8"};
    }
    return converted(view, code_page(view), path, diagnostics);
}

}  // namespace salient::io
