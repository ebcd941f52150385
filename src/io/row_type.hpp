#pragma once

#include "events/event.hpp"
#include "io/row_cells.hpp"

#include <string>
#include <string_view>

namespace salient::io {

/// What a publisher's codes or words say about the kind of event.
/// @param schema  as in ColumnMapping
[[nodiscard]] events::EventType
row_type(std::string_view schema, const RowCells& row, const Table& table);

/// From a word in any file: an id of the full or the plain scheme, or a common word ("missile attack", "Explosions").
[[nodiscard]] events::EventType type_from_words(std::string_view text);

}  // namespace salient::io
