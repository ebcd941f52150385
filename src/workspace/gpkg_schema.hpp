#pragma once

#include "base/result.hpp"
#include "geo/types.hpp"
#include "workspace/rows.hpp"
#include "workspace/sqlite.hpp"

#include <optional>
#include <string>

/// What makes a database of tables a GeoPackage. For this module only.
namespace salient::workspace {

/// "name": as it stands in SQL.
[[nodiscard]] std::string quoted(const std::string& name);

/// The tables that every GeoPackage has, where they are missing.
[[nodiscard]] base::Status create_gpkg_tables(Sqlite& database);
/// Makes the table (a feature layer with an empty spatial index when it has a point) and enters it in the list of contents.
[[nodiscard]] base::Status create_table(Sqlite& database, const Table& table);
/// After the rows and the index are filled: others who change the layer keep the index in step; its box is entered.
[[nodiscard]] base::Status
finish_layer(Sqlite& database, const Table& table, const std::optional<geo::Box>& box);
/// Removes a table of ours with all that GeoPackage says of it.
[[nodiscard]] base::Status drop_table(Sqlite& database, const Table& table);

}  // namespace salient::workspace
