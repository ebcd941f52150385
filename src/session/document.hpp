#pragma once

#include "events/store.hpp"
#include "session/command.hpp"
#include "session/state.hpp"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace salient::session {

/// What was done to events, so that it can be undone. Each entry is one gesture.
class EditHistory {
public:
    /// @param limit  how many steps are kept; older ones can no longer be undone. >= 1
    explicit EditHistory(std::size_t limit = 1000) : limit_(limit) {}

    /// Puts `after` in the store and remembers what was there. Drops the redo list.
    /// @return false, changing nothing, when no event has this id or nothing would change
    bool edit(events::EventStore& store, const events::Event& after);
    /// @return id of the event that was put back, nullopt when there is nothing to undo
    std::optional<std::string> undo(events::EventStore& store);
    std::optional<std::string> redo(events::EventStore& store);

    [[nodiscard]] bool can_undo() const { return !done_.empty(); }
    [[nodiscard]] bool can_redo() const { return !undone_.empty(); }
    /// The events are as they were at the last mark_clean (or at the start).
    [[nodiscard]] bool is_clean() const;
    void mark_clean();

private:
    struct Step {
        events::Event before;
        events::Event after;
    };
    std::size_t limit_;
    std::deque<Step> done_;
    std::vector<Step> undone_;
    std::size_t dropped_ = 0;  // steps that fell out of done_ at its old end
    std::optional<std::size_t> clean_ =
        0;  // number of steps at the clean point; nullopt: out of reach
};

/// A session: what is seen, the events, and what was done to them.
struct Document {
    State state;
    events::EventStore events;
    EditHistory edits;
    bool has_unsaved_events = false;     ///< events were read out of articles and not saved
    bool has_unsaved_bookmarks = false;  ///< only a workspace keeps them

    /// Carries out any view or edit command. Requests (OpenFiles, SavePicture, …) are the program's.
    /// @return a redraw is due
    bool apply(const Command& command);

    /// Events were edited or extracted, or bookmarks changed, since the last save.
    [[nodiscard]] bool has_unsaved_work() const {
        return has_unsaved_event_work() || has_unsaved_bookmarks;
    }
    [[nodiscard]] bool has_unsaved_event_work() const {
        return has_unsaved_events || !edits.is_clean();
    }
    /// All events have been saved.
    void mark_saved();
};

/// The store's question for what the session shows: its shown window and filter.
[[nodiscard]] events::Query shown_query(const State& state);
/// The event passes type, text and status filter, whatever its time. @pre index < store.size()
[[nodiscard]] bool
passes_filter(const Filter& filter, const events::EventStore& store, events::EventIndex index);

}  // namespace salient::session
