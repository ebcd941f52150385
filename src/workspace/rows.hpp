#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "geo/types.hpp"
#include "workspace/contents.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// The contents as rows of tables, the same in a GeoPackage and in a database. For this module only.
namespace salient::workspace {

/// A cell. Yes and no are 1 and 0.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, geo::LonLat>;
using Row = std::vector<Value>;

enum class ColumnType : std::uint8_t { Text, Integer, Real, Boolean, DateTime, Point };

struct Column {
    const char* name;
    ColumnType type;
};

struct Table {
    const char* name;
    const char* title;  ///< what a person reads in a GIS
    std::span<const Column> columns;
};

/// The schema that this program writes, and the newest that it reads.
inline constexpr std::int64_t kSchemaVersion = 1;

/// The layer of events: its point, then what a person reads, then what is needed to get an equal event back.
[[nodiscard]] const Table& events_table();
[[nodiscard]] Row event_row(const events::Event& event);
/// Reads leniently, as a person may have edited the table in a GIS: an empty cell is the default, an unknown word is
/// reported and becomes the default, `begin_at` dates an event that has no `time_begin`.
/// @param where  for messages
/// @errors BadFormat: a cell with a list that cannot be read.
[[nodiscard]] base::Result<events::Event>
event_from_row(const Row& row, const std::string& where, base::Diagnostics& diagnostics);

/// Every other table; that with the version first.
[[nodiscard]] std::vector<Table> other_tables();
/// All rows of one of them. @pre the table is one of other_tables
[[nodiscard]] std::vector<Row> rows_of(const Table& table, const Contents& contents);
/// Adds what a row says to the contents. @pre as rows_of; the row has a cell for each column
/// @errors BadFormat: the row cannot be read; Unsupported: the schema is newer than kSchemaVersion.
[[nodiscard]] base::Status take_row(const Table& table, const Row& row, Contents& contents);

/// The cell's text; empty when it is none.
[[nodiscard]] std::string text_of(const Value& value);
/// The cell's number, whole or not, also from text; `otherwise` when it is none.
[[nodiscard]] double number_of(const Value& value, double otherwise);
[[nodiscard]] std::int64_t whole_of(const Value& value, std::int64_t otherwise);

}  // namespace salient::workspace
