// Files that are read beside a workspace: merged by id, found again where they have moved.
#include "app/same_file.hpp"
#include "app/workspace_keeper.hpp"
#include "workspace/workspace.hpp"

#include <algorithm>
#include <utility>

namespace salient::app {

namespace fs = std::filesystem;

WorkspaceKeeper::FileMerge WorkspaceKeeper::merge_file(
    Loaded& loaded,
    const std::vector<std::string>& before,
    session::Document& document) {
    FileMerge merge;
    merge.is_found_again = point_at(loaded.path);
    std::vector<workspace::Edit> gesture;
    const auto former =
        merge.is_found_again ? former_prefix(document.events, loaded.events) : std::nullopt;
    if (former) {
        gesture = rename(*former, file_prefix(loaded.events).value_or(""), document);
    }
    const auto known = before.empty() ? ids_of_same_file(document.events, loaded.events) : before;
    const auto gone = gone_ids(document.events, known, loaded.events);
    merge.removed = document.events.remove(gone);
    if (!gone.empty()) {
        gesture.emplace_back(workspace::RemoveEvents{gone});
    }
    std::vector<workspace::Edit> opened = opening(loaded);
    std::move(opened.begin(), opened.end(), std::back_inserter(gesture));
    merge.journal = append(std::move(gesture));
    const events::MergeReport report = document.events.merge(std::exchange(loaded.events, {}));
    merge.added = report.added;
    merge.changed = report.changed;
    return merge;
}

/// @return the workspace missed the file; it and others that moved along with it are named at their new place now
bool WorkspaceKeeper::point_at(const fs::path& found) {
    const fs::path place = absolute_path(found.string());
    const auto missing = workspace::missing_files(rest_);
    const auto lost = std::find_if(missing.begin(), missing.end(), [&](const std::string& path) {
        return fs::path(path).filename() == place.filename();
    });
    if (lost == missing.end()) {
        return false;
    }
    workspace::relocate(rest_, *lost, place);
    const fs::path old_folder = fs::path(*lost).parent_path();
    for (const std::string& path : missing) {
        const fs::path there = place.parent_path() / fs::path(path).lexically_relative(old_folder);
        std::error_code failed;
        if (path.starts_with(old_folder.string() + "/") && fs::exists(there, failed)) {
            workspace::relocate(rest_, path, there);
        }
    }
    return true;
}

/// Gives events that begin with `from` ids that begin with `to`. Steps of undo go.
std::vector<workspace::Edit> WorkspaceKeeper::rename(
    const std::string& from,
    const std::string& to,
    session::Document& document) {
    const auto renamed = [&](const std::string& id) {
        return id.starts_with(from) ? to + id.substr(from.size()) : id;
    };
    workspace::RemoveEvents old;
    workspace::PutEvents put;
    for (events::EventIndex i = 0; i < document.events.size(); ++i) {
        if (document.events.glance(i).id.starts_with(from)) {
            events::Event event = document.events.at(i);
            old.ids.push_back(event.id);
            event.id = renamed(event.id);
            put.events.push_back(event);
        }
    }
    document.has_unsaved_events = document.has_unsaved_event_work();
    document.edits = session::EditHistory();
    document.events.remove(old.ids);
    document.events.merge(put.events);
    document.state.selected = renamed(document.state.selected);
    for (workspace::Decision& decision : rest_.decisions) {
        decision.event_id = renamed(decision.event_id);
    }
    for (workspace::EditStep& step : rest_.edits) {
        step.before.id = renamed(step.before.id);
        step.after.id = renamed(step.after.id);
    }
    return {std::move(old), std::move(put)};
}

}  // namespace salient::app
