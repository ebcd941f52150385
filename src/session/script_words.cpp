#include "session/script_words.hpp"

#include "time/text.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

namespace salient::session {

namespace {
constexpr double kMostInteger = 1e8;
}  // namespace

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view take_word(std::string_view& text) {
    text = trim(text);
    const std::string_view word = text.substr(0, text.find_first_of(" \t"));
    text = trim(text.substr(word.size()));
    return word;
}

std::optional<double> read_number(std::string_view text) {
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = code == std::errc() && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<int> read_integer(std::string_view text) {
    const auto value = read_number(text);
    const bool fits = value && std::abs(*value) < kMostInteger && *value == std::trunc(*value);
    return fits ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<bool> read_on_off(std::string_view text) {
    if (text == "on" || text == "off") {
        return text == "on";
    }
    return std::nullopt;
}

std::optional<time::Window> read_days(std::string_view text) {
    const auto dots = text.find("..");
    const auto first = time::parse_iso(text.substr(0, dots));
    const auto last =
        dots == std::string_view::npos ? first : time::parse_iso(text.substr(dots + 2));
    if (!first || !last || last->end <= first->begin) {
        return std::nullopt;
    }
    return time::Window{first->begin, last->end};
}

}  // namespace salient::session
