#pragma once

#include "io/read_events.hpp"
#include "io/table.hpp"

#include <cstdint>
#include <stop_token>
#include <string>

namespace salient::io {

/// How the rows of one table are read.
struct TableContext {
    const ReadOptions& options;
    /// Tells this file's rows from those of others; not used where the publisher's ids are shared by all its files.
    std::string id_prefix;
    Progress* progress = nullptr;
    std::stop_token stop;
};

enum class TableOutcome : std::uint8_t {
    Added,
    NewColumns,  ///< rows had columns that the table did not know; it knows them now, and nothing was added
};

/// Turns the rows of a table into events, on several threads, and counts them in the report. Undated and unlocated rows are kept.
/// @errors LimitExceeded: more vertices than allowed; Cancelled
[[nodiscard]] base::Result<TableOutcome> add_table_events(
    Table& table,
    const ColumnMapping& mapping,
    const TableContext& context,
    EventFile& out);

}  // namespace salient::io
