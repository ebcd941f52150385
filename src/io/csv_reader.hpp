#pragma once

#include "io/read_events.hpp"
#include "io/table.hpp"

#include <string_view>

namespace salient::io {

/// Reads delimited text: comma, semicolon, tab or pipe, quotes, Excel's `sep=` line, an HXL tag row. Tables without a header that
/// are known by their number of columns (GDELT, UCDP GED) get their names.
/// @param text  UTF-8; the table reads its rows from it as long as it lives
/// @errors BadFormat: no row; LimitExceeded.
[[nodiscard]] base::Status read_csv(
    std::string_view text,
    const ReadOptions& options,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop);

/// The delimiter of a table, by how well the first lines split; '\0' when they do not.
[[nodiscard]] char find_delimiter(std::string_view text);

}  // namespace salient::io
