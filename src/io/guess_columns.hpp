#pragma once

#include "base/diagnostics.hpp"
#include "io/column_mapping.hpp"
#include "io/table.hpp"

#include <string>
#include <string_view>

namespace salient::io {

/// Lower case without spaces, underscores and marks: "Event Date", "event_date" and "eventDate" are one. Letters beyond ASCII stay.
[[nodiscard]] std::string plain_name(std::string_view name);

/// What each column means: by the schema when the names are those of a known one, otherwise by names and by what the values look
/// like. What was chosen by values alone is told as a note.
/// @param format  of the file ("KML" has columns of its own)
[[nodiscard]] ColumnMapping
guess_columns(const Table& table, std::string_view format, base::Diagnostics& diagnostics);

}  // namespace salient::io
