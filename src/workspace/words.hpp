#pragma once

#include "session/state.hpp"
#include "time/span.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The words that stand for values in the file. They never change; new ones may come.
namespace salient::workspace {

[[nodiscard]] std::string_view time_precision_id(time::Precision precision);
[[nodiscard]] std::optional<time::Precision> time_precision_from_id(std::string_view id);

/// "floating", "utc", or the minutes east of UTC as "+02:00".
[[nodiscard]] std::string zone_id(const time::Span& span);
/// Sets zone and offset of the span. @return false, changing nothing, when the word is none of these
[[nodiscard]] bool set_zone(time::Span& span, std::string_view id);

[[nodiscard]] std::string_view mode_id(session::TimeMode mode);
[[nodiscard]] std::optional<session::TimeMode> mode_from_id(std::string_view id);

}  // namespace salient::workspace
