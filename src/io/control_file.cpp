#include "io/control_file.hpp"

#include "control/area_class.hpp"
#include "geo/polygon.hpp"
#include "io/layer.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <system_error>
#include <utility>

namespace salient::io {

namespace fs = std::filesystem;

namespace {

using std::chrono::sys_days;

/// The day of a feature: from its own date, or the file's.
std::optional<sys_days> feature_day(const MapFeature& feature, std::optional<sys_days> of_file) {
    static constexpr std::array<std::string_view, 8> kNames =
        {"date", "day", "datetime", "timestamp", "when", "time", "snapshot", "Date"};
    for (const std::string_view name : kNames) {
        std::string text(feature.attribute(name));
        std::replace(text.begin(), text.end(), '/', '-');
        if (text.size() >= 8) {
            if (const auto span = time::parse_iso(text.substr(0, text.find_first_of(" T")))) {
                return time::first_day(*span);
            }
        }
    }
    return of_file;
}

/// Salient's own attributes, DeepState's names, else ground that Russia occupies: what files without classes draw.
control::Classified classify(const MapFeature& feature) {
    const auto holder = control::holder_from_text(feature.attribute("holder"));
    const auto area_class = control::area_class_from_text(feature.attribute("class"));
    if (holder && area_class) {
        return {*holder, *area_class};
    }
    for (const std::string_view name : {"name", "Name", "title"}) {
        if (const auto classified = control::area_class_from_name(feature.attribute(name))) {
            return *classified;
        }
    }
    return {control::Holder::Russia, control::AreaClass::Occupied};
}

base::Result<std::vector<control::Snapshot>>
read_snapshots(const fs::path& path, base::Diagnostics& diagnostics, std::string* source) {
    auto features = read_map_layer(path);
    if (!features) {
        return features.error();
    }
    const auto of_file = date_in_name(path.filename().string());
    std::map<sys_days, control::Snapshot> by_day;
    std::size_t undated = 0;
    for (const MapFeature& feature : *features) {
        if (feature.polygons.empty()) {
            continue;
        }
        const auto day = feature_day(feature, of_file);
        if (!day) {
            ++undated;
            continue;
        }
        auto repaired = geo::make_valid(feature.polygons);
        if (!repaired) {
            diagnostics.error("control.polygon", repaired.error().message, path.string());
            continue;
        }
        if (repaired->changed) {
            diagnostics.warn(
                "control.repaired",
                "A polygon was repaired: " + repaired->reason,
                path.string());
        }
        const control::Classified classified = classify(feature);
        control::Snapshot& snapshot =
            by_day.try_emplace(*day, control::Snapshot{*day, {}, path.string()}).first->second;
        snapshot.areas.push_back(
            {classified.holder,
             classified.area_class,
             std::string(feature.attribute("name")),
             std::move(repaired->polygons)});
        if (source != nullptr && source->empty()) {
            *source = feature.attribute("source");
        }
    }
    if (undated > 0) {
        diagnostics.warn(
            "control.undated",
            std::to_string(undated)
                + " areas without a date, in the file or in its name, were left out",
            path.string());
    }
    if (by_day.empty()) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected dated polygons, found none",
            path.string()};
    }
    std::vector<control::Snapshot> snapshots;
    for (auto& [day, snapshot] : by_day) {
        snapshots.push_back(std::move(snapshot));
    }
    return snapshots;
}

bool is_map_file(const fs::path& path) {
    static constexpr std::array<std::string_view, 9> kEndings =
        {".geojson", ".json", ".kml", ".kmz", ".gpkg", ".fgb", ".shp", ".gz", ".zip"};
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

}  // namespace

base::Result<control::ControlHistory> read_control_file(
    const fs::path& path,
    base::Diagnostics& diagnostics) {
    std::string source;
    auto snapshots = read_snapshots(path, diagnostics, &source);
    if (!snapshots) {
        return snapshots.error();
    }
    return control::ControlHistory(
        source.empty() ? path.filename().string() : source,
        std::move(snapshots).value());
}

base::Result<control::ControlHistory> read_control_folder(
    const fs::path& folder,
    base::Diagnostics& diagnostics) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (is_map_file(it->path())) {
            files.push_back(it->path());
        }
    }
    if (error) {
        return base::Error{
            base::ErrorCode::NotFound,
            "The folder cannot be read (" + error.message() + ")",
            folder.string()};
    }
    std::sort(files.begin(), files.end());
    std::vector<control::Snapshot> all;
    for (const fs::path& file : files) {
        auto snapshots = read_snapshots(file, diagnostics, nullptr);
        if (!snapshots) {
            diagnostics.error("control.file", snapshots.error().message, file.string());
            continue;
        }
        std::move(snapshots->begin(), snapshots->end(), std::back_inserter(all));
    }
    if (all.empty()) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected a folder of dated control areas, found none",
            folder.string()};
    }
    return control::ControlHistory(folder.filename().string(), std::move(all));
}

base::Result<control::ControlHistory> read_control(
    const fs::path& path,
    base::Diagnostics& diagnostics) {
    std::error_code ignored;
    return fs::is_directory(path, ignored) ? read_control_folder(path, diagnostics)
                                           : read_control_file(path, diagnostics);
}

}  // namespace salient::io
