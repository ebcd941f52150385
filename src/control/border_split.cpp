#include "control/border_split.hpp"

#include "geo/geodesic.hpp"
#include "geo/polygon.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace salient::control {

namespace {

/// Twice the area by the length of the outline: about the width of a strip.
double width_m(const geo::Polygon& polygon) {
    double length = 0;
    for (const geo::Ring& ring : polygon.rings) {
        length += geo::length_m(ring);
    }
    return length > 0 ? 2 * geo::area_m2(polygon) / length : 0;
}

/// Moves strips out of `ground`. @return the strips
geo::MultiPolygon take_strips(geo::MultiPolygon& ground) {
    constexpr double strip_width = 1000;  // m; borders of two sources differ by less
    const auto first_strip =
        std::stable_partition(ground.begin(), ground.end(), [](const geo::Polygon& piece) {
            return width_m(piece) > strip_width;
        });
    geo::MultiPolygon strips(first_strip, ground.end());
    ground.erase(first_strip, ground.end());
    return strips;
}

/// What an area covers of a country, and the rest.
struct Split {
    geo::MultiPolygon inside;
    geo::MultiPolygon outside;
};

base::Result<Split> split(const geo::MultiPolygon& ground, const geo::MultiPolygon& country) {
    auto inside = geo::intersection(ground, country);
    if (!inside) {
        return inside.error();
    }
    auto outside = geo::difference(ground, country);
    if (!outside) {
        return outside.error();
    }
    return Split{std::move(*inside), std::move(*outside)};
}

void add(
    std::vector<ControlArea>& areas,
    ControlArea like,
    AreaClass area_class,
    geo::MultiPolygon ground) {
    if (!ground.empty()) {
        like.area_class = area_class;
        like.polygons = std::move(ground);
        areas.push_back(std::move(like));
    }
}

}  // namespace

bool draws_both_sides(const Snapshot& snapshot) {
    return std::any_of(snapshot.areas.begin(), snapshot.areas.end(), [](const ControlArea& area) {
        return area.area_class == AreaClass::Home;
    });
}

base::Status split_at_border(
    Snapshot& snapshot,
    const geo::MultiPolygon& ukraine,
    const geo::MultiPolygon& russia) {
    std::vector<ControlArea> areas;
    for (const ControlArea& area : snapshot.areas) {
        const bool russian =
            area.holder == Holder::Russia && area.area_class == AreaClass::Occupied;
        const bool ukrainian = area.holder == Holder::Ukraine && area.area_class == AreaClass::Home;
        if (!russian && !ukrainian) {
            areas.push_back(area);
            continue;
        }
        auto parts = split(area.polygons, russian ? ukraine : russia);
        if (!parts) {
            return parts.error();
        }
        const ControlArea like{area.holder, area.area_class, area.name, {}};
        if (russian) {
            add(areas, like, AreaClass::Occupied, std::move(parts->inside));
            add(areas, like, AreaClass::Home, std::move(parts->outside));
            continue;
        }
        const geo::MultiPolygon strips = take_strips(parts->inside);
        parts->outside.insert(parts->outside.end(), strips.begin(), strips.end());
        add(areas, like, AreaClass::Home, std::move(parts->outside));
        add(areas, like, AreaClass::Incursion, std::move(parts->inside));
    }
    snapshot.areas = std::move(areas);
    return base::Done{};
}

}  // namespace salient::control
