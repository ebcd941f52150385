#include "io/column_names.hpp"

#include "base/utf8.hpp"
#include "prose/letters.hpp"

namespace salient::io {

namespace {

bool belongs(char32_t c) {
    return prose::is_letter(c) || prose::is_digit(c);
}

}  // namespace

std::string plain_name(std::string_view name) {
    std::string out;
    std::size_t at = 0;
    while (at < name.size()) {
        if (const char32_t c = base::decode_utf8(name, at); belongs(c)) {
            base::append_utf8(out, prose::to_lower(c));
        }
    }
    return out;
}

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words(1);
    char32_t before = 0;
    std::size_t at = 0;
    while (at < name.size()) {
        const char32_t c = base::decode_utf8(name, at);
        const bool is_hump =
            prose::is_upper(c) && prose::is_letter(before) && !prose::is_upper(before);
        if ((!belongs(c) || is_hump) && !words.back().empty()) {
            words.emplace_back();
        }
        if (belongs(c)) {
            base::append_utf8(words.back(), prose::to_lower(c));
        }
        before = c;
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

}  // namespace salient::io
