#include "workspace/rows.hpp"

#include <charconv>
#include <cmath>

namespace salient::workspace {

namespace {

template <class T>
T parsed(const std::string& text, T otherwise) {
    T number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

}  // namespace

std::string text_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*whole);
    }
    return {};
}

double number_of(const Value& value, double otherwise) {
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? parsed(*text, otherwise) : otherwise;
}

std::int64_t whole_of(const Value& value, std::int64_t otherwise) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return *whole;
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return std::abs(*number) < 9e18 ? std::llround(*number) : otherwise;
    }
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? parsed(*text, otherwise) : otherwise;
}

}  // namespace salient::workspace
