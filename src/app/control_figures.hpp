#pragma once

#include "app/options.hpp"
#include "base/result.hpp"
#include "control/change.hpp"
#include "control/history.hpp"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace salient::app {

/// Ground that differs, for a file.
struct DifferingGround {
    std::string what;  ///< "gained", "lost", "agreed", "only_first", "only_second"
    control::Holder holder = control::Holder::Russia;
    std::chrono::sys_days from;
    std::chrono::sys_days to;
    geo::MultiPolygon polygons;
};

/// What `salient control` says, as one object. Areas are geodesic square kilometres on WGS 84, to a tenth; days are YYYY-MM-DD.
///
/// - `source`, `method`
/// - `first_date`, `last_date`
/// - `snapshots`: [{`date`, `held_by_russia_km2`, `held_by_ukraine_km2`, `unchanged`, `classes`: [{`holder`, `class`, `km2`,
///   `summed`}]}], those from --from to --to
/// - `gaps`: [{`first`, `last`, `days`}] without a snapshot; `unchanged`: [date] as the snapshot before
/// - with --from or --to, `change`: [{`holder`, `from`, `from_age_days`, `to`, `to_age_days`, `before_km2`, `after_km2`,
///   `gained_km2`, `lost_km2`, `slivers_km2`}]; after − before = gained − lost + slivers
/// - with --at, `at`: {`day`, `date`, `age_days`, …as in `snapshots`}; `date` is that of the snapshot that holds
/// - with regions, `regions`: [{`region`, `holder`, `km2`, and when days are compared `gained_km2`, `lost_km2`}] on the last
///   day compared, the day of --at, or the last snapshot
/// - with --at and two sources only `comparison`: {`day`, `sources`: [{`source`, `date`, `age_days`}], `holders`: [{`holder`,
///   `agreed_km2`, `only_first_km2`, `only_second_km2`}]}, and `method`
///
/// @param regions  may be empty
/// @param[out] differing  what gained and lost consist of
/// @errors BadValue: a day cannot be read or lies before the first snapshot; the areas cannot be overlaid.
[[nodiscard]] base::Result<nlohmann::ordered_json> control_figures(
    const control::ControlHistory& history,
    const ControlOptions& options,
    const std::vector<control::Region>& regions,
    std::vector<DifferingGround>& differing);

/// Two sources on the day of --at.
/// @errors BadValue: as above.
[[nodiscard]] base::Result<nlohmann::ordered_json> control_comparison(
    const control::ControlHistory& first,
    const control::ControlHistory& second,
    const std::string& day,
    std::vector<DifferingGround>& differing);

/// The same for a person: tables.
[[nodiscard]] std::string control_text(const nlohmann::ordered_json& figures);

/// One feature for each ground: `change`, `holder`, `from`, `to`, `km2`. RFC 7946.
[[nodiscard]] std::string differing_geojson(const std::vector<DifferingGround>& differing);

}  // namespace salient::app
