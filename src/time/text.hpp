#pragma once

#include "base/result.hpp"
#include "time/span.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace salient::time {

/// Reads an ISO 8601 date, date-time, partial date or interval:
/// `2025`, `2025-01`, `2025-01-09`, `20250109`, `2025-W02`, `2025-01-09T04:30`, `…:00.5Z`, `…+02:00`,
/// `2025-01-09/2025-01-12`, `2025-01/..`, `../2025`.
/// @errors BadValue: not such a text, or a day that does not exist (`2025-02-30`).
[[nodiscard]] base::Result<Span> parse_iso(std::string_view text);

/// `2025-01-09`; the form of a day in every file.
[[nodiscard]] std::string iso_day(std::chrono::sys_days day);
/// Shortest ISO text that parse_iso reads back to an equal span (apart from `approximate`).
[[nodiscard]] std::string iso_text(const Span& span);

/// What a person reads: `9 January 2025`, `January 2025`, `5–6 January 2025`, `summer 2024`, `2024`,
/// `9 January 2025, 04:30 UTC+2`; "about …" when approximate, "since …" and "until …" when open.
[[nodiscard]] std::string display_text(const Span& span);
/// `12 January 2025`
[[nodiscard]] std::string display_day(std::chrono::sys_days day);

/// Reads what a person types into the date field: ISO, `12.01.2025`, `12 Jan 2025`, `Jan 12, 2025`, `12 січня 2025`, `12 января 2025`.
/// @errors BadValue: says which forms are understood.
[[nodiscard]] base::Result<Span> parse_typed(std::string_view text);

}  // namespace salient::time
