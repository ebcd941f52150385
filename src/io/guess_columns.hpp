#pragma once

#include "base/diagnostics.hpp"
#include "io/column_mapping.hpp"
#include "io/table.hpp"

namespace salient::io {

/// What each column means: by the schema when the names are those of a known one, otherwise by names and by what the values look
/// like. What was chosen by values alone is told as a note.
[[nodiscard]] ColumnMapping guess_columns(const Table& table, base::Diagnostics& diagnostics);

}  // namespace salient::io
