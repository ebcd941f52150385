#pragma once

#include "time/span.hpp"

#include <optional>
#include <string_view>

namespace salient::io {

/// Dates with words, as people write them in tables: "24th of February 2022", "24-Feb-22", "Feb 24–26, 2022", "27 Feb - 2 Mar 2022",
/// "early March 2022", "summer 2022", "Q1 2022", "03/2022", "1990s", "2022年2月24日", "after 24 Feb 2022"; month names of English, German,
/// French, Spanish, Italian, Portuguese, Polish, Ukrainian and Russian. No time of day.
[[nodiscard]] std::optional<time::Span> read_written_date(std::string_view raw);

}  // namespace salient::io
