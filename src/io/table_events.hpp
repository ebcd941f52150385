#pragma once

#include "io/read_events.hpp"
#include "io/table.hpp"

#include <string_view>

namespace salient::io {

/// Turns the rows of a table into events and counts them in the report. Undated and unlocated rows are kept.
/// @param id_prefix  tells this file's rows from those of others; not used where the publisher's ids are shared by all its files
/// @errors Cancelled
[[nodiscard]] base::Status add_table_events(
    const Table& table,
    const ColumnMapping& mapping,
    const ReadOptions& options,
    std::string_view id_prefix,
    EventFile& out);

}  // namespace salient::io
