#pragma once

#include "base/result.hpp"
#include "events/event.hpp"
#include "session/command.hpp"
#include "workspace/contents.hpp"
#include "workspace/journal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace salient::app {

/// The user's work of this session as it grows: what a workspace is saved from, and the journal that survives a crash.
/// Without a writable state folder there is no journal, and the rest works.
/// @thread main
class WorkJournal {
public:
    /// Begins a journal beside the workspace that is open (empty: none). @errors as workspace::Journal::start
    [[nodiscard]] base::Status begin(const std::string& workspace_path);

    /// An event was changed by a person.
    void edited(const events::Event& before, const events::Event& after, bool is_decision);
    /// Events came out of an article: the program cannot be sure to read the same ones again.
    void extracted(
        const std::vector<workspace::Article>& articles,
        std::vector<events::Event> events);
    void opened(const std::string& path, bool is_control);
    void looked(const session::State& state);
    /// All that was recorded is in the workspace file now.
    void saved(const std::string& workspace_path);
    /// A clean exit.
    void finish();

    /// What of a workspace the document does not hold itself: articles, decisions, edits, files, bookmarks.
    [[nodiscard]] const workspace::Contents& contents() const { return contents_; }
    /// Takes over what an opened workspace holds.
    void adopt(workspace::Contents contents);
    /// What went wrong with the journal since the last call; said once.
    [[nodiscard]] std::optional<base::Error> take_error();

private:
    workspace::Contents contents_;  // without events and state
    std::optional<workspace::Journal> journal_;
    std::optional<base::Error> error_;
    bool said_error_ = false;
    void write(const std::vector<workspace::Edit>& gesture);
};

/// This moment as an ISO date-time in UTC.
[[nodiscard]] std::string utc_now();

}  // namespace salient::app
