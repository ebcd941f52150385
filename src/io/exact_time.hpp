#pragma once

#include "time/span.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The parts of a time span as words of Salient's own files.
namespace salient::io {

/// `2025-01-09T04:30:00`, in the span's zone, with `Z` or an offset unless it is floating; `@-70000000000` (seconds since 1970) outside
/// the years 1 to 9999.
[[nodiscard]] std::string moment_text(time::UnixSeconds at, const time::Span& span);
/// Also with `/` between the parts of the day and a blank before the clock, as other programs write it back.
/// @param span  gives the zone; a zone in the text is not looked at
[[nodiscard]] std::optional<time::UnixSeconds> moment_from_text(
    std::string_view text,
    const time::Span& span);

}  // namespace salient::io
