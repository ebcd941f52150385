// The user's work as a whole: kept in a journal, saved to a workspace. How it is opened: viewer_open_workspace.cpp.
#include "app/viewer.hpp"
#include "workspace/journal.hpp"

#include <filesystem>
#include <utility>

namespace salient::app {

namespace {

constexpr double kSecondsBetweenLooks = 5;

}  // namespace

void Viewer::begin_journal() {
    const auto folder = workspace::journal_folder();
    say_journal_trouble(folder ? keeper_.start(*folder) : base::Status(folder.error()));
    if (keeper_.pending()) {
        recovery_text_ = keeper_.pending_text();
    }
}

void Viewer::say_journal_trouble(const base::Status& status) {
    if (!status && !std::exchange(said_journal_trouble_, true)) {
        notify(ui::NoticeLevel::Warning, "Work is not safe from a crash: " + status.error().text());
    }
}

bool Viewer::apply_and_record(const session::Command& command) {
    std::optional<base::Error> trouble;
    const bool is_changed = keeper_.apply(command, document_, trouble);
    if (trouble) {
        say_journal_trouble(*trouble);
    }
    return is_changed;
}

void Viewer::record_look(double now_s) {
    if (now_s < next_look_s_ || document_.state == recorded_state_) {
        return;
    }
    next_look_s_ = now_s + kSecondsBetweenLooks;
    recorded_state_ = document_.state;
    say_journal_trouble(keeper_.looked(recorded_state_));
}

void Viewer::save_workspace(const session::SaveWorkspace& command) {
    const std::string target = command.path.empty() ? keeper_.target() : command.path;
    if (target.empty()) {
        wishes_.ask_workspace = true;
        return;
    }
    if (const base::Status status = check_workspace_name(target); !status) {
        quits_when_saved_ = false;
        fail(status.error());
        return;
    }
    if (is_saving_workspace_ || is_opening_workspace_) {
        notify(
            ui::NoticeLevel::Warning,
            "A workspace is still being opened or saved; save again when that is done");
        return;
    }
    is_saving_workspace_ = true;
    ++saving_;
    jobs_.run(
        "Writing " + label_of(target),
        false,
        [this, save = keeper_.begin_save(target, document_)](
            const std::stop_token&) mutable -> Background::Finish {
            base::Status status = app::save_workspace(save);
            return [this, save = std::move(save), status = std::move(status)] {
                take_saved(save, status);
            };
        });
}

void Viewer::take_saved(const WorkspaceSave& save, const base::Status& status) {
    is_saving_workspace_ = false;
    --saving_;
    if (!status) {
        quits_when_saved_ = false;
        fail(status.error());
        return;
    }
    say_journal_trouble(keeper_.saved(save, document_));
    std::vector<std::string> details;
    for (const base::Diagnostic& item : save.diagnostics.items()) {
        details.push_back(item.message + ": " + item.where);
    }
    notify(
        details.empty() ? ui::NoticeLevel::Done : ui::NoticeLevel::Warning,
        "Workspace saved: " + keeper_.shown_target(),
        std::move(details));
    wishes_.quit = wishes_.quit || (quits_when_saved_ && saving_ == 0);
}

}  // namespace salient::app
