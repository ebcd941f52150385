#include "places/romanise.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace salient::places {
namespace {

enum class Scheme { Kmu2010, UkrainianBgn, RussianBgn, RussianPlain };

constexpr char32_t kFirst = U'а';  // а…я are U+0430…U+044F
constexpr std::array<std::string_view, 32> kUkrainian = {
    "a", "b", "v", "h", "d", "e",  "zh", "z",  "y",  "i",    "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",  "y", "",  "e", "yu", "ya"};
constexpr std::array<std::string_view, 32> kRussian = {
    "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "y",    "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",  "y", "",  "e", "yu", "ya"};

char32_t lower(char32_t c) {
    if (c >= U'А' && c <= U'Я') {
        return c + 0x20;
    }
    if (c >= 0x0400 && c <= 0x040F) {
        return c + 0x50;
    }
    return c == U'Ґ' ? U'ґ' : c;
}

bool is_vowel(char32_t c) {
    return std::u32string_view(U"аеиіоуыэюяїєё").find(c) != std::u32string_view::npos;
}

/// KMU 2010 writes the iotated letters with "y" at the start of a word and with "i" elsewhere.
std::string_view iotated(char32_t c, bool at_start) {
    switch (c) {
        case U'є':
            return at_start ? "ye" : "ie";
        case U'ї':
            return at_start ? "yi" : "i";
        case U'й':
            return at_start ? "y" : "i";
        case U'ю':
            return at_start ? "yu" : "iu";
        default:
            return at_start ? "ya" : "ia";
    }
}

std::string_view ukrainian(char32_t c, char32_t previous, bool at_start, Scheme scheme) {
    if (c == U'г' && previous == U'з') {
        return "gh";
    }
    const bool is_iotated = std::u32string_view(U"єїйюя").find(c) != std::u32string_view::npos;
    if (scheme == Scheme::Kmu2010 && is_iotated) {
        return iotated(c, at_start);
    }
    switch (c) {
        case U'є':
            return "ye";
        case U'ї':
            return "yi";
        case U'й':
            return "y";
        case U'і':
            return "i";
        case U'ґ':
            return "g";
        case U'ё':
            return "yo";
        default:
            return c >= kFirst && c <= U'я' ? kUkrainian[c - kFirst] : std::string_view();
    }
}

std::string_view russian(char32_t c, char32_t previous, bool at_start, Scheme scheme) {
    if (c == U'е' && scheme == Scheme::RussianBgn
        && (at_start || is_vowel(previous) || previous == U'ь' || previous == U'ъ')) {
        return "ye";
    }
    switch (c) {
        case U'ё':
            return scheme == Scheme::RussianBgn ? "yo" : "e";
        case U'і':
            return "i";
        case U'ї':
            return "yi";
        case U'є':
            return "ye";
        case U'ґ':
            return "g";
        default:
            return c >= kFirst && c <= U'я' ? kRussian[c - kFirst] : std::string_view();
    }
}

bool is_cyrillic(char32_t c) {
    return c >= 0x0400 && c <= 0x052F;
}

std::string romanise_with(std::string_view name, Scheme scheme) {
    std::string out;
    char32_t previous = U' ';
    std::size_t offset = 0;
    while (offset < name.size()) {
        const char32_t original = base::decode_utf8(name, offset);
        const char32_t c = lower(original);
        const bool at_start = previous == U' ' || previous == U'-';
        if (!is_cyrillic(c)) {
            base::append_utf8(out, original);
            previous = c;
            continue;
        }
        const bool is_ukrainian = scheme == Scheme::Kmu2010 || scheme == Scheme::UkrainianBgn;
        std::string latin(
            is_ukrainian ? ukrainian(c, previous, at_start, scheme)
                         : russian(c, previous, at_start, scheme));
        if (original != c && !latin.empty()) {
            latin.front() = static_cast<char>(latin.front() - 'a' + 'A');
        }
        out += latin;
        previous = c;
    }
    return out;
}

}  // namespace

std::vector<std::string> romanise(std::string_view name) {
    std::vector<std::string> out;
    for (const Scheme scheme :
         {Scheme::Kmu2010, Scheme::UkrainianBgn, Scheme::RussianBgn, Scheme::RussianPlain}) {
        std::string latin = romanise_with(name, scheme);
        if (!latin.empty() && std::find(out.begin(), out.end(), latin) == out.end()) {
            out.push_back(std::move(latin));
        }
    }
    return out;
}

}  // namespace salient::places
