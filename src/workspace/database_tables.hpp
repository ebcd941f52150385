#pragma once

#include "base/result.hpp"
#include "workspace/postgres.hpp"
#include "workspace/rows.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The tables of a shared store: those of the file, each with a digest of its row, in the schema `salient`. For this module
/// only.
namespace salient::workspace {

/// salient."events"
[[nodiscard]] std::string stored_name(const Table& table);
/// "id", "title", … : every column, separated by commas.
[[nodiscard]] std::string column_list(const Table& table, std::string_view prefix = "");
/// The same to read: a point as "lon lat", a time as ISO text.
[[nodiscard]] std::string select_list(const Table& table);

/// A row as the server takes it, and what tells it from others.
struct StoredRow {
    std::vector<PgText> cells;
    std::string digest;
};
[[nodiscard]] StoredRow stored_row(const Row& row);
/// Of a layer also where it stands in the list: drawing order matters.
[[nodiscard]] std::vector<StoredRow> stored_rows(const Table& table, const Contents& contents);
/// How `seen` names a row of another table than events.
[[nodiscard]] std::string seen_key(const Table& table, std::string_view digest);

/// Makes schema, tables and indexes where there are none.
/// @errors Unsupported: the database has no PostGIS and this user may not add it.
[[nodiscard]] base::Status create_tables(Postgres& database);
/// The database holds a workspace.
[[nodiscard]] base::Result<bool> has_tables(Postgres& database);

}  // namespace salient::workspace
