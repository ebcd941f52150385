#include "page/charset.hpp"

#include "base/utf8.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace salient::page {

namespace {

constexpr std::size_t kHeadBytes =
    4096;  // where a charset is declared (HTML standard: the first 1024)

std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 0x3FFFFFFF));
    const std::int32_t needed =
        ucnv_convert("UTF-8", charset.c_str(), nullptr, 0, bytes.data(), length, &status);
    if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(status)) {
        return std::nullopt;
    }
    std::string out(static_cast<std::size_t>(needed), '\0');
    status = U_ZERO_ERROR;
    ucnv_convert("UTF-8", charset.c_str(), out.data(), needed, bytes.data(), length, &status);
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    return out;
}

std::string lower_head(std::string_view bytes) {
    std::string head(bytes.substr(0, kHeadBytes));
    std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return head;
}

bool is_name_char(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

/// The name behind `charset=`, or `encoding=` of an XML declaration, in the first bytes; or empty.
std::string declared_charset(std::string_view bytes) {
    const std::string head = lower_head(bytes);
    std::size_t begin = head.find("charset=");
    if (begin != std::string::npos) {
        begin += 8;
    } else if (head.compare(0, 5, "<?xml") == 0 && head.find("encoding=") != std::string::npos) {
        begin = head.find("encoding=") + 9;
    } else {
        return {};
    }
    while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'')) {
        ++begin;
    }
    std::size_t end = begin;
    while (end < head.size() && is_name_char(head[end])) {
        ++end;
    }
    return head.substr(begin, end - begin);
}

/// Cyrillic in one byte a letter is mostly bytes from 0xC0; accented Latin in 1252 is rare among ASCII letters.
/// Most letters are small ones: those are 0xE0 to 0xFF in Windows-1251 and 0xC0 to 0xDF in KOI8.
std::string charset_by_letters(std::string_view bytes) {
    std::size_t low_half = 0;   // 0xC0 to 0xDF
    std::size_t high_half = 0;  // 0xE0 to 0xFF
    std::size_t letters = 0;
    for (const char c : bytes.substr(0, 100'000)) {
        const auto byte = static_cast<unsigned char>(c);
        low_half += byte >= 0xC0 && byte < 0xE0 ? 1U : 0U;
        high_half += byte >= 0xE0 ? 1U : 0U;
        letters += std::isalpha(byte) != 0 ? 1U : 0U;
    }
    const std::size_t high = low_half + high_half;
    if (high <= 20 || high * 3 <= letters) {
        return "windows-1252";
    }
    return low_half > high_half ? "KOI8-U" : "windows-1251";
}

/// Without a byte order mark: every other byte is the zero or four of a Latin or Cyrillic letter's high half.
std::string utf16_by_zeros(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, kHeadBytes & ~std::size_t{1});
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
        even += head[i] == '\0' || head[i] == '\4' ? 1U : 0U;
        odd += head[i + 1] == '\0' || head[i + 1] == '\4' ? 1U : 0U;
    }
    const std::size_t pairs = head.size() / 2;
    if (pairs < 8 || (even * 10 < pairs * 9 && odd * 10 < pairs * 9)
        || (even * 4 > pairs && odd * 4 > pairs)) {
        return {};
    }
    return odd > even ? "UTF-16LE" : "UTF-16BE";
}

Decoded with_charset(std::string_view bytes, const std::string& charset) {
    if (auto text = convert(bytes, charset)) {
        const bool repaired = text->find("\xEF\xBF\xBD") != std::string::npos;
        return {base::repair_utf8(*text), charset, repaired};
    }
    return {base::repair_utf8(bytes), "UTF-8", true};
}

}  // namespace

Decoded decode_page(std::string_view bytes, std::string_view declared) {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
        bytes.remove_prefix(3);
        return {base::repair_utf8(bytes), "UTF-8", base::find_invalid_utf8(bytes).has_value()};
    }
    if (bytes.substr(0, 2) == "\xFF\xFE") {
        return with_charset(bytes.substr(2), "UTF-16LE");
    }
    if (bytes.substr(0, 2) == "\xFE\xFF") {
        return with_charset(bytes.substr(2), "UTF-16BE");
    }
    if (const std::string utf16 = utf16_by_zeros(bytes); !utf16.empty()) {
        return with_charset(bytes, utf16);
    }
    if (!base::find_invalid_utf8(bytes)) {
        return {std::string(bytes), "UTF-8", false};
    }
    std::string name(declared);
    if (name.empty()) {
        name = declared_charset(bytes);
    }
    // A declaration that could be read as bytes is not in UTF-16, whatever it says.
    if (name.empty() || name.compare(0, 6, "utf-16") == 0) {
        return with_charset(bytes, charset_by_letters(bytes));
    }
    if (name == "utf-8" || name == "utf8") {
        return {base::repair_utf8(bytes), "UTF-8", true};
    }
    return with_charset(bytes, name);
}

bool looks_binary(std::string_view bytes) {
    static constexpr std::array<std::string_view, 8> kSignatures = {
        "%PDF-",
        "\x89PNG",
        "\xFF\xD8\xFF",
        "GIF8",
        "PK\x03\x04",
        "\x7F"
        "ELF",
        "\x1F\x8B",
        "SQLite f"};
    for (const std::string_view signature : kSignatures) {
        if (bytes.substr(0, signature.size()) == signature) {
            return true;
        }
    }
    if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF"
        || !utf16_by_zeros(bytes).empty()) {
        return false;
    }
    const std::string lower = lower_head(bytes);
    if (lower.find("<!doctype html") != std::string::npos
        || lower.find("<html") != std::string::npos) {
        return false;
    }
    const std::string_view head = bytes.substr(0, kHeadBytes);
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    });
    return static_cast<std::size_t>(controls) * 50 > head.size();
}

}  // namespace salient::page
