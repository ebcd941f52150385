#include "io/json_text.hpp"

#include "base/utf8.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace salient::io {

namespace {

void append_escape(std::string& out, unsigned value) {
    std::array<char, 8> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "\\u%04x", value);
    out += buffer.data();
}

/// Stands as it is, wherever; the noncharacters U+FFFE and U+FFFF begin with the byte EF.
bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F && byte != 0xEF;
}

void append_character(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
        append_escape(out, byte);
    } else {
        out.push_back(c);
    }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    std::string repaired;
    if (base::find_invalid_utf8(text)) {
        repaired = base::repair_utf8(text);
        text = repaired;
    }
    out.push_back('"');
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t plain = i;
        while (i < text.size() && is_plain(text[i])) {
            ++i;
        }
        out.append(text, plain, i - plain);
        if (i == text.size()) {
            break;
        }
        const std::string_view three = text.substr(i, 3);
        if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
            append_escape(out, three.back() == '\xBE' ? 0xFFFEU : 0xFFFFU);
            i += 2;
            continue;
        }
        append_character(out, text[i]);
    }
    out.push_back('"');
}

std::string number_text(double value) {
    std::string out;
    append_number(out, value);
    return out;
}

void append_number(std::string& out, double value) {
    if (!std::isfinite(value)) {
        return;
    }
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end);
}

void append_count(std::string& out, std::size_t count) {
    std::array<char, 20> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), count).ptr;
    out.append(buffer.data(), end);
}

}  // namespace salient::io
