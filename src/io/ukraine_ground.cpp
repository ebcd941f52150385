#include "io/ukraine_ground.hpp"

#include "base/resources.hpp"
#include "io/layer.hpp"

#include <utility>

namespace salient::io {

namespace {

geo::MultiPolygon read_ukraine() {
    const auto path = base::data_file("layers/theatre_countries.fgb");
    auto features =
        path ? read_map_layer(*path) : base::Result<std::vector<MapFeature>>(path.error());
    if (!features) {
        return {};
    }
    for (MapFeature& feature : *features) {
        if (feature.attribute("iso") == "UA") {
            return std::move(feature.polygons);
        }
    }
    return {};
}

}  // namespace

const geo::MultiPolygon& ukraine_ground() {
    static const geo::MultiPolygon ground = read_ukraine();
    return ground;
}

}  // namespace salient::io
