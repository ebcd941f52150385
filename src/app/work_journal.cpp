#include "app/work_journal.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace salient::app {

std::string utc_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts = {};
    gmtime_r(&now, &parts);
    std::array<char, 32> text = {};
    const std::size_t length =
        std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return std::string(text.data(), length);
}

base::Status WorkJournal::begin(const std::string& workspace_path) {
    const auto folder = workspace::journal_folder();
    if (!folder) {
        return folder.error();
    }
    auto journal = workspace::Journal::start(*folder, {workspace_path, contents_.files});
    if (!journal) {
        return journal.error();
    }
    journal_ = std::move(journal).value();
    return base::Done{};
}

void WorkJournal::write(const std::vector<workspace::Edit>& gesture) {
    if (!journal_) {
        return;
    }
    if (const base::Status status = journal_->append(gesture); !status) {
        error_ = status.error();
    }
}

void WorkJournal::edited(
    const events::Event& before,
    const events::Event& after,
    bool is_decision) {
    const std::string now = utc_now();
    workspace::EditStep step{before, after, now};
    std::vector<workspace::Edit> gesture = {
        workspace::PutEvents{{after}},
        workspace::AddEditStep{step}};
    contents_.edits.push_back(std::move(step));
    if (is_decision) {
        workspace::Decision decision{after.id, after.status, now};
        gesture.emplace_back(workspace::AddDecision{decision});
        contents_.decisions.push_back(std::move(decision));
    }
    write(gesture);
}

void WorkJournal::extracted(
    const std::vector<workspace::Article>& articles,
    std::vector<events::Event> events) {
    std::vector<workspace::Edit> gesture;
    for (const workspace::Article& article : articles) {
        const auto is_it = [&article](const auto& each) { return each.id == article.id; };
        auto& known = contents_.articles;
        known.erase(std::remove_if(known.begin(), known.end(), is_it), known.end());
        known.push_back(article);
        gesture.emplace_back(workspace::PutArticle{article});
    }
    gesture.emplace_back(workspace::PutEvents{std::move(events)});
    write(gesture);
}

void WorkJournal::opened(const std::string& path, bool is_control) {
    auto& paths = is_control ? contents_.control_sources : contents_.files;
    if (std::find(paths.begin(), paths.end(), path) != paths.end()) {
        return;
    }
    paths.push_back(path);
    if (is_control) {
        write({workspace::SetControlSources{paths}});
    } else {
        write({workspace::AddFile{path}});
    }
}

void WorkJournal::looked(const session::State& state) {
    write({workspace::SetState{state}});
}

void WorkJournal::saved(const std::string& workspace_path) {
    if (!journal_) {
        return;
    }
    if (const base::Status status = journal_->restart({workspace_path, contents_.files}); !status) {
        error_ = status.error();
    }
}

void WorkJournal::finish() {
    if (journal_) {
        journal_->finish();
        journal_.reset();
    }
}

void WorkJournal::adopt(workspace::Contents contents) {
    contents_ = std::move(contents);
    contents_.events.clear();
}

std::optional<base::Error> WorkJournal::take_error() {
    if (!error_ || said_error_) {
        return std::nullopt;
    }
    said_error_ = true;
    return error_;
}

}  // namespace salient::app
