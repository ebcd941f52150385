#include "io/table.hpp"

#include <algorithm>
#include <cmath>

namespace salient::io {

bool Shape::add(double lon_deg, double lat_deg) {
    if (!std::isfinite(lon_deg) || !std::isfinite(lat_deg)) {
        return false;
    }
    box.west_deg = std::min(box.west_deg, lon_deg);
    box.east_deg = std::max(box.east_deg, lon_deg);
    box.south_deg = std::min(box.south_deg, lat_deg);
    box.north_deg = std::max(box.north_deg, lat_deg);
    ++vertices;
    return true;
}

void Shape::close() {
    point = {(box.west_deg + box.east_deg) / 2, (box.south_deg + box.north_deg) / 2};
}

bool Shape::in_range() const {
    return box.west_deg >= -180 && box.east_deg <= 180 && box.south_deg >= -90
           && box.north_deg <= 90;
}

std::size_t Table::column(std::string_view name) {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found != columns.end()) {
        return static_cast<std::size_t>(found - columns.begin());
    }
    columns.emplace_back(name);
    return columns.size() - 1;
}

}  // namespace salient::io
