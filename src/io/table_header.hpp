#pragma once

#include "io/table.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace salient::io {

/// How many rows at the start of a table are looked at for its header.
inline constexpr std::size_t kHeaderRows = 40;

/// Adds columns to a table without any. Those without a name are called "column 3"; of two with one name the second is "name (2)".
void add_columns(Table& table, std::span<const std::string_view> names);

/// Which of a table's first rows is its header: the first that is not much emptier than the others. Titles, notes and lines of
/// comment stand above it.
/// @param filled  number of cells that are not empty, one a row
[[nodiscard]] std::size_t header_row(std::span<const std::size_t> filled);

[[nodiscard]] std::size_t count_filled(std::span<const std::string_view> cells);

/// The Humanitarian Exchange Language tags its columns in a row of its own: `#geo+lat`.
[[nodiscard]] bool is_tag_row(std::span<const std::string_view> cells);

/// A sheet whose first row was taken for the header, with its real header: titles above it and a row of tags below are left out,
/// and it is said.
void find_sheet_header(Table& table, Tables& out);

}  // namespace salient::io
