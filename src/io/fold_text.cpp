#include "io/fold_text.hpp"

#include "base/utf8.hpp"
#include "prose/letters.hpp"

#include <array>

namespace salient::io {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// No-break, narrow, thin and ideographic blanks, the byte order mark, zero-width and direction marks.
constexpr std::array<std::string_view, 11> kWideBlanks = {
    "\u00A0",
    "\u2002",
    "\u2003",
    "\u2007",
    "\u2009",
    "\u200B",
    "\u200E",
    "\u200F",
    "\u202F",
    "\u3000",
    "\uFEFF"};

bool drop_front(std::string_view& text) {
    if (is_blank(text.front())) {
        text.remove_prefix(1);
        return true;
    }
    if (static_cast<unsigned char>(text.front()) < 0xC2U) {
        return false;
    }
    for (const std::string_view blank : kWideBlanks) {
        if (text.starts_with(blank)) {
            text.remove_prefix(blank.size());
            return true;
        }
    }
    return false;
}

bool drop_back(std::string_view& text) {
    if (is_blank(text.back())) {
        text.remove_suffix(1);
        return true;
    }
    if (static_cast<unsigned char>(text.back()) < 0x80U) {
        return false;
    }
    for (const std::string_view blank : kWideBlanks) {
        if (text.ends_with(blank)) {
            text.remove_suffix(blank.size());
            return true;
        }
    }
    return false;
}

bool has_no_width(char32_t c) {
    return c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F)
           || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069);
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const char32_t c = base::decode_utf8(text, at);
        if (has_no_width(c)) {
            continue;
        }
        base::append_utf8(out, prose::is_space(c) ? U' ' : prose::to_lower(c));
    }
    return out;
}

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && drop_front(text)) {
    }
    while (!text.empty() && drop_back(text)) {
    }
    return text;
}

}  // namespace salient::io
