#include "app/commands.hpp"
#include "app/control_figures.hpp"
#include "app/output.hpp"
#include "app/read_options.hpp"
#include "base/resources.hpp"
#include "io/control_file.hpp"
#include "io/layer.hpp"

#include <nlohmann/json.hpp>

#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace salient::app {

namespace {

base::Result<std::vector<control::ControlHistory>> read_sources(
    const ControlOptions& options,
    base::Diagnostics& diagnostics) {
    if (const auto status = check_crs(options.crs); !status) {
        return status.error();
    }
    const io::ControlReading how{event_read_options(options.limits).limits, options.crs};
    std::vector<control::ControlHistory> sources;
    for (const std::string& input : options.inputs) {
        auto history = io::read_control(input, diagnostics, how);
        if (!history) {
            return history.error();
        }
        sources.push_back(std::move(*history));
    }
    return sources;
}

/// Several files are one history; of one day the later in the list wins.
control::ControlHistory joined(std::vector<control::ControlHistory> sources) {
    if (sources.size() == 1) {
        return std::move(sources.front());
    }
    std::vector<control::Snapshot> all;
    for (const control::ControlHistory& source : sources) {
        all.insert(all.end(), source.snapshots().begin(), source.snapshots().end());
    }
    return {sources.front().source(), std::move(all)};
}

base::Result<std::vector<control::Region>> read_regions(const ControlOptions& options) {
    if (!options.region_layer && !options.by_region) {
        return std::vector<control::Region>();
    }
    std::string path = options.region_layer.value_or("");
    if (path.empty()) {
        const auto bundled = base::data_file("layers/theatre_admin1.fgb");
        if (!bundled) {
            return bundled.error();
        }
        path = bundled->string();
    }
    auto features = io::read_map_layer(path);
    if (!features) {
        return features.error();
    }
    std::vector<control::Region> regions;
    for (io::MapFeature& feature : *features) {
        std::string_view name = feature.attribute("name");
        for (const char* key : {"name_en", "NAME", "Name"}) {
            name = name.empty() ? feature.attribute(key) : name;
        }
        if (!feature.polygons.empty()) {
            regions.push_back({std::string(name), std::move(feature.polygons)});
        }
    }
    if (regions.empty()) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected regions with polygons, found none",
            path};
    }
    return regions;
}

base::Result<nlohmann::ordered_json> figures_of(
    const ControlOptions& options,
    std::vector<control::ControlHistory> sources,
    std::vector<DifferingGround>& differing) {
    if (options.at && sources.size() == 2) {
        return control_comparison(sources[0], sources[1], *options.at, differing);
    }
    const auto regions = read_regions(options);
    if (!regions) {
        return regions.error();
    }
    return control_figures(joined(std::move(sources)), options, *regions, differing);
}

base::Status run(const ControlOptions& options, base::Diagnostics& diagnostics) {
    const Output polygons{options.polygons.value_or("-"), options.overwrite};
    if (auto free = check_output(polygons); !free) {
        return free;
    }
    auto sources = read_sources(options, diagnostics);
    if (!sources) {
        return sources.error();
    }
    std::vector<DifferingGround> differing;
    const auto figures = figures_of(options, std::move(*sources), differing);
    if (!figures) {
        return figures.error();
    }
    if (options.polygons) {
        auto written = write_output(polygons, differing_geojson(differing));
        if (!written || *options.polygons == "-") {
            return written;
        }
    }
    std::cout << (options.json ? figures->dump(1) + "\n" : control_text(*figures));
    return flush_output();
}

}  // namespace

int run_control(const ControlOptions& options) {
    base::Diagnostics diagnostics;
    const auto done = run(options, diagnostics);
    report(diagnostics);
    if (!done) {
        report(done.error());
        return 1;
    }
    return 0;
}

}  // namespace salient::app
