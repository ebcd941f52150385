#include "session/document.hpp"

#include "geo/mercator.hpp"
#include "session/apply.hpp"

#include <algorithm>
#include <cstdint>

namespace salient::session {

namespace {

using events::Event;
using events::EventIndex;
using events::EventStore;
using events::LocationPrecision;
using events::ReviewStatus;

/// How near the camera goes to an event: a region should still be seen whole.
double least_zoom(LocationPrecision precision) {
    switch (precision) {
        case LocationPrecision::Exact:
        case LocationPrecision::Settlement:
            return 8;
        case LocationPrecision::District:
            return 7.5;
        case LocationPrecision::Region:
            return 6.5;
        case LocationPrecision::Country:
        case LocationPrecision::Unknown:
            return 5;
    }
    return 5;
}

/// Moves time so that the event is among those shown, and the map to its place.
void reveal(State& state, const Event& event) {
    if (event.time) {
        state.cursor = std::clamp(event.time->begin, kFirstSecond, kLastSecond);
        const time::UnixSeconds day = time::seconds_of(cursor_day(state));
        state.window.begin = std::min(state.window.begin, day);
        state.window.end = std::max(state.window.end, day + time::kSecondsPerDay);
        const time::UnixSeconds length = state.timeline.end - state.timeline.begin;
        if (state.cursor < state.timeline.begin || state.cursor >= state.timeline.end) {
            const time::UnixSeconds begin =
                std::clamp(state.cursor - length / 2, kFirstSecond, kLastSecond - length);
            state.timeline = {begin, begin + length};
        }
    }
    if (event.location) {
        state.camera.center = geo::world_from_lonlat(event.location->point);
        state.camera.zoom = std::max(state.camera.zoom, least_zoom(event.location->precision));
    }
}

std::optional<Event> find_copy(const EventStore& store, const std::string& id) {
    const auto index = store.find(id);
    return index ? std::optional(store.at(*index)) : std::nullopt;
}

/// The text no longer stands for what a person has set.
void drop_evidence(Event& event, std::string_view field) {
    std::erase_if(event.evidence, [field](const events::Evidence& each) {
        return each.field == field;
    });
}

/// The event after an edit command; nullopt when the command is no edit or its event is gone.
struct Editor {
    const EventStore& store;

    std::optional<Event> operator()(const Review& c) const {
        auto event = find_copy(store, c.id);
        if (event) {
            event->status = c.status;
        }
        return event;
    }
    std::optional<Event> operator()(const EditEvent& c) const {
        Event event = c.event;
        event.status = ReviewStatus::Edited;
        return event;
    }
    std::optional<Event> operator()(const Retype& c) const {
        auto event = find_copy(store, c.id);
        if (event) {
            event->type = c.type;
            event->status = ReviewStatus::Edited;
        }
        return event;
    }
    std::optional<Event> operator()(const MoveEvent& c) const {
        auto event = find_copy(store, c.id);
        if (event) {
            events::Location location = event->location.value_or(events::Location());
            location.point = {
                std::clamp(c.point.lon_deg, -180.0, 180.0),
                std::clamp(c.point.lat_deg, -90.0, 90.0)};
            location.precision = LocationPrecision::Exact;
            location.radius_m = 0;
            // What the text names is not where a person has put it.
            location.name.clear();
            location.place_id.clear();
            location.region_id.clear();
            location.country.clear();
            drop_evidence(*event, "place");
            event->location = location;
            event->status = ReviewStatus::Edited;
        }
        return event;
    }
    std::optional<Event> operator()(const Redate& c) const {
        auto event = find_copy(store, c.id);
        if (event) {
            event->time = c.time;
            drop_evidence(*event, "date");
            event->status = ReviewStatus::Edited;
        }
        return event;
    }
    template <class Other>
    std::optional<Event> operator()(const Other& /*c*/) const {
        return std::nullopt;
    }
};

/// Where stepping starts: the selected event, or the gap before the first event that begins after the cursor.
std::int64_t step_origin(const Document& document, bool forward) {
    const auto selected = document.events.find(document.state.selected);
    if (selected) {
        return *selected;
    }
    const auto& begins = document.events.columns().begin;
    const auto after = std::lower_bound(begins.begin(), begins.end(), document.state.cursor);
    const std::int64_t index = after - begins.begin();
    return forward ? index - 1 : index;
}

bool step_events(Document& document, int count) {
    const int direction = count < 0 ? -1 : 1;
    const auto size = static_cast<std::int64_t>(document.events.size());
    std::int64_t at = step_origin(document, direction > 0);
    std::int64_t found = -1;
    for (int left = count < 0 ? -count : count; left > 0; --left) {
        at += direction;
        while (at >= 0 && at < size
               && !passes_filter(
                   document.state.filter,
                   document.events,
                   static_cast<EventIndex>(at))) {
            at += direction;
        }
        if (at < 0 || at >= size) {
            break;
        }
        found = at;
    }
    if (found < 0) {
        return false;
    }
    return document.apply(Select{document.events.at(static_cast<EventIndex>(found)).id});
}

bool next_unreviewed(Document& document) {
    const std::size_t size = document.events.size();
    const auto selected = document.events.find(document.state.selected);
    const std::size_t start = selected ? *selected + std::size_t{1} : 0;
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t at = (start + i) % size;
        if (document.events.columns().status[at] == ReviewStatus::Unreviewed) {
            return document.apply(Select{document.events.at(static_cast<EventIndex>(at)).id});
        }
    }
    return false;
}

}  // namespace

