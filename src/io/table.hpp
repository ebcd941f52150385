#pragma once

#include "geo/types.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// Where a row says it lies, whatever the shape.
struct Shape {
    enum class Kind : std::uint8_t { Point, Line, Area };
    Kind kind = Kind::Point;
    geo::LonLat point;  ///< the point itself, or the middle of the box
    geo::Box box = {
        std::numeric_limits<double>::max(),
        std::numeric_limits<double>::max(),
        std::numeric_limits<double>::lowest(),
        std::numeric_limits<double>::lowest()};
    std::size_t vertices = 0;

    /// Adds a vertex. @return false when it is not a finite number
    bool add(double lon_deg, double lat_deg);
    /// Sets `point` from the box.
    void close();
    [[nodiscard]] bool in_range() const;  ///< −180…180, −90…90
};

struct Row {
    std::vector<std::string> cells;  ///< one a column; missing ones are empty
    std::optional<Shape> shape;
    std::string id;          ///< given by the format itself (GeoJSON id), or empty
    std::string time_begin;  ///< given by the format itself (KML TimeSpan), as written
    std::string time_end;
    bool has_own_time = false;  ///< time_begin and time_end are the format's
    std::size_t line = 0;       ///< 1-based line or feature number, for messages
};

/// A file's rows before anybody knows what the columns mean.
struct Table {
    std::string format;  ///< "CSV", "GeoJSON", "KML" …
    std::string encoding = "UTF-8";
    std::vector<std::string> layers;
    std::vector<std::string> columns;
    std::vector<Row> rows;
    bool has_header = true;

    [[nodiscard]] std::size_t column(
        std::string_view name);  ///< its index, added at the end when new
};

}  // namespace salient::io
