#include "app/project.hpp"

#include "app/base_data.hpp"
#include "app/workspace_file.hpp"
#include "scene/build.hpp"
#include "scene/map_input.hpp"
#include "time/text.hpp"

#include <future>
#include <utility>

namespace salient::app {

namespace {

void take(Loaded&& loaded, Project& project, std::optional<control::ControlHistory>& control) {
    project.events.merge(std::move(loaded.events));
    for (page::Article& article : loaded.articles) {
        project.articles.push_back(std::move(article));
    }
    if (loaded.control) {
        control = control ? control->joined_with(*loaded.control) : std::move(*loaded.control);
    }
    project.diagnostics.merge(loaded.diagnostics);
    if (loaded.workspace) {
        project.workspace = std::move(loaded.workspace);
    }
}

/// Bundled articles and the user's files, in order. @param control  of the user's files, all of them as one
base::Status load_content(
    const ViewOptions& options,
    const toponym::Finder& finder,
    Size map_size,
    Project& project,
    std::optional<control::ControlHistory>& control) {
    if (options.default_events && !names_workspace(options.files)) {
        auto loaded = load_default_articles(finder, {});
        if (!loaded) {
            return loaded.error();
        }
        take(std::move(loaded).value(), project, control);
    }
    auto reading = load_options(options);
    if (!reading) {
        return reading.error();
    }
    reading->extent = typed_extent(options, project.state, map_size);
    for (const std::string& file : options.files) {
        auto loaded = load_path(file, finder, *reading, {});
        if (!loaded) {
            return loaded.error();
        }
        take(std::move(loaded).value(), project, control);
    }
    return base::Done{};
}

/// What a picture needs of our own data; a workspace brings a view of its own and may need all.
struct Needed {
    scene::MapLevels levels;
    geo::Box ground = scene::kWholeWorld;  ///< of names
};

Needed needed_for(const session::Camera& camera, scene::SizePx size_px, float pixel_scale) {
    const scene::View view = scene::view_of(camera, size_px, pixel_scale);
    return {scene::levels_shown(view, pixel_scale), scene::named_ground(view)};
}

}  // namespace

base::Result<Project> load_project(const ViewOptions& options, Size size, double scale) {
    Project project;
    auto gazetteer = load_gazetteer(options.gazetteers, project.diagnostics);
    if (!gazetteer) {
        return gazetteer.error();
    }
    const std::shared_ptr<const places::Gazetteer> places = *gazetteer;
    const scene::SizePx size_px = {size.width, size.height};
    const double pixel_scale =
        scale > 0 ? scale : static_cast<double>(scene::pixel_scale_for(size_px));
    const Size map_size = {
        static_cast<int>(size.width / pixel_scale),
        static_cast<int>(size.height / pixel_scale)};
    auto state = state_from_options(options, *places, map_size);
    if (!state) {
        return state.error();
    }
    project.state = std::move(state).value();
    const Needed needed =
        names_workspace(options.files)
            ? Needed()
            : needed_for(project.state.camera, size_px, static_cast<float>(pixel_scale));
    auto base_map =
        std::async(std::launch::async, [needed] { return load_base_map({}, needed.levels); });
    auto place_names = std::async(std::launch::async, [places, needed] {
        return load_place_names(*places, needed.ground);
    });

    auto default_control = load_default_control();
    if (!default_control) {
        return default_control.error();
    }
    std::optional<control::ControlHistory> control;
    if (options.default_events || !options.files.empty()) {
        auto finder = load_finder(places);
        if (!finder) {
            return finder.error();
        }
        if (auto status = load_content(options, **finder, map_size, project, control); !status) {
            return status.error();
        }
    }
    if (project.workspace) {
        state = state_of_workspace(*project.workspace, options, *places, map_size);
        if (!state) {
            return state.error();
        }
        project.state = std::move(state).value();
    }
    if (!project.workspace) {
        show_days_of(project.events, options, project.state);
    }
    const auto map = base_map.get();
    if (!map) {
        return map.error();
    }
    const control::ControlHistory& shown = control ? *control : *default_control;
    project.control =
        scene::prepare_control(shown.only(session::cursor_day(project.state)), map->get(), {});
    project.map = scene::with_names(**map, place_names.get());
    return project;
}

}  // namespace salient::app
