#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "control/cell_days.hpp"
#include "control/history.hpp"
#include "geo/types.hpp"
#include "io/control_content.hpp"
#include "io/read_events.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// One place of a settlement-by-day table.
struct SettlementRow {
    std::optional<geo::LonLat> position;   ///< of the table's own columns
    std::vector<control::StatusRun> runs;  ///< by day; neighbours differ
};

/// Who held which settlement on which day.
struct SettlementTable {
    std::map<std::string, SettlementRow> places;  ///< by geonameid
    std::set<std::chrono::sys_days> days;         ///< that the table speaks of
    std::size_t rows = 0;
    std::size_t unreadable = 0;  ///< rows without a place or a date
};

/// A CSV file with the columns geonameid and date and status (long), or geonameid and `ctr_YYYYMMDDHHMMSS` (wide).
[[nodiscard]] bool is_settlement_table(const std::filesystem::path& path);

/// Adds the rows of a table, long or wide; `status` is preferred to `status_…`. Rows may come in any order; of two rows of
/// one place and day the later wins.
/// @errors BadFormat: not such a table.
[[nodiscard]] base::Status
add_settlements(std::string_view text, SettlementTable& table, const std::stop_token& stop = {});

/// Reads a table and makes areas of it: cells from a `.geojson` file with `geonameid` beside it, otherwise cells around the
/// table's or the gazetteer's positions, cut at the border of Ukraine.
/// @errors NotFound, Io, BadFormat; BadValue: no place of it has a cell or a position; Cancelled.
[[nodiscard]] base::Result<control::ControlHistory> read_settlement_table(
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics,
    const ControlReading& how,
    const std::stop_token& stop);

/// As read_settlement_table, for tables of one place each year.
[[nodiscard]] base::Result<control::ControlHistory> read_settlement_tables(
    const std::vector<std::filesystem::path>& paths,
    base::Diagnostics& diagnostics,
    const ControlReading& how,
    const std::stop_token& stop);

}  // namespace salient::io
