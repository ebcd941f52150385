#include "app/viewer.hpp"

#include "app/output.hpp"
#include "app/palette.hpp"
#include "app/place_search.hpp"
#include "app/user_folders.hpp"
#include "session/apply.hpp"

#include <algorithm>
#include <iostream>
#include <utility>

namespace salient::app {

namespace {

constexpr double kNoticeSeconds = 9;

}  // namespace

Viewer::Viewer(session::State first, ViewOptions options, std::function<void()> wake)
    : options_(std::move(options)),
      jobs_(std::move(wake)) {
    document_.state = std::move(first);
}

void Viewer::start() {
    recorded_state_ = document_.state;
    for (const std::string& file : options_.files) {
        (is_workspace(file) ? waiting_workspaces_ : waiting_files_).push_back(file);
    }
    if (!waiting_workspaces_.empty()) {
        options_.default_events = false;
        is_opening_workspace_ = true;
        asked_ = options_;
    }
    load_own_data();
    begin_journal();
}

bool Viewer::take_arrivals() {
    return jobs_.finish_ready();
}

bool Viewer::tick(double now_s) {
    bool is_changed = open_changed(now_s);
    record_look(now_s);
    const std::size_t before = kept_.size();
    for (Kept& each : kept_) {
        // What has details to read waits until it is closed.
        const bool is_brief =
            each.notice.level == ui::NoticeLevel::Done && each.notice.details.empty();
        if (!each.until_s && is_brief) {
            each.until_s = now_s + kNoticeSeconds;
        }
    }
    const auto is_over = [now_s](const Kept& each) {
        return each.until_s && *each.until_s <= now_s;
    };
    kept_.erase(std::remove_if(kept_.begin(), kept_.end(), is_over), kept_.end());
    if (kept_.size() != before) {
        refresh_notices();
        is_changed = true;
    }
    return is_changed;
}

void Viewer::advance(double elapsed_s) {
    session::advance(document_.state, elapsed_s);
}

void Viewer::go_to(const std::string& name) {
    if (gazetteer_ == nullptr) {
        waiting_places_.push_back(name);
        return;
    }
    auto camera = camera_for_view(name, *gazetteer_, map_size_);
    if (!camera) {
        notify(ui::NoticeLevel::Warning, camera.error().text());
        return;
    }
    document_.apply(session::MoveCamera{*camera});
}

void Viewer::dismiss(std::uint64_t notice) {
    std::erase_if(kept_, [notice](const Kept& each) { return each.notice.id == notice; });
    refresh_notices();
}

ui::Inputs Viewer::inputs() const {
    ui::Inputs in{document_};
    in.control = history_.get();
    in.palette = palette_for(document_.state.theme);
    if (gazetteer_ != nullptr) {
        in.complete = [this](std::string_view typed, std::size_t at_most) {
            return find_places(*gazetteer_, typed, at_most, map_size_);
        };
    }
    in.article = [this](std::string_view id) -> const ui::ArticleView* {
        const auto found = articles_.find(std::string(id));
        return found == articles_.end() ? nullptr : &found->second;
    };
    if (const auto shown = jobs_.shown()) {
        in.job = ui::Job{shown->label, shown->share, shown->can_cancel};
    }
    in.notices = notices_;
    in.imports = imports_;
    in.dateless = dateless_;
    in.recovery = recovery_text_;
    in.save_folder = documents_folder().string();
    in.workspace = keeper_.shown_target();
    in.bookmarks = bookmark_names();
    return in;
}

std::vector<std::string> Viewer::take_pictures() {
    return std::exchange(pictures_, {});
}

Viewer::Wishes Viewer::take_wishes() {
    return std::exchange(wishes_, {});
}

void Viewer::notify(ui::NoticeLevel level, std::string text, std::vector<std::string> details) {
    text = workspace::without_credentials(text);
    if (echoes_) {
        report(base::Error{base::ErrorCode::Io, text, ""});
    }
    ui::Notice notice;
    notice.id = ++last_notice_;
    notice.level = level;
    notice.text = std::move(text);
    notice.details = std::move(details);
    kept_.push_back({std::move(notice), std::nullopt});
    refresh_notices();
}

void Viewer::refresh_notices() {
    notices_.clear();
    for (const Kept& each : kept_) {
        notices_.push_back(each.notice);
    }
}

void Viewer::fail(const base::Error& error) {
    if (error.code == base::ErrorCode::Cancelled) {
        notify(ui::NoticeLevel::Warning, "Stopped. What was loaded before stays.");
    } else {
        notify(ui::NoticeLevel::Error, error.text());
    }
}

}  // namespace salient::app
