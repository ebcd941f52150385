#include "base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace salient::base {

namespace {

unsigned char byte_at(std::string_view text, std::size_t index) {
    return static_cast<unsigned char>(text[index]);
}

struct Lead {
    std::size_t length = 0;  // 0: not a lead byte
    char32_t bits = 0;
    unsigned char second_min = 0x80;
    unsigned char second_max = 0xBF;
};

// Unicode 15, table 3-7: the range of the second byte excludes overlong forms and surrogates.
Lead classify(unsigned char lead) {
    if (lead < 0x80) {
        return {1, lead};
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return {2, static_cast<char32_t>(lead & 0x1F)};
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const auto low = static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80);
        const auto high = static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF);
        return {3, static_cast<char32_t>(lead & 0x0F), low, high};
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const auto low = static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80);
        const auto high = static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF);
        return {4, static_cast<char32_t>(lead & 0x07), low, high};
    }
    return {};
}

std::optional<char32_t> decode_strict(std::string_view text, std::size_t& offset) {
    // Accented and Cyrillic letters: most of what is not ASCII.
    if (const unsigned char first = byte_at(text, offset);
        first >= 0xC2 && first <= 0xDF && offset + 1 < text.size()
        && (byte_at(text, offset + 1) & 0xC0U) == 0x80U) {
        offset += 2;
        return ((first & 0x1FU) << 6U) | (byte_at(text, offset - 1) & 0x3FU);
    }
    const Lead lead = classify(byte_at(text, offset));
    if (lead.length == 0 || offset + lead.length > text.size()) {
        return std::nullopt;
    }
    char32_t value = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const unsigned char next = byte_at(text, offset + i);
        const unsigned char low = i == 1 ? lead.second_min : 0x80;
        const unsigned char high = i == 1 ? lead.second_max : 0xBF;
        if (next < low || next > high) {
            return std::nullopt;
        }
        value = (value << 6U) | (next & 0x3FU);
    }
    offset += lead.length;
    return value;
}

/// Behind the ASCII characters that begin at `offset`, looked at eight at a time.
std::size_t behind_ascii(std::string_view text, std::size_t offset) {
    static constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    for (; offset + sizeof(std::uint64_t) <= text.size(); offset += sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + offset, sizeof eight);
        if ((eight & kHighBits) != 0) {
            break;
        }
    }
    while (offset < text.size() && byte_at(text, offset) < 0x80) {
        ++offset;
    }
    return offset;
}

bool steers_terminal(char32_t c) {
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F)
           || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

char32_t decode_utf8(std::string_view text, std::size_t& offset) {
    if (const auto value = decode_strict(text, offset)) {
        return *value;
    }
    ++offset;
    return kReplacementCharacter;
}

void append_utf8(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        c = kReplacementCharacter;
    }
    const auto push = [&](char32_t bits) { out.push_back(static_cast<char>(bits)); };
    if (c < 0x80) {
        push(c);
    } else if (c < 0x800) {
        push(0xC0 | (c >> 6U));
        push(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        push(0xE0 | (c >> 12U));
        push(0x80 | ((c >> 6U) & 0x3F));
        push(0x80 | (c & 0x3F));
    } else {
        push(0xF0 | (c >> 18U));
        push(0x80 | ((c >> 12U) & 0x3F));
        push(0x80 | ((c >> 6U) & 0x3F));
        push(0x80 | (c & 0x3F));
    }
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        if (byte_at(text, offset) < 0x80) {
            offset = behind_ascii(text, offset);
        } else if (!decode_strict(text, offset)) {
            return offset;
        }
    }
    return std::nullopt;
}

std::string repair_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        append_utf8(out, decode_utf8(text, offset));
    }
    return out;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        if (byte_at(text, offset) < 0x80) {
            const std::size_t end = behind_ascii(text, offset);
            count += end - offset;
            offset = end;
        } else {
            (void)decode_utf8(text, offset);
            ++count;
        }
    }
    return count;
}

std::string printable(std::string_view text) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = decode_utf8(text, offset);
        if (!steers_terminal(c)) {
            append_utf8(out, c);
            continue;
        }
        out += "\\u{";
        for (int shift = c > 0xFF ? 12 : 4; shift >= 0; shift -= 4) {
            out.push_back(kHex[(c >> static_cast<unsigned>(shift)) & 0xFU]);
        }
        out.push_back('}');
    }
    return out;
}

}  // namespace salient::base
