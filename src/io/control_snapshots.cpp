#include "io/control_snapshots.hpp"

#include "control/border_split.hpp"
#include "geo/antimeridian.hpp"
#include "geo/polygon.hpp"
#include "io/fold_text.hpp"
#include "io/ukraine_ground.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace salient::io {

namespace {

using control::Classified;
using std::chrono::sys_days;

/// What one file's areas needed, for one message instead of hundreds.
struct Repairs {
    std::size_t repaired = 0;
    std::size_t cut = 0;
    std::size_t lost = 0;
    std::string reason;       ///< of the first repair
    std::string lost_reason;  ///< of the first area that was left out
};

/// One area, dated and classified.
struct DatedArea {
    HeldDays days;
    control::ControlArea area;
};

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// A reason without the coordinates that GEOS appends: the first word of several places.
std::string short_reason(const std::string& reason) {
    return reason.substr(0, reason.find('['));
}

std::string name_of(const MapFeature& feature) {
    for (const char* key : {"name", "Name", "title", "NAME"}) {
        const std::string_view text = feature.attribute(key);
        if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            return std::string(text);
        }
    }
    return {};
}

bool is_on_earth(const geo::MultiPolygon& polygons) {
    for (const geo::Polygon& polygon : polygons) {
        for (const geo::Ring& ring : polygon.rings) {
            const bool fits = std::all_of(ring.begin(), ring.end(), [](const geo::LonLat& point) {
                return std::abs(point.lat_deg) <= 90 && std::abs(point.lon_deg) <= 360;
            });
            if (!fits) {
                return false;
            }
        }
    }
    return true;
}

std::optional<geo::MultiPolygon> repaired_polygons(MapFeature& feature, Repairs& repairs) {
    if (!is_on_earth(feature.polygons)) {
        ++repairs.lost;
        if (repairs.lost_reason.empty()) {
            repairs.lost_reason =
                "not on the Earth in degrees; if the file counts in metres, name its coordinate "
                "system, as with --crs EPSG:32637";
        }
        return std::nullopt;
    }
    bool cut = false;
    geo::MultiPolygon polygons = geo::cut_at_antimeridian(std::move(feature.polygons), cut);
    auto repaired = geo::make_valid(polygons);
    if (!repaired) {
        ++repairs.lost;
        if (repairs.lost_reason.empty()) {
            repairs.lost_reason = repaired.error().message;
        }
        return std::nullopt;
    }
    repairs.cut += cut ? 1 : 0;
    if (repaired->changed) {
        ++repairs.repaired;
        if (repairs.reason.empty()) {
            repairs.reason = short_reason(repaired->reason);
        }
    }
    return std::move(repaired->polygons);
}

void report(
    const Repairs& repairs,
    const ControlContent& content,
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics) {
    const std::string where = path.string();
    if (repairs.repaired > 0) {
        diagnostics.warn(
            "control.repaired",
            counted(repairs.repaired, "area was", "areas were") + " repaired (" + repairs.reason
                + ")",
            where);
    }
    if (repairs.cut > 0) {
        diagnostics.warn(
            "control.antimeridian",
            counted(repairs.cut, "area was", "areas were") + " cut at the antimeridian",
            where);
    }
    if (repairs.lost > 0) {
        diagnostics.error(
            "control.polygon",
            counted(repairs.lost, "area was", "areas were") + " left out: " + repairs.lost_reason,
            where);
    }
    if (content.broken > 0) {
        diagnostics.error(
            "control.geometry",
            counted(content.broken, "feature was", "features were")
                + " left out: the geometry cannot be read",
            where);
    }
    if (content.lines > 0) {
        diagnostics.warn(
            "control.lines",
            counted(content.lines, "line is", "lines are")
                + " not shown: only areas say who holds what",
            where);
    }
    if (content.points > 0) {
        diagnostics.note(
            "control.points",
            counted(content.points, "point is", "points are") + " not areas",
            where);
    }
}

/// Days on which what holds changes: every beginning, and the day behind every end while another area goes on.
std::set<sys_days> days_of_change(const std::vector<DatedArea>& areas) {
    std::set<sys_days> days;
    for (const DatedArea& dated : areas) {
        days.insert(dated.days.first);
        if (dated.days.last) {
            const sys_days after = *dated.days.last + std::chrono::days(1);
            const bool goes_on =
                std::any_of(areas.begin(), areas.end(), [after](const DatedArea& other) {
                    return other.days.first < after
                           && (!other.days.last || *other.days.last >= after);
                });
            if (goes_on) {
                days.insert(after);
            }
        }
    }
    return days;
}

