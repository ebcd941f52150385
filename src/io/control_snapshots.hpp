#pragma once

#include "base/diagnostics.hpp"
#include "control/area_class.hpp"
#include "control/history.hpp"
#include "io/control_content.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace salient::io {

/// The days a feature holds on, both included. Without an end it holds on its first day and until its source says more.
struct HeldDays {
    std::chrono::sys_days first;
    std::optional<std::chrono::sys_days> last;
    friend bool operator==(const HeldDays&, const HeldDays&) = default;
};

/// One entry for each feature; nullopt where it has no date of its own. Columns are read as a whole, so that 220708 and
/// 1720396800 are told apart. An end is believed when its column names days, as its beginning's does.
/// @param in_dated_file  the file has a day of its own: when somebody wrote a row does not count then
[[nodiscard]] std::vector<std::optional<HeldDays>> days_of_features(
    std::span<const MapFeature> features,
    bool in_dated_file = false);

/// Who holds an area, by its attributes: Salient's own, DeepState's keys, a country, a status, words of its name or style.
/// Ground that nothing is said about is held by Russia: what files without classes draw.
[[nodiscard]] control::Classified classify(const MapFeature& feature);

/// Dates and classifies the areas of one file, and repairs them if they are to be checked.
/// @param of_file  the day in the file's name, for features without one
/// @errors BadValue: it has no areas, or none with a date.
[[nodiscard]] base::Result<std::vector<control::Snapshot>> snapshots_of(
    ControlContent content,
    std::optional<std::chrono::sys_days> of_file,
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics,
    AreaCheck check = AreaCheck::Full);

}  // namespace salient::io
