#include "app/workspace_file.hpp"

#include "app/read_options.hpp"
#include "geo/mercator.hpp"
#include "io/control_file.hpp"
#include "workspace/workspace.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace salient::app {

namespace {

std::string plural(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

/// Control areas that the workspace names; one that cannot be read costs a diagnostic.
void load_control(Loaded& loaded, const LoadOptions& options, const std::stop_token& stop) {
    for (const std::string& source : loaded.workspace->control_sources) {
        std::error_code ignored;
        if (stop.stop_requested() || !std::filesystem::exists(source, ignored)) {
            continue;  // missing ones are reported already
        }
        auto history = io::read_control(
            source,
            loaded.diagnostics,
            {event_read_options(options.limits).limits, options.crs},
            nullptr,
            stop);
        if (history) {
            loaded.control =
                loaded.control ? loaded.control->joined_with(*history) : std::move(history).value();
        } else {
            loaded.diagnostics.error("file.unread", history.error().message, source);
        }
    }
}

base::Result<Loaded> open_contents(const std::string& path, const workspace::Extent& extent) {
    Loaded loaded;
    loaded.path = workspace::without_credentials(path);
    loaded.address = path;
    if (!workspace::is_database(path)) {
        loaded.address = absolute_path(path);
        loaded.stamp =
            workspace::stamp_of(path);  // before it is read: a change in between is noticed
        auto contents = workspace::open(path, loaded.diagnostics);
        if (!contents) {
            return contents.error();
        }
        loaded.workspace = std::move(contents).value();
        return loaded;
    }
    auto fetched = workspace::open_database(path, extent, loaded.diagnostics);
    if (!fetched) {
        return fetched.error();
    }
    const std::size_t left = fetched->events_in_store - fetched->contents.events.size();
    if (left > 0) {
        loaded.diagnostics.note(
            "database.partly",
            plural(left, "event", "events")
                + " outside the days and the map asked for stay in the store");
    }
    loaded.workspace = std::move(fetched->contents);
    loaded.seen = std::move(fetched->seen);
    return loaded;
}

}  // namespace

bool is_workspace(const std::string& path_or_address) {
    return workspace::is_database(path_or_address) || workspace::is_workspace(path_or_address);
}

bool names_workspace(const std::vector<std::string>& files) {
    return std::any_of(files.begin(), files.end(), is_workspace);
}

std::string absolute_path(const std::string& path) {
    std::error_code failed;
    const auto full =
        std::filesystem::weakly_canonical(std::filesystem::absolute(path, failed), failed);
    return failed ? path : full.string();
}

base::Result<Loaded> load_workspace(
    const std::string& path_or_address,
    const LoadOptions& options,
    const std::stop_token& stop) {
    auto loaded = open_contents(path_or_address, options.extent);
    if (!loaded) {
        return loaded;
    }
    workspace::Contents& contents = *loaded->workspace;
    loaded->events = std::exchange(contents.events, {});
    for (const workspace::Article& article : std::exchange(contents.articles, {})) {
        loaded->articles.push_back(restored_article(article));
    }
    load_control(*loaded, options, stop);
    loaded->report = "Workspace with " + plural(loaded->events.size(), "event", "events") + " and "
                     + plural(loaded->articles.size(), "article", "articles");
    return loaded;
}

workspace::Extent
typed_extent(const ViewOptions& options, const session::State& state, Size map_size) {
    workspace::Extent extent;
    if (options.from || options.to) {
        extent.window = state.window;
    }
    if (options.view) {
        const double scale = session::pixels_per_world(state.camera);
        const geo::WorldPoint center = state.camera.center;
        const double x = map_size.width / scale / 2;
        const double y = map_size.height / scale / 2;
        if (x < 0.5) {
            const geo::LonLat north_west = geo::lonlat_from_world({center.x - x, center.y - y});
            const geo::LonLat south_east = geo::lonlat_from_world({center.x + x, center.y + y});
            extent.box = {
                north_west.lon_deg,
                south_east.lat_deg,
                south_east.lon_deg,
                north_west.lat_deg};
        }
    }
    return extent;
}

base::Status check_workspace_name(const std::string& target) {
    if (workspace::is_database(target) || std::filesystem::path(target).extension() == ".gpkg") {
        return base::Done{};
    }
    return base::Error{
        base::ErrorCode::BadValue,
        "Expected a name ending in .gpkg or the address of a database (PG:…)",
        target};
}

base::Status save_workspace(WorkspaceSave& save) {
    if (workspace::is_database(save.target)) {
        return workspace::save_database(save.target, *save.contents, save.seen, save.diagnostics);
    }
    auto status = workspace::save(save.target, *save.contents, save.stamp);
    if (status) {
        save.stamp = workspace::stamp_of(save.target);
    }
    return status;
}

}  // namespace salient::app
