#include "app/base_data.hpp"
#include "app/commands.hpp"
#include "app/import_row.hpp"
#include "app/output.hpp"
#include "app/view_options.hpp"
#include "app/workspace_file.hpp"
#include "app/workspace_keeper.hpp"

#include <algorithm>
#include <iostream>
#include <utility>

namespace salient::app {

namespace {

constexpr Size kUsualMap = {900, 660};

base::Status check_target(const Output& output) {
    auto status = check_workspace_name(output.path);
    return status && !workspace::is_database(output.path) ? check_output(output) : status;
}

/// What goes into the workspace, as the window would have it.
struct Work {
    session::Document document;
    WorkspaceKeeper keeper;
};

base::Status add_file(
    const std::string& path,
    const toponym::Finder& finder,
    const LoadOptions& options,
    Work& work) {
    auto loaded = load_path(path, finder, options, {});
    if (!loaded) {
        return loaded.error();
    }
    report(loaded->diagnostics);
    if (loaded->workspace) {
        if (!work.keeper.target().empty()) {
            return base::Error{
                base::ErrorCode::BadValue,
                "Expected one workspace among the files, found another",
                loaded->path};
        }
        auto status = work.keeper.take_loaded(*loaded, work.document);
        work.document.events.merge(std::move(loaded->events));
        return status;
    }
    const bool is_first = work.document.events.empty();
    ui::ImportRow row = import_row(*loaded);
    const auto merged = work.keeper.merge_file(*loaded, {}, work.document);
    if (!is_first) {
        row.file = path;
        row.added = merged.added;
        row.changed = merged.changed;
        row.removed = merged.removed;
        std::cout << summary_text(row) << '\n';
    }
    return merged.journal;
}

/// Workspaces first: files are merged into them.
std::vector<std::string> in_order(std::vector<std::string> files) {
    std::stable_partition(files.begin(), files.end(), is_workspace);
    return files;
}

base::Result<Work> read_files(
    const ViewOptions& options,
    const places::Gazetteer& gazetteer,
    const toponym::Finder& finder) {
    auto asked = state_from_options(options, gazetteer, kUsualMap);
    if (!asked) {
        return asked.error();
    }
    Work work;
    auto reading = load_options(options);
    if (!reading) {
        return reading.error();
    }
    reading->extent = typed_extent(options, *asked, kUsualMap);
    for (const std::string& file : in_order(options.files)) {
        if (auto status = add_file(file, finder, *reading, work); !status) {
            return status.error();
        }
    }
    auto state = work.keeper.target().empty()
                     ? std::move(asked)
                     : state_of_workspace(work.keeper.rest(), options, gazetteer, kUsualMap);
    if (!state) {
        return state.error();
    }
    work.document.state = std::move(state).value();
    return work;
}

base::Status save_files(const SaveOptions& options) {
    if (auto status = check_target(options.output); !status) {
        return status;
    }
    base::Diagnostics diagnostics;
    auto gazetteer = load_gazetteer(options.view.gazetteers, diagnostics);
    report(diagnostics);
    if (!gazetteer) {
        return gazetteer.error();
    }
    auto finder = load_finder(*gazetteer);
    if (!finder) {
        return finder.error();
    }
    auto work = read_files(options.view, **gazetteer, **finder);
    if (!work) {
        return work.error();
    }
    WorkspaceSave save = work->keeper.begin_save(options.output.path, work->document);
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