bool EditHistory::edit(EventStore& store, const Event& after) {
    auto before = find_copy(store, after.id);
    if (!before || *before == after) {
        return false;
    }
    store.replace(after);
    const std::size_t steps = dropped_ + done_.size();
    if (clean_ && *clean_ > steps) {
        clean_.reset();  // it lay in the redo list
    }
    undone_.clear();
    done_.push_back({std::move(*before), after});
    if (done_.size() > limit_) {
        done_.pop_front();
        ++dropped_;
    }
    return true;
}

std::optional<std::string> EditHistory::undo(EventStore& store) {
    if (done_.empty()) {
        return std::nullopt;
    }
    undone_.push_back(std::move(done_.back()));
    done_.pop_back();
    store.replace(undone_.back().before);
    return undone_.back().before.id;
}

std::optional<std::string> EditHistory::redo(EventStore& store) {
    if (undone_.empty()) {
        return std::nullopt;
    }
    done_.push_back(std::move(undone_.back()));
    undone_.pop_back();
    store.replace(done_.back().after);
    return done_.back().after.id;
}

bool EditHistory::is_clean() const {
    return clean_ == dropped_ + done_.size();
}

void EditHistory::mark_clean() {
    clean_ = dropped_ + done_.size();
}

bool Document::apply(const Command& command) {
    if (const auto* select = std::get_if<Select>(&command)) {
        const State before = state;
        session::apply(state, command);
        const auto index = events.find(select->id);
        if (select->reveal && index) {
            reveal(state, events.at(*index));
        }
        return !(state == before);
    }
    if (const auto* step = std::get_if<StepEvents>(&command)) {
        return step_events(*this, step->count);
    }
    if (std::holds_alternative<NextUnreviewed>(command)) {
        return next_unreviewed(*this);
    }
    if (std::holds_alternative<Undo>(command) || std::holds_alternative<Redo>(command)) {
        const auto id =
            std::holds_alternative<Undo>(command) ? edits.undo(events) : edits.redo(events);
        if (id) {
            state.selected = *id;
        }
        return id.has_value();
    }
    if (const auto after = std::visit(Editor{events}, command)) {
        return edits.edit(events, *after);
    }
    return session::apply(state, command);
}

void Document::mark_saved() {
    edits.mark_clean();
    has_unsaved_events = false;
}

events::Query shown_query(const State& state) {
    events::Query query;
    query.window = shown_window(state);
    query.types = state.filter.types;
    query.text = state.filter.text;
    query.include_rejected = state.filter.rejected;
    return query;
}

bool passes_filter(const Filter& filter, const EventStore& store, EventIndex index) {
    const events::Columns& columns = store.columns();
    if (!filter.types.test(static_cast<std::size_t>(columns.type[index]))) {
        return false;
    }
    const ReviewStatus status = columns.status[index];
    if ((status == ReviewStatus::Unreviewed && !filter.unreviewed)
        || (status == ReviewStatus::Rejected && !filter.rejected)) {
        return false;
    }
    if (filter.text.empty()) {
        return true;
    }
    events::Query query;
    query.text = filter.text;
    query.include_rejected = true;
    return store.matches(index, query);
}

}  // namespace salient::session
