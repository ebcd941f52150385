#include "io/ukraine_ground.hpp"

#include "base/resources.hpp"
#include "io/layer.hpp"

#include <string_view>
#include <utility>

namespace salient::io {

namespace {

geo::MultiPolygon read_country(std::string_view iso) {
    const auto path = base::data_file("layers/theatre_countries.fgb");
    auto features =
        path ? read_map_layer(*path) : base::Result<std::vector<MapFeature>>(path.error());
    if (!features) {
        return {};
    }
    for (MapFeature& feature : *features) {
        if (feature.attribute("iso") == iso) {
            return std::move(feature.polygons);
        }
    }
    return {};
}

}  // namespace

const geo::MultiPolygon& ukraine_ground() {
    static const geo::MultiPolygon kGround = read_country("UA");
    return kGround;
}

const geo::MultiPolygon& russia_ground() {
    static const geo::MultiPolygon kGround = read_country("RU");
    return kGround;
}

}  // namespace salient::io
