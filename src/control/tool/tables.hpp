#pragma once

#include "base/result.hpp"
#include "control/settlement_cells.hpp"

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace salient::control::tool {

/// A named point of the gazetteer or of points.csv.
struct Place {
    std::string name;
    std::string country;  ///< ISO 3166 alpha-2
    geo::LonLat position;
};
using Places = std::map<std::string, Place>;

/// Rows of text; the first row of the file names the columns and is not among them.
struct Table {
    std::string path;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  ///< each as long as `columns`
};

/// Reads a table separated by `separator`. Fields may stand in double quotes when the separator is a comma.
/// @errors NotFound, Io: see base::read_file; BadFormat: a row has another number of fields than the header.
[[nodiscard]] base::Result<Table> read_table(const std::filesystem::path& path, char separator);

/// Adds the places of a table with the columns id (or #id), name, lat, lon, country.
/// @errors BadFormat: a column is missing; BadValue: a position is no number or out of range.
[[nodiscard]] base::Status add_places(const Table& table, Places& places);

/// The facts of a table with the columns place_id, held_by, from, to.
/// @errors BadFormat: a column is missing; BadValue: a holder or a day cannot be read, or `to` is not after `from`.
[[nodiscard]] base::Result<std::vector<HoldingFact>> facts_of(const Table& table);

/// The column `day` of a table, in its order.
/// @errors BadFormat: the column is missing; BadValue: a day cannot be read.
[[nodiscard]] base::Result<std::vector<std::chrono::sys_days>> days_of(const Table& table);

}  // namespace salient::control::tool
