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

/// The name behind `charset=` in the first bytes, or empty.
std::string declared_charset(std::string_view bytes) {
    const std::string head = lower_head(bytes);
    const std::size_t at = head.find("charset=");
    if (at == std::string::npos) {
        return {};
    }
    std::size_t begin = at + 8;
    while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'')) {
        ++begin;
    }
    std::size_t end = begin;
    while (end < head.size()
           && (std::isalnum(static_cast<unsigned char>(head[end])) != 0 || head[end] == '-'
               || head[end] == '_')) {
        ++end;
    }
    return head.substr(begin, end - begin);
}

/// Cyrillic in Windows-1251 is mostly bytes from 0xC0; accented Latin in 1252 is rare among ASCII letters.
bool looks_cyrillic(std::string_view bytes) {
    std::size_t high = 0;
    std::size_t letters = 0;
    for (const char c : bytes.substr(0, 100'000)) {
        const auto byte = static_cast<unsigned char>(c);
        high += byte >= 0xC0 ? 1U : 0U;
        letters += std::isalpha(byte) != 0 ? 1U : 0U;
    }
    return high > 20 && high * 3 > letters;
}

Decoded with_charset(std::string_view bytes, const std::string& charset) {
    if (auto text = convert(bytes, charset)) {
        const bool repaired = text->find("\xEF\xBF\xBD") != std::string::npos;
        return {base::repair_utf8(*text), charset, repaired};
    }
    return {base::repair_utf8(bytes), "UTF-8", true};
}

}  // namespace

Decoded decode_page(std::string_view bytes) {
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
        bytes.remove_prefix(3);
    } else if (bytes.substr(0, 2) == "\xFF\xFE") {
        return with_charset(bytes.substr(2), "UTF-16LE");
    } else if (bytes.substr(0, 2) == "\xFE\xFF") {
        return with_charset(bytes.substr(2), "UTF-16BE");
    }
    if (!base::find_invalid_utf8(bytes)) {
        return {std::string(bytes), "UTF-8", false};
    }
    const std::string declared = declared_charset(bytes);
    if (!declared.empty() && declared != "utf-8" && declared != "utf8") {
        return with_charset(bytes, declared);
    }
    if (!declared.empty()) {
        return {base::repair_utf8(bytes), "UTF-8", true};
    }
    if (looks_cyrillic(bytes)) {
        return with_charset(bytes, "windows-1251");
    }
    return with_charset(bytes, "windows-1252");
}

}  // namespace salient::page
