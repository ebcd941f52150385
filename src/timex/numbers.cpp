#include "timex/reader.hpp"

#include <charconv>

namespace salient::timex {

namespace {

constexpr std::size_t kMaxNumberWords = 8;

bool is_group_mark(std::string_view text) {
    return text == "," || text == "\u00A0" || text == "\u202F" || text == "\u2009";
}

/// "1,053" and "31 153" with narrow spaces; nullopt for decimals and dates.
std::optional<int> grouped(std::string_view text) {
    int value = 0;
    std::size_t in_group = 0;
    std::size_t groups = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + (text[at] - '0');
            ++in_group;
            ++at;
        } else {
            const std::size_t width =
                text[at] == ',' ? 1 : (static_cast<unsigned char>(text[at]) == 0xC2 ? 2 : 3);
            if (!is_group_mark(text.substr(at, width)) || in_group > 3
                || (groups > 0 && in_group != 3)) {
                return std::nullopt;
            }
            ++groups;
            in_group = 0;
            at += width;
        }
    }
    return groups > 0 && in_group == 3 ? std::optional(value) : std::nullopt;
}

bool is_ordinal_suffix(const Reader& in, std::size_t i) {
    return in.is_one_of(
        i,
        "st nd rd th го ого ий й е є а я му ому у ю ї ої им м та ті х их ый ая ое ые");
}

/// Whether a number word may stand behind what was read so far: "twenty" + "four", "two" + "hundred".
bool may_follow(int current, int value) {
    if (value >= 100) {
        return current % 100 != 0 ? current < 100 : current == 0;
    }
    if (value >= 20 || (value >= 10 && value < 20)) {
        return current % 100 == 0;
    }
    return current % 10 == 0 && current % 100 != 10;
}

}  // namespace

std::optional<int> Reader::digits(std::size_t i, std::size_t max_digits) const {
    const std::string_view text = folded(i);
    if (!is_number(i) || text.size() > max_digits) {
        return std::nullopt;
    }
    int value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// "two hundred", "hundred", "three dozen"
int multiplied(int current, int value) {
    return current > 0 && current < 100 ? current * value : value;
}

std::optional<Reader::Count> Reader::count(std::size_t i) const {
    if (!is_number(i)) {
        return spelled_count(i);
    }
    auto number = digits(i, 6);
    if (!number && folded(i).size() <= 9) {
        number = grouped(folded(i));
    }
    return number ? std::optional(Count{*number, i + 1}) : std::nullopt;
}

/// "twenty-three", "two hundred and five", "двадцять одну".
std::optional<Reader::Count> Reader::spelled_count(std::size_t i) const {
    int total = 0;
    int current = 0;
    std::size_t at = i;
    for (std::size_t words = 0; words < kMaxNumberWords; ++words) {
        const std::size_t joined = at > i && (is_dash(at) || text_is(at, "and")) ? at + 1 : at;
        if (!is(joined, WordClass::Cardinal)
            || (joined > at && text_is(at, "and") && current % 100 != 0)) {
            break;
        }
        const int value = word(joined).value;
        if (at > i && !may_follow(current, value)) {
            break;
        }
        if (value == 1000) {
            total += std::max(current, 1) * 1000;
            current = 0;
        } else {
            const bool multiplies = value >= 100 || (value == 12 && text_is(joined, "dozen"));
            current = multiplies ? multiplied(current, value) : current + value;
        }
        at = joined + 1;
    }
    return at > i ? std::optional(Count{total + current, at}) : std::nullopt;
}

std::optional<Reader::Count> Reader::ordinal(std::size_t i) const {
    if (is_number(i)) {
        auto number = digits(i, 4);
        if (!number && folded(i).size() <= 9) {
            number = grouped(folded(i));
        }
        if (!number) {
            return std::nullopt;
        }
        if (glued(i + 1) && is_ordinal_suffix(*this, i + 1)) {
            return Count{*number, i + 2};
        }
        if (glued(i + 1) && text_is(i + 1, "-") && glued(i + 2)
            && is_ordinal_suffix(*this, i + 2)) {
            return Count{*number, i + 3};
        }
        return std::nullopt;
    }
    if (is(i, WordClass::Ordinal)) {
        return Count{word(i).value, i + 1};
    }
    if (is(i, WordClass::Cardinal) && word(i).value >= 20 && word(i).value % 10 == 0) {
        const std::size_t behind = is_dash(i + 1) ? i + 2 : i + 1;
        if (is(behind, WordClass::Ordinal) && word(behind).value < 10) {
            return Count{word(i).value + word(behind).value, behind + 1};
        }
    }
    return std::nullopt;
}

std::optional<int> Reader::year(std::size_t i) const {
    if (piece(i).folded_size != 4) {
        return std::nullopt;
    }
    const auto number = digits(i, 4);
    return number && *number >= 1000 && *number <= 2199 ? number : std::nullopt;
}

std::optional<Unit> Reader::unit(std::size_t i) const {
    if (is(i, WordClass::Unit)) {
        return static_cast<Unit>(word(i).value);
    }
    return text_is(i, "second") ? std::optional(Unit::Second) : std::nullopt;
}

}  // namespace salient::timex
