#pragma once

#include "io/date_text.hpp"
#include "time/span.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// Dates written as whole numbers. For date_text.cpp.
namespace salient::io {

[[nodiscard]] bool all_digits(std::string_view text);
/// Digits with or without a minus sign, that fit 64 bits.
[[nodiscard]] bool is_integer(std::string_view text);
/// @pre the text begins with a digit
[[nodiscard]] int number(std::string_view text);
[[nodiscard]] std::int64_t clock_seconds(int hours, int minutes, int seconds);
/// Years of two digits from here on are of the last century: events lie in the past, and 41 is more often 1941 than 2041.
inline constexpr int kFirstOfLastCentury = 38;
/// Two digits mean 1938 to 2037. @param width  of the year as written
[[nodiscard]] int full_year(int year, std::size_t width);

/// Which reading fits all whole numbers of a column.
[[nodiscard]] NumberForm number_form(const std::vector<std::int64_t>& numbers);
/// All numbers of the column are epoch milliseconds.
[[nodiscard]] bool is_in_millis(const DateForms& forms);
/// @pre all_digits(text)
[[nodiscard]] std::optional<time::Span> from_digits(std::string_view text, const DateForms& forms);
/// Seconds, milliseconds or microseconds since 1970, by size and form. @pre is_integer(text)
[[nodiscard]] std::optional<time::Span> from_epoch_text(
    std::string_view text,
    const DateForms& forms);
/// A day number of a spreadsheet with the time of day as its fraction: 44616.25
[[nodiscard]] bool is_spreadsheet_moment(std::string_view text);
/// @pre is_spreadsheet_moment(text)
[[nodiscard]] std::optional<time::Span> from_spreadsheet_moment(std::string_view text);

}  // namespace salient::io
