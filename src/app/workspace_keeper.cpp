#include "app/workspace_keeper.hpp"

#include "app/same_file.hpp"
#include "workspace/database.hpp"
#include "workspace/utc_text.hpp"
#include "workspace/workspace.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace salient::app {

namespace {

namespace fs = std::filesystem;
using workspace::Edit;

std::string now_text() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return workspace::utc_text(std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

/// The event that an edit command changes; for Undo and Redo it is known afterwards.
struct EditedId {
    std::string operator()(const session::Review& c) const { return c.id; }
    std::string operator()(const session::EditEvent& c) const { return c.event.id; }
    std::string operator()(const session::Retype& c) const { return c.id; }
    std::string operator()(const session::MoveEvent& c) const { return c.id; }
    std::string operator()(const session::Redate& c) const { return c.id; }
    template <class Other>
    std::string operator()(const Other& /*c*/) const {
        return {};
    }
};

bool is_undo_or_redo(const session::Command& command) {
    return std::holds_alternative<session::Undo>(command)
           || std::holds_alternative<session::Redo>(command);
}

std::optional<events::Event> find_event(const session::Document& document, const std::string& id) {
    const auto index = document.events.find(id);
    return index ? std::optional(document.events.at(*index)) : std::nullopt;
}

/// Puts events into the store as they are, whatever it decided about them before.
void put_events(session::Document& document, const events::EventList& events) {
    document.events.remove(ids_of(events));
    document.events.merge(events);
}

workspace::Base base_of(const std::string& target) {
    return {workspace::without_credentials(target), {}};
}

}  // namespace

base::Status WorkspaceKeeper::start(const fs::path& journal_folder) {
    const auto left = workspace::pending_recovery(journal_folder);
    if (!left.empty()) {
        pending_ = left.front();
    }
    auto journal = workspace::Journal::start(journal_folder, base_of(target_));
    if (!journal) {
        return journal.error();
    }
    journal_ = std::move(journal).value();
    return base::Done{};
}

std::string WorkspaceKeeper::pending_text() const {
    if (!pending_) {
        return {};
    }
    std::string text = "Changes up to " + pending_->last_written;
    if (const std::string& workspace = pending_->base.workspace; !workspace.empty()) {
        text += ", made to "
                + (workspace::is_database(workspace) ? workspace
                                                     : fs::path(workspace).filename().string());
    }
    return text;
}

base::Status WorkspaceKeeper::drop_pending() {
    before_recovery_.clear();
    return pending_ ? workspace::discard(std::exchange(pending_, std::nullopt)->journal)
                    : base::Status(base::Done{});
}

void WorkspaceKeeper::put_article(workspace::Article article) {
    const auto known = std::find_if(articles_.begin(), articles_.end(), [&](const auto& each) {
        return each.id == article.id;
    });
    if (known == articles_.end()) {
        articles_.push_back(std::move(article));
    } else {
        *known = std::move(article);
    }
}

base::Status WorkspaceKeeper::take_recovered(
    const RecoveredWork& work,
    session::Document& document) {
    std::vector<Edit> edits = work.edits;
    if (work.loaded.address.empty()) {
        workspace::apply_edits(rest_, work.edits);
        rest_.events.clear();
        rest_.articles.clear();
        for (const page::Article& article : work.loaded.articles) {
            put_article(stored_article(article));
        }
        edits.insert(edits.end(), before_recovery_.begin(), before_recovery_.end());
    } else {
        take_workspace(work.loaded);
    }
    document.state = work.loaded.workspace->state;
    document.state.playback.playing = false;
    put_events(document, work.loaded.events);
    document.has_unsaved_events = true;
    document.has_unsaved_bookmarks =
        std::any_of(work.edits.begin(), work.edits.end(), [](const Edit& edit) {
            return std::holds_alternative<workspace::SetBookmarks>(edit);
        });
    if (!journal_) {
        return base::Done{};  // the old journal stays: there is no new one to hold the work
    }
    auto status = journal_->restart(base_of(target_), edits);
    return status ? drop_pending() : status;
}

void WorkspaceKeeper::take_workspace(const Loaded& loaded) {
    target_ = loaded.address;
    rest_ = *loaded.workspace;
    seen_ = loaded.seen;
    stamp_ = loaded.stamp;
    articles_.clear();
    for (const page::Article& article : loaded.articles) {
        put_article(stored_article(article));
    }
}

base::Status WorkspaceKeeper::take_loaded(const Loaded& loaded, session::Document& document) {
    if (!loaded.workspace) {
        return append(opening(loaded));
    }
    take_workspace(loaded);
    document.state = rest_.state;
    document.state.playback.playing = false;
    since_save_began_.reset();
    before_recovery_.clear();
    return journal_ ? journal_->restart(base_of(target_)) : base::Status(base::Done{});
}

std::vector<Edit> WorkspaceKeeper::opening(const Loaded& loaded) {
    std::vector<Edit> gesture;
    const std::string path = absolute_path(loaded.path);
    auto& names = loaded.control ? rest_.control_sources : rest_.files;
    if (std::find(names.begin(), names.end(), path) == names.end()) {
        names.push_back(path);
        gesture.push_back(
            loaded.control ? Edit(workspace::SetControlSources{rest_.control_sources})
                           : Edit(workspace::AddFile{path}));
    }
    for (const page::Article& article : loaded.articles) {
        workspace::Article stored = stored_article(article);
        gesture.emplace_back(workspace::PutArticle{stored});
        put_article(std::move(stored));
    }
    if (!loaded.articles.empty()) {
        gesture.emplace_back(workspace::PutEvents{loaded.events});
    }
    return gesture;
}

base::Status WorkspaceKeeper::looked(const session::State& state) {
    return append({workspace::SetState{state}});
}

bool WorkspaceKeeper::apply(
    const session::Command& command,
    session::Document& document,
    std::optional<base::Error>& trouble) {
    std::string id = std::visit(EditedId(), command);
    const auto before = find_event(document, id);
    const bool is_changed = document.apply(command);
    if (is_undo_or_redo(command) && is_changed) {
        id = document.state.selected;
    }
    const auto after = find_event(document, id);
    if (id.empty() || !is_changed || !after) {
        return is_changed;
    }
    const std::string made_at = now_text();
    std::vector<Edit> gesture = {workspace::PutEvents{{*after}}};
    if (before && before->status != after->status) {
        rest_.decisions.push_back({id, after->status, made_at});
        gesture.emplace_back(workspace::AddDecision{rest_.decisions.back()});
    }
    if (before) {
        rest_.edits.push_back({*before, *after, made_at});
        gesture.emplace_back(workspace::AddEditStep{rest_.edits.back()});
    }
    gesture.emplace_back(workspace::SetState{document.state});
    if (auto status = append(std::move(gesture)); !status) {
        trouble = status.error();
    }
    return is_changed;
}

base::Status WorkspaceKeeper::set_bookmarks(std::vector<workspace::Bookmark> bookmarks) {
    rest_.bookmarks = std::move(bookmarks);
    return append({workspace::SetBookmarks{rest_.bookmarks}});
}

base::Status WorkspaceKeeper::append(std::vector<Edit> gesture) {
    if (gesture.empty()) {
        return base::Done{};
    }
    auto status = journal_ ? journal_->append(gesture) : base::Status(base::Done{});
    if (pending_) {
        before_recovery_.insert(before_recovery_.end(), gesture.begin(), gesture.end());
    }
    if (since_save_began_) {
        std::move(gesture.begin(), gesture.end(), std::back_inserter(*since_save_began_));
    }
    return status;
}

std::string WorkspaceKeeper::shown_target() const {
    return workspace::without_credentials(target_);
}

WorkspaceSave WorkspaceKeeper::begin_save(
    const std::string& target,
    const session::Document& document) {
    workspace::Contents contents = rest_;
    contents.state = document.state;
    contents.articles = articles_;
    contents.events = document.events.all();
    since_save_began_.emplace();
    WorkspaceSave save;
    save.target = workspace::is_database(target) ? target : absolute_path(target);
    save.contents = std::make_shared<const workspace::Contents>(std::move(contents));
    if (save.target == target_) {
        save.seen = seen_;
        save.stamp = stamp_;
    }
    save.version = document.events.version();
    return save;
}

base::Status WorkspaceKeeper::saved(const WorkspaceSave& save, session::Document& document) {
    target_ = save.target;
    seen_ = save.seen;
    stamp_ = save.stamp;
    if (save.version == document.events.version()) {
        document.mark_saved();
    }
    document.has_unsaved_bookmarks =
        document.has_unsaved_bookmarks && rest_.bookmarks != save.contents->bookmarks;
    before_recovery_.clear();
    const std::vector<Edit> later =
        std::exchange(since_save_began_, std::nullopt).value_or(std::vector<Edit>());
    return journal_ ? journal_->restart(base_of(target_), later) : base::Status(base::Done{});
}

void WorkspaceKeeper::finish() {
    if (journal_) {
        journal_->finish();
        journal_.reset();
    }
}

}  // namespace salient::app
