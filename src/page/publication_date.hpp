#pragma once

#include "time/span.hpp"

#include <optional>
#include <string_view>

namespace salient::page {

/// A date of publication as pages write it, anywhere in a short text: ISO 8601 (`2025-01-12T08:30:00Z`), then what a reader would
/// (`Sunday, January 12, 2025`, `12 January 2025`, `12 січня 2025`, `12.01.2025`). Always a whole calendar day.
[[nodiscard]] std::optional<time::Span> parse_publication_date(std::string_view text);

/// A date in the address: `/2025/01/12/`, `2025-01-12`, `20250112`.
[[nodiscard]] std::optional<time::Span> date_in_url(std::string_view url);

}  // namespace salient::page