std::vector<control::Snapshot> by_day(std::vector<DatedArea> areas, const std::string& origin) {
    constexpr std::size_t most_with_ends =
        10'000;  // an area is copied to every day of change that it holds on
    const bool any_end = areas.size() < most_with_ends
                         && std::any_of(areas.begin(), areas.end(), [](const DatedArea& dated) {
                                return dated.days.last.has_value();
                            });
    std::map<sys_days, control::Snapshot> snapshots;
    const auto snapshot_on = [&](sys_days day) -> control::Snapshot& {
        return snapshots.try_emplace(day, control::Snapshot{day, {}, origin}).first->second;
    };
    if (!any_end) {
        for (DatedArea& dated : areas) {
            snapshot_on(dated.days.first).areas.push_back(std::move(dated.area));
        }
    } else {
        const std::set<sys_days> days = days_of_change(areas);
        for (const DatedArea& dated : areas) {
            // Where some have an end, one without goes on.
            const sys_days last = dated.days.last.value_or(*days.rbegin());
            for (auto it = days.lower_bound(dated.days.first); it != days.end() && *it <= last;
                 ++it) {
                snapshot_on(*it).areas.push_back(dated.area);
            }
        }
    }
    std::vector<control::Snapshot> result;
    result.reserve(snapshots.size());
    for (auto& [day, snapshot] : snapshots) {
        result.push_back(std::move(snapshot));
    }
    return result;
}

/// Sources that draw both sides to the edge of their map say less than "occupied": the border tells.
void split_both_sides(
    std::vector<control::Snapshot>& snapshots,
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics) {
    std::size_t split = 0;
    for (control::Snapshot& snapshot : snapshots) {
        if (!control::draws_both_sides(snapshot) || ukraine_ground().empty()) {
            continue;
        }
        if (const auto done = control::split_at_border(snapshot, ukraine_ground(), russia_ground());
            !done) {
            diagnostics.warn("control.border", done.error().message, path.string());
            continue;
        }
        ++split;
    }
    if (split > 0) {
        diagnostics.note(
            "control.both_sides",
            "Both sides are drawn: ground is counted as held by which side of Ukraine's border it "
            "lies on",
            path.string());
    }
}

std::string nothing_found(const ControlContent& content) {
    if (content.lines > 0) {
        return "Expected areas, found lines only: a line does not say which side holds what";
    }
    return content.points > 0 ? "Expected areas, found points only" : "Expected areas, found none";
}

}  // namespace

Classified classify(const MapFeature& feature) {
    const auto holder = control::holder_from_text(feature.attribute("holder"));
    const auto area_class = control::area_class_from_text(feature.attribute("class"));
    if (holder && area_class) {
        return {*holder, *area_class};
    }
    for (const char* key : {"name", "Name", "title"}) {
        if (const auto keyed = control::area_class_from_name(feature.attribute(key))) {
            return *keyed;
        }
    }
    // A country in words may be where the ground lies; its code is whose it is.
    const std::string_view country = feature.attribute("country");
    if (country.size() == 2) {
        if (const auto coded = control::area_class_from_words(country)) {
            return *coded;
        }
    }
    for (const char* key :
         {"status",
          "class",
          "holder",
          "control",
          "controller",
          "controlled_by",
          "held_by",
          "occupier",
          "side",
          "faction",
          "style",
          "type",
          "name",
          "Name",
          "title",
          "description",
          "Description"}) {
        if (const auto worded = control::area_class_from_words(feature.attribute(key))) {
            return *worded;
        }
    }
    // A folder of a KML map that is there for one side's ground.
    const std::string_view layer = feature.attribute("layer");
    const std::string folder = folded(layer);
    if (folder.find("control") != std::string::npos || folder.find("occup") != std::string::npos
        || folder.find("held") != std::string::npos) {
        if (const auto worded = control::area_class_from_words(layer)) {
            return *worded;
        }
    }
    return {control::Holder::Russia, control::AreaClass::Occupied};
}

base::Result<std::vector<control::Snapshot>> snapshots_of(
    ControlContent content,
    std::optional<sys_days> of_file,
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics,
    AreaCheck check) {
    const auto days = days_of_features(content.features, of_file.has_value());
    Repairs repairs;
    std::vector<DatedArea> areas;
    std::size_t undated = 0;
    for (std::size_t i = 0; i < content.features.size(); ++i) {
        MapFeature& feature = content.features[i];
        if (!days[i] && !of_file) {
            ++undated;
            continue;
        }
        auto polygons = check == AreaCheck::KnownValid ? std::optional(std::move(feature.polygons))
                                                       : repaired_polygons(feature, repairs);
        if (polygons) {
            const Classified classified = classify(feature);
            areas.push_back(
                {days[i].value_or(HeldDays{of_file.value_or(sys_days{}), std::nullopt}),
                 {classified.holder,
                  classified.area_class,
                  name_of(feature),
                  std::move(*polygons)}});
        }
    }
    report(repairs, content, path, diagnostics);
    if (undated > 0) {
        diagnostics.warn(
            "control.undated",
            counted(undated, "area", "areas")
                + " without a date, in the file or in its name, left out",
            path.string());
    }
    if (areas.empty()) {
        return base::Error{
            base::ErrorCode::BadValue,
            undated > 0 ? "Expected a date in the file's name or in its features, found none"
                        : nothing_found(content),
            path.string()};
    }
    auto snapshots = by_day(std::move(areas), path.string());
    split_both_sides(snapshots, path, diagnostics);
    return snapshots;
}

}  // namespace salient::io
