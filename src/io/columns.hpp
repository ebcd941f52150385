#pragma once

#include "base/diagnostics.hpp"
#include "io/date_text.hpp"
#include "io/table.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace salient::io {

/// Which column holds what. Guessed from names and values, shown to the user, who can change it.
struct Mapping {
    std::string schema = "guessed";  ///< "ACLED", "UCDP GED", "GDELT 2.0", … or "guessed"
    std::optional<std::size_t> id;
    std::optional<std::size_t> title;
    std::optional<std::size_t> text;
    std::optional<std::size_t> type;
    std::optional<std::size_t> subtype;
    std::optional<std::size_t> start;
    std::optional<std::size_t> end;
    std::optional<std::size_t> lat;
    std::optional<std::size_t> lon;
    std::optional<std::size_t> position;  ///< "50.4, 30.5", WKT point
    std::optional<std::size_t> place;
    std::optional<std::size_t> region;
    std::optional<std::size_t> country;
    std::optional<std::size_t> source;
    std::optional<std::size_t> precision;  ///< of the place, in the schema's own code
    std::vector<std::size_t> actors;
    std::optional<std::size_t> killed;
    DayMonthOrder order = DayMonthOrder::Unknown;
};

/// Guesses the mapping of a table. Columns of tables without a header get the names of the schema that their number and values fit.
[[nodiscard]] Mapping
guess_mapping(Table& table, const std::string& path, base::Diagnostics& diagnostics);

/// Two numbers in one text: "50.4501, 30.5234" (latitude first), `POINT (30.5 50.4)` (longitude first).
[[nodiscard]] std::optional<geo::LonLat> read_position(std::string_view text);
/// A decimal number with a point or comma, degrees signs left out; nullopt when it is none.
[[nodiscard]] std::optional<double> read_number(std::string_view text);

}  // namespace salient::io
