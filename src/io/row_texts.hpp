#pragma once

#include "events/event.hpp"
#include "io/row_cells.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// Addresses in a cell: one, several between blanks, commas or semicolons, or a JSON list of texts or of objects with `path` or `url`.
[[nodiscard]] std::vector<std::string> addresses(std::string_view cell);

/// Title, text, actors, numbers and sources of one row; not its type, id, time, place and extras.
void add_texts(std::string_view schema, const RowCells& row, events::Event& event);

}  // namespace salient::io
