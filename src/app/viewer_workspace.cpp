// The user's work as a whole: saved to a workspace, opened from one, kept in a journal, taken up again after a crash.
#include "app/viewer.hpp"
#include "workspace/journal.hpp"
#include "workspace/workspace.hpp"

#include <filesystem>
#include <utility>

namespace salient::app {

namespace {

constexpr double kLooksEvery_s = 5;

/// The event that a command changes; empty: none, or the one that is selected afterwards (undo).
std::string edited_id(const session::Command& command) {
    if (const auto* review = std::get_if<session::Review>(&command)) {
        return review->id;
    }
    if (const auto* edit = std::get_if<session::EditEvent>(&command)) {
        return edit->event.id;
    }
    if (const auto* type = std::get_if<session::Retype>(&command)) {
        return type->id;
    }
    if (const auto* move = std::get_if<session::MoveEvent>(&command)) {
        return move->id;
    }
    if (const auto* date = std::get_if<session::Redate>(&command)) {
        return date->id;
    }
    return "";
}

std::optional<events::Event> copy_of(const events::EventStore& store, const std::string& id) {
    const auto index = store.find(id);
    return index ? std::optional(store.at(*index)) : std::nullopt;
}

}  // namespace

void Viewer::begin_journal() {
    if (const auto folder = workspace::journal_folder()) {
        pending_ = workspace::pending_recovery(*folder);
        if (!pending_.empty()) {
            recovery_text_ = std::to_string(pending_.front().edits)
                             + (pending_.front().edits == 1 ? " change" : " changes") + " up to "
                             + pending_.front().last_written;
        }
    }
    if (const base::Status status = journal_.begin(""); !status) {
        notify(ui::NoticeLevel::Warning, "Work is not safe from a crash: " + status.error().text());
    }
}

bool Viewer::apply_and_record(const session::Command& command) {
    const std::uint64_t version = document_.events.version();
    std::string id = edited_id(command);
    const auto before = copy_of(document_.events, id);
    const bool is_changed = document_.apply(command);
    if (document_.events.version() == version) {
        return is_changed;
    }
    id = id.empty() ? document_.state.selected : id;
    if (const auto after = copy_of(document_.events, id)) {
        journal_.edited(
            before.value_or(*after),
            *after,
            std::holds_alternative<session::Review>(command));
    }
    return is_changed;
}

void Viewer::record_look(double now_s) {
    if (now_s < next_look_s_ || document_.state == recorded_state_) {
        return;
    }
    next_look_s_ = now_s + kLooksEvery_s;
    recorded_state_ = document_.state;
    journal_.looked(recorded_state_);
    if (const auto error = journal_.take_error()) {
        notify(ui::NoticeLevel::Warning, "Work is not safe from a crash: " + error->text());
    }
}

void Viewer::save_workspace(const session::SaveWorkspace& command) {
    const std::string path = command.path.empty() ? workspace_path_ : command.path;
    if (path.empty()) {
        wishes_.ask_workspace = true;
        return;
    }
    auto contents = std::make_shared<workspace::Contents>(journal_.contents());
    contents->events.assign(document_.events.all().begin(), document_.events.all().end());
    contents->state = document_.state;
    const std::uint64_t version = document_.events.version();
    ++saving_;
    jobs_.run(
        "Writing " + label_of(path),
        false,
        [this, path, contents, version](const std::stop_token&) -> Background::Finish {
            const base::Status status = workspace::save(path, *contents);
            return [this, path, status, version] {
                --saving_;
                if (!status) {
                    quits_when_saved_ = false;
                    fail(status.error());
                    return;
                }
                workspace_path_ = path;
                if (version == document_.events.version()) {
                    document_.mark_saved();
                    journal_.saved(path);
                }
                notify(ui::NoticeLevel::Done, "Workspace saved: " + path);
                wishes_.quit = wishes_.quit || (quits_when_saved_ && saving_ == 0);
            };
        });
}

void Viewer::open_workspace(const std::string& path) {
    jobs_.run(
        "Opening " + label_of(path),
        false,
        [this, path](const std::stop_token&) -> Background::Finish {
            base::Diagnostics diagnostics;
            auto contents = workspace::open(path, diagnostics);
            return [this, path, diagnostics, contents = std::move(contents)]() mutable {
                if (!contents) {
                    fail(contents.error());
                    return;
                }
                const std::size_t count = contents->events.size();
                std::vector<std::string> details;
                for (const base::Diagnostic& item : diagnostics.items()) {
                    details.push_back(item.message + ": " + item.where);
                }
                take_contents(std::move(contents).value());
                workspace_path_ = path;
                document_.mark_saved();
                journal_.saved(path);
                notify(
                    details.empty() ? ui::NoticeLevel::Done : ui::NoticeLevel::Warning,
                    label_of(path) + ": workspace with " + std::to_string(count) + " events opened",
                    std::move(details));
            };
        });
}

void Viewer::take_contents(workspace::Contents contents) {
    document_.events.merge(std::move(contents.events));
    for (const workspace::Article& article : contents.articles) {
        take_article_view(article);
    }
    document_.state = contents.state;
    for (const std::string& source : contents.control_sources) {
        std::error_code ignored;
        if (std::filesystem::exists(source, ignored)) {
            open(source);
        }
    }
    journal_.adopt(std::move(contents));
}

void Viewer::recover(bool accept) {
    if (pending_.empty()) {
        return;
    }
    const workspace::Pending pending = pending_.front();
    pending_.erase(pending_.begin());
    recovery_text_.reset();
    if (!accept) {
        if (const base::Status status = workspace::discard(pending.journal); !status) {
            fail(status.error());
        }
        return;
    }
    jobs_.run("Recovering", false, [this, pending](const std::stop_token&) -> Background::Finish {
        base::Diagnostics diagnostics;
        workspace::Contents contents;
        auto recovered = workspace::recover(pending.journal, diagnostics);
        if (recovered && !recovered->base.workspace.empty()) {
            if (auto opened = workspace::open(recovered->base.workspace, diagnostics)) {
                contents = std::move(opened).value();
            }
        }
        if (recovered) {
            workspace::apply_edits(contents, recovered->edits);
        }
        return [this,
                pending,
                recovered = std::move(recovered),
                contents = std::move(contents)]() mutable {
            if (!recovered) {
                fail(recovered.error());
                return;
            }
            take_recovered(pending, std::move(contents), recovered->base.workspace);
        };
    });
}

void Viewer::take_recovered(
    const workspace::Pending& pending,
    workspace::Contents contents,
    const std::string& path) {
    const std::vector<std::string> files = contents.files;
    const std::size_t count = contents.events.size();
    std::vector<events::Event> changed = contents.events;
    const std::vector<workspace::Article> articles = contents.articles;
    take_contents(std::move(contents));
    workspace_path_ = path;
    document_.has_unsaved_events = true;
    for (const std::string& file : files) {
        open(file);
    }
    // In this session's journal before the old one goes.
    journal_.extracted(articles, std::move(changed));
    if (const base::Status status = workspace::discard(pending.journal); !status) {
        fail(status.error());
    }
    notify(ui::NoticeLevel::Done, std::to_string(count) + " events of the last session recovered");
}

}  // namespace salient::app
