#pragma once

#include "time/span.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace salient::time {

/// "instant", "minute", … "century": the words of files and reports.
[[nodiscard]] std::string_view precision_id(Precision precision);
[[nodiscard]] std::optional<Precision> precision_from_id(std::string_view id);

/// "floating", "utc", or the hours east of UTC as "+02:00".
[[nodiscard]] std::string zone_id(const Span& span);
/// Sets zone and offset of the span. @return false, changing nothing, when the word is none of these
[[nodiscard]] bool set_zone(Span& span, std::string_view id);

/// "January". @param month  1 to 12
[[nodiscard]] const char* month_name(unsigned month);

}  // namespace salient::time
