#pragma once

#include "base/diagnostics.hpp"
#include "io/column_mapping.hpp"
#include "io/column_sample.hpp"
#include "io/column_synonyms.hpp"
#include "io/table.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Only for guess_columns.cpp and its parts.
namespace salient::io {

/// A table whose columns are being guessed, and what is known so far.
struct ColumnGuess {
    ColumnGuess(const Table& guessed, base::Diagnostics& told);

    const Table& table;
    base::Diagnostics& diagnostics;
    ColumnSample sample;
    std::vector<std::string> names;               ///< plain ones, one a column
    std::vector<std::vector<std::string>> words;  ///< of their names
    ColumnMapping mapping;

    [[nodiscard]] std::optional<std::size_t> named(std::string_view wanted) const;
    [[nodiscard]] bool is_taken(std::size_t column) const;
    [[nodiscard]] bool has(Role role) const { return !mapping.column(role).empty(); }
    void set(Role role, std::size_t column) {
        mapping.columns.emplace_back(role, table.columns[column]);
    }
    /// The first of the names that is there, free and filled.
    void take_first(Role role, const Words& wanted);
    /// When no column with one of these names has a value in the sample, the rare values are looked for.
    void search_rare(const Words& wanted);
};

/// Sets Latitude and Longitude, or Position.
void guess_position(ColumnGuess& guess);
/// Sets Start, or Year, Month and Day.
void guess_dates(ColumnGuess& guess);
/// Sets End or EndClock. @pre the beginning is known
void guess_end(ColumnGuess& guess);
/// Sets Clock. @pre the beginning is known
void guess_clock(ColumnGuess& guess);

}  // namespace salient::io
