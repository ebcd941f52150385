#include "app/base_data.hpp"
#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/view_options.hpp"
#include "app/workspace_file.hpp"
#include "events/store.hpp"
#include "time/text.hpp"

#include <filesystem>
#include <utility>

namespace salient::app {

namespace {

constexpr Size kUsualMap = {900, 660};

base::Status check_target(const Output& output) {
    auto status = check_workspace_name(output.path);
    return status && !workspace::is_database(output.path) ? check_output(output) : status;
}

base::Status add_file(
    const std::string& path,
    const toponym::Finder& finder,
    const LoadOptions& options,
    workspace::Contents& contents,
    events::EventStore& events) {
    auto loaded = load_path(path, finder, options, {});
    if (!loaded) {
        return loaded.error();
    }
    report(loaded->diagnostics);
    events.merge(std::move(loaded->events));
    for (const page::Article& article : loaded->articles) {
        contents.articles.push_back(stored_article(article));
    }
    if (loaded->workspace) {
        loaded->workspace->articles = std::move(contents.articles);
        contents = std::move(*loaded->workspace);
        return base::Done{};
    }
    const std::string place = std::filesystem::weakly_canonical(path).string();
    (loaded->control ? contents.control_sources : contents.files).push_back(place);
    return base::Done{};
}

base::Status save_files(const SaveOptions& options) {
    if (auto status = check_target(options.output); !status) {
        return status;
    }
    auto gazetteer = load_gazetteer();
    if (!gazetteer) {
        return gazetteer.error();
    }
    auto finder = load_finder(*gazetteer);
    if (!finder) {
        return finder.error();
    }
    workspace::Contents contents;
    events::EventStore events;
    LoadOptions load_options;
    load_options.limits = options.view.limits;
    auto asked = state_from_options(options.view, **gazetteer, kUsualMap);
    if (!asked) {
        return asked.error();
    }
    load_options.extent = typed_extent(options.view, *asked, kUsualMap);
    for (const std::string& file : options.view.files) {
        auto status = add_file(file, **finder, load_options, contents, events);
        if (!status) {
            return status;
        }
    }
    auto state = names_workspace(options.view.files)
                     ? state_of_workspace(contents.state, options.view, **gazetteer, kUsualMap)
                     : asked;
    if (!state) {
        return state.error();
    }
    contents.state = std::move(state).value();
    contents.events.assign(events.all().begin(), events.all().end());
    WorkspaceSave save;
    save.target = options.output.path;
    save.contents = std::make_shared<const workspace::Contents>(std::move(contents));
    auto status = save_workspace(save);
    report(save.diagnostics);
    return status;
}

}  // namespace

int run_save(const SaveOptions& options) {
    const base::Status status = save_files(options);
    if (!status) {
        report(status.error());
        return 1;
    }
    return 0;
}

}  // namespace salient::app
