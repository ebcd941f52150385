#include "app/workspace_file.hpp"
#include "io/column_mapping.hpp"
#include "io/import_report.hpp"

#include <algorithm>

namespace salient::app {

namespace {

void count_event(const events::Event& event, io::ImportReport& report) {
    if (event.time) {
        ++report.dated;
        ++report.time_precision.at(static_cast<std::size_t>(event.time->precision));
        const auto first = time::first_day(*event.time);
        const auto last = time::last_day(*event.time);
        report.first_date = std::min(report.first_date.value_or(first), first);
        report.last_date = std::max(report.last_date.value_or(last), last);
    }
    if (event.location) {
        ++report.located;
        ++report.place_precision.at(static_cast<std::size_t>(event.location->precision));
        const geo::LonLat point = event.location->point;
        const geo::Box here = {point.lon_deg, point.lat_deg, point.lon_deg, point.lat_deg};
        geo::Box& box = report.bbox ? *report.bbox : report.bbox.emplace(here);
        box = {
            std::min(box.west_deg, point.lon_deg),
            std::min(box.south_deg, point.lat_deg),
            std::max(box.east_deg, point.lon_deg),
            std::max(box.north_deg, point.lat_deg)};
    }
}

}  // namespace

base::Result<std::string> workspace_info(const std::string& path_or_address, bool json) {
    auto loaded = load_workspace(path_or_address, {}, {});
    if (!loaded) {
        return loaded.error();
    }
    const workspace::Contents& contents = *loaded->workspace;
    io::ImportReport report;
    report.path = loaded->path;
    report.format = "Salient workspace";
    report.schema = "salient-workspace";
    report.encoding = "UTF-8";
    report.layers = {
        {"events", loaded->events.size()},
        {"articles", loaded->articles.size()},
        {"decisions", contents.decisions.size()},
        {"edits", contents.edits.size()},
        {"map layers", contents.layers.size()},
        {"bookmarks", contents.bookmarks.size()},
        {"files", contents.files.size()},
        {"control sources", contents.control_sources.size()}};
    std::erase_if(report.layers, [](const auto& layer) { return layer.features == 0; });
    report.features = loaded->events.size();
    report.accepted = loaded->events.size();
    for (const events::Event& event : loaded->events) {
        count_event(event, report);
    }
    report.with_coords = report.located;
    report.diagnostics.merge(loaded->diagnostics);
    return json ? io::info_json(report, {}) : io::info_text(report, {});
}

}  // namespace salient::app
