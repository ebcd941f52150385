#include "page/mhtml.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace salient::page {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return out;
}

struct Split {
    std::string_view head;
    std::string_view body;
};

/// Header fields and what follows the first empty line.
Split split_head(std::string_view part) {
    for (const std::string_view gap : {"\r\n\r\n", "\n\n"}) {
        const std::size_t at = part.find(gap);
        if (at != std::string_view::npos) {
            return {part.substr(0, at), part.substr(at + gap.size())};
        }
    }
    return {part, {}};
}

/// The value of a header field, or of a parameter such as `boundary=`; quotes taken off.
std::string value_behind(std::string_view head, std::string_view name) {
    const std::size_t at = lower(head).find(name);
    if (at == std::string::npos) {
        return {};
    }
    std::string_view rest = head.substr(at + name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (rest.substr(0, 1) == "\"") {
        return std::string(rest.substr(1, rest.find('"', 1) - 1));
    }
    return std::string(rest.substr(0, rest.find_first_of(";\r\n \t")));
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '=') {
            out += text[at++];
            continue;
        }
        if (text.substr(at + 1, 2) == "\r\n") {
            at += 3;
        } else if (text.substr(at + 1, 1) == "\n") {
            at += 2;
        } else if (
            at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 && hex_digit(text[at + 2]) >= 0) {
            out += static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]));
            at += 3;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::string from_base64(std::string_view text) {
    static constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t digit = kDigits.find(c);
        if (digit == std::string_view::npos) {
            continue;
        }
        bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
        }
    }
    return out;
}

SavedPage decode(const Split& part) {
    SavedPage page;
    const std::string encoding = lower(value_behind(part.head, "content-transfer-encoding:"));
    if (encoding == "quoted-printable") {
        page.bytes = from_quoted_printable(part.body);
    } else if (encoding == "base64") {
        page.bytes = from_base64(part.body);
    } else {
        page.bytes = std::string(part.body);
    }
    page.charset = lower(value_behind(part.head, "charset="));
    page.url = value_behind(part.head, "content-location:");
    return page;
}

}  // namespace

std::optional<SavedPage> read_mhtml(std::string_view bytes) {
    const Split whole = split_head(bytes);
    const std::string head = lower(whole.head.substr(0, 4096));
    if (head.find("mime-version:") == std::string::npos
        || head.find("multipart/related") == std::string::npos) {
        return std::nullopt;
    }
    const std::string boundary = "--" + value_behind(whole.head, "boundary=");
    if (boundary.size() < 3) {
        return std::nullopt;
    }
    for (std::size_t at = whole.body.find(boundary); at != std::string_view::npos;) {
        const std::size_t begin = at + boundary.size();
        at = whole.body.find(boundary, begin);
        const std::string_view content =
            whole.body.substr(begin, at == std::string_view::npos ? at : at - begin);
        // The line break behind the boundary is no empty line of the header.
        const std::size_t line_break = content.find('\n');
        if (line_break == std::string_view::npos) {
            continue;
        }
        const Split part = split_head(content.substr(line_break + 1));
        if (lower(part.head).find("text/html") != std::string::npos) {
            return decode(part);
        }
    }
    return std::nullopt;
}

}  // namespace salient::page
