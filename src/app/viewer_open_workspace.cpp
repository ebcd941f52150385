// A workspace that is opened takes the place of what was there; the work of a killed session is taken up.
#include "app/viewer.hpp"

#include <algorithm>
#include <utility>

namespace salient::app {

namespace {

std::vector<std::string> lines_of(const base::Diagnostics& diagnostics) {
    std::vector<std::string> lines;
    for (const base::Diagnostic& item : diagnostics.items()) {
        lines.push_back(item.where.empty() ? item.message : item.message + ": " + item.where);
    }
    return lines;
}

std::string events_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " event" : " events");
}

}  // namespace

bool Viewer::may_replace_work() {
    if (document_.has_unsaved_work()) {
        notify(
            ui::NoticeLevel::Warning,
            "A workspace takes the place of what is open, and that has changes: save them first");
        return false;
    }
    if (is_opening_workspace_ || is_saving_workspace_) {
        notify(
            ui::NoticeLevel::Warning,
            "A workspace is still being opened or saved; open the other when that is done");
        return false;
    }
    return true;
}

void Viewer::open_typed_workspaces() {
    is_opening_workspace_ = false;
    const std::vector<std::string> paths = std::exchange(waiting_workspaces_, {});
    open_workspace(paths.front());
    for (std::size_t i = 1; i < paths.size(); ++i) {
        notify(
            ui::NoticeLevel::Warning,
            "Not opened, as there is one workspace at a time: " + label_of(paths[i]));
    }
}

void Viewer::open_workspace(const std::string& path) {
    if (!may_replace_work()) {
        return;
    }
    is_opening_workspace_ = true;
    LoadOptions options;
    options.limits = options_.limits;
    if (asked_) {
        options.extent = typed_extent(*asked_, document_.state, map_size_);
    }
    jobs_.run(
        "Opening " + label_of(path),
        true,
        [this, path, options](const std::stop_token& stop) -> Background::Finish {
            auto loaded = load_workspace(path, options, stop);
            if (loaded && stop.stop_requested()) {
                loaded = base::Error{base::ErrorCode::Cancelled, "Stopped", ""};
            }
            return [this, loaded = std::move(loaded)]() mutable {
                is_opening_workspace_ = false;
                if (loaded) {
                    take_workspace(std::move(loaded).value());
                } else {
                    fail(loaded.error());
                }
                open_waiting();
            };
        });
}

void Viewer::empty_document() {
    document_.events.clear();
    document_.edits = session::EditHistory();
    document_.mark_saved();
    document_.has_unsaved_bookmarks = false;
    articles_.clear();
    article_paths_.clear();
    dateless_.clear();
    imports_.clear();
    events_of_file_.clear();
    options_of_file_.clear();
    header_of_file_.clear();
    watch_ = FileWatch();
}

void Viewer::take_workspace(Loaded loaded) {
    empty_document();
    say_journal_trouble(keeper_.take_loaded(loaded, document_));
    document_.events.merge(std::move(loaded.events));
    for (const page::Article& article : loaded.articles) {
        take_article_view(article);
    }
    for (const auto* paths : {&keeper_.rest().files, &keeper_.rest().control_sources}) {
        for (const std::string& path : *paths) {
            watch_.add(path);
        }
    }
    if (loaded.control) {
        take_history(std::move(*loaded.control));
    }
    if (const auto asked = std::exchange(asked_, std::nullopt)) {
        auto state = state_of_workspace(keeper_.rest(), *asked, *gazetteer_, map_size_);
        if (state) {
            document_.state = std::move(state).value();
            document_.state.playback.playing = false;
        } else {
            fail(state.error());
        }
    }
    recorded_state_ = document_.state;
    std::vector<std::string> details = lines_of(loaded.diagnostics);
    if (loaded.diagnostics.count("file.missing") > 0) {
        details.emplace_back(
            "Open a missing file from where it is now: the workspace then finds it there");
    }
    notify(
        details.empty() ? ui::NoticeLevel::Done : ui::NoticeLevel::Warning,
        label_of(loaded.path) + ": workspace with " + events_text(document_.events.size())
            + " opened",
        std::move(details));
}

void Viewer::recover(bool accept) {
    if (!keeper_.pending()) {
        return;
    }
    if (!accept) {
        recovery_text_.reset();
        say_journal_trouble(keeper_.drop_pending());
        return;
    }
    if (!keeper_.pending()->base.workspace.empty() && !may_replace_work()) {
        return;
    }
    recovery_text_.reset();
    is_opening_workspace_ = true;
    jobs_.run(
        "Recovering",
        false,
        [this, pending = *keeper_.pending()](const std::stop_token& stop) -> Background::Finish {
            auto work = load_pending(pending, stop);
            return [this, work = std::move(work)]() mutable {
                is_opening_workspace_ = false;
                if (work) {
                    take_recovered(std::move(work).value());
                } else {
                    fail(work.error());
                }
                open_waiting();
            };
        });
}

void Viewer::take_recovered(RecoveredWork work) {
    if (!work.loaded.address.empty()) {
        empty_document();
    }
    say_journal_trouble(keeper_.take_recovered(work, document_));
    for (const page::Article& article : work.loaded.articles) {
        take_article_view(article);
    }
    if (work.loaded.control) {
        take_history(std::move(*work.loaded.control));
    }
    for (const workspace::Edit& edit : work.edits) {
        if (const auto* file = std::get_if<workspace::AddFile>(&edit)) {
            waiting_files_.push_back(file->path);
        } else if (const auto* sources = std::get_if<workspace::SetControlSources>(&edit)) {
            waiting_files_.insert(
                waiting_files_.end(),
                sources->paths.begin(),
                sources->paths.end());
        }
    }
    std::vector<std::string> details = lines_of(work.loaded.diagnostics);
    notify(
        details.empty() ? ui::NoticeLevel::Done : ui::NoticeLevel::Warning,
        events_text(work.loaded.events.size()) + " of the last session recovered",
        std::move(details));
}

void Viewer::open_waiting() {
    for (const std::string& path : std::exchange(waiting_files_, {})) {
        open(path);
    }
}

}  // namespace salient::app
