#pragma once

#include "events/event.hpp"
#include "io/coordinate_system.hpp"
#include "io/read_events.hpp"
#include "io/row_cells.hpp"
#include "io/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace salient::io {

/// Where the event of one row was.
struct RowPlace {
    std::optional<events::Location> location;
    bool has_coords = false;        ///< in range, 0/0 included
    std::optional<geo::Box> box;    ///< of coordinates that are not 0/0
    const char* problem = nullptr;  ///< diagnostic code, or null
    bool by_region = false;         ///< found by the name of a region
};

/// How exactly a publisher's code places an event, and within which radius; the radii are those of typical towns, districts and regions.
struct PlacePrecision {
    events::LocationPrecision precision = events::LocationPrecision::Exact;
    double radius_m = 0;
};
[[nodiscard]] PlacePrecision
place_precision(std::string_view schema, std::string_view column, std::string_view code);

/// Reads the positions of a table's rows; remembers regions that it has looked up. @thread one each
class PlaceReader {
public:
    PlaceReader(
        const Table& table,
        const ColumnMapping& mapping,
        const RoleColumns& roles,
        const ReadOptions& options);
    [[nodiscard]] RowPlace read(const RowCells& row, const Shape* shape);

private:
    const ReadOptions& options_;
    ToLonLat transform_;
    std::string schema_;
    bool is_longitude_first_ = false;  ///< in a position column
    std::string precision_column_;
    bool join_regions_ = false;
    std::unordered_map<std::string, std::optional<events::Location>> regions_;

    [[nodiscard]] Shape shape_of(const RowCells& row, const char*& problem) const;
    [[nodiscard]] std::optional<events::Location> region_of(const RowCells& row, bool& is_named);
};

}  // namespace salient::io
