#include "events/event_list.hpp"

#include "events/event_record.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>
#include <stdexcept>
#include <utility>

namespace salient::events {

namespace {

constexpr std::size_t kFirstChunk = std::size_t{4} << 10U;
constexpr std::size_t kLargestChunk = std::size_t{1} << 20U;

}  // namespace

EventList::EventList(std::initializer_list<Event> events) {
    reserve(events.size());
    for (const Event& event : events) {
        push_back(event);
    }
}

EventList::EventList(const std::vector<Event>& events) {
    reserve(events.size());
    for (const Event& event : events) {
        push_back(event);
    }
}

// The room left in the last chunk stays the other's.
EventList::EventList(const EventList& other)
    : records_(other.records_),
      chunks_(other.chunks_),
      names_(other.names_),
      used_(other.used_),
      dead_(other.dead_) {}

EventList::EventList(EventList&& other) noexcept {
    swap(other);
}

EventList& EventList::operator=(const EventList& other) {
    EventList copy(other);
    swap(copy);
    return *this;
}

EventList& EventList::operator=(EventList&& other) noexcept {
    EventList moved(std::move(other));
    swap(moved);
    return *this;
}

void EventList::swap(EventList& other) noexcept {
    records_.swap(other.records_);
    chunks_.swap(other.chunks_);
    names_.swap(other.names_);
    std::swap(free_, other.free_);
    std::swap(room_, other.room_);
    std::swap(chunk_bytes_, other.chunk_bytes_);
    std::swap(used_, other.used_);
    std::swap(dead_, other.dead_);
}

std::uint32_t EventList::add_name(std::string_view name) {
    if (names_.empty()) {
        names_.push_back(std::make_shared<NameTable>());
    } else if (names_.back().use_count() > 1) {
        // A copy of this list may be read by another thread: go on with a table of our own.
        names_.push_back(std::make_shared<NameTable>(*names_.back()));
    }
    std::atomic_thread_fence(std::memory_order_acquire);
    return names_.back()->add(name);
}

// Rows of a table have the same columns in the same order: the next name is nearly always the one after the last.
void EventList::find_names(std::span<const ColumnView> columns) {
    numbers_.clear();
    std::uint32_t next = 0;
    const NameTable* names = names_.empty() ? nullptr : names_.back().get();
    for (const auto& [name, value] : columns) {
        if (names == nullptr || next >= names->size() || names->at(next) != name) {
            next = names == nullptr ? NameTable::kNone : names->find(name);
            if (next == NameTable::kNone) {
                next = add_name(name);
                names = names_.back().get();
            }
        }
        numbers_.push_back(next++);
    }
}

void EventList::make_room(std::size_t bytes) {
    if (bytes <= room_) {
        return;
    }
    chunk_bytes_ = std::clamp(chunk_bytes_ * 2, kFirstChunk, kLargestChunk);
    room_ = std::max(chunk_bytes_, bytes);
    chunks_.push_back(std::make_shared_for_overwrite<char[]>(room_));
    free_ = chunks_.back().get();
}

const char* EventList::take_room(std::size_t bytes) {
    used_ += bytes;
    room_ -= bytes;
    return std::exchange(free_, free_ + bytes);
}

std::span<const ColumnView> EventList::columns_of(const Event& event) {
    columns_.clear();
    for (const auto& [name, value] : event.extras) {
        columns_.push_back({name, value});
    }
    return columns_;
}

const char* EventList::make_record(const Event& event, std::span<const ColumnView> columns) {
    find_names(columns);
    const std::size_t most = kEventAt + packed_bound(event, columns);
    if (most > std::numeric_limits<std::uint32_t>::max()) {
        throw std::bad_alloc();  // four gigabytes of one event
    }
    make_room(most);
    const char* end = pack_event(event, columns, numbers_, free_ + kEventAt);
    const auto bytes = static_cast<std::uint32_t>(end - free_);
    put_head({bytes, names_.empty() ? nullptr : names_.back().get()}, free_);
    return take_room(bytes);
}

void EventList::push_back(const Event& event) {
    push_back(event, columns_of(event));
}

void EventList::push_back(const Event& event, std::span<const ColumnView> columns) {
    records_.push_back(make_record(event, columns));
}

void EventList::append(EventList&& other) {
    if (records_.empty()) {
        *this = std::move(other);
        return;
    }
    // Ours stay last: there the next event goes.
    records_.insert(records_.end(), other.records_.begin(), other.records_.end());
    chunks_.insert(chunks_.begin(), other.chunks_.begin(), other.chunks_.end());
    names_.insert(names_.begin(), other.names_.begin(), other.names_.end());
    used_ += other.used_;
    dead_ += other.dead_;
    other.clear();
}

void EventList::drop(std::size_t index) {
    dead_ += head_of(records_[index]).bytes;
}

void EventList::set(std::size_t index, const Event& event) {
    drop(index);
    records_[index] = make_record(event, columns_of(event));
    compact();
}

void EventList::reorder(std::span<const std::uint32_t> order) {
    std::vector<const char*> ordered;
    ordered.reserve(records_.size());
    for (const std::uint32_t index : order) {
        ordered.push_back(records_[index]);
    }
    records_ = std::move(ordered);
}

void EventList::keep(const std::vector<bool>& flags) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < records_.size(); ++i) {
        if (flags[i]) {
            records_[kept++] = records_[i];
        } else {
            drop(i);
        }
    }
    records_.resize(kept);
    compact();
}

// Gives back what replaced events took, once it is more than what is alive.
void EventList::compact() {
    if (dead_ * 2 <= used_ || dead_ < kLargestChunk) {
        return;
    }
    const std::vector<Chunk> old = std::exchange(chunks_, {});
    room_ = used_ = dead_ = 0;
    for (const char*& record : records_) {
        const std::uint32_t bytes = head_of(record).bytes;
        make_room(bytes);
        std::memcpy(free_, record, bytes);
        record = take_room(bytes);
    }
}

// NOLINTBEGIN(readability-const-return-type): a change of the copy must not compile, see the header
const Event EventList::operator[](std::size_t index) const {
    static const NameTable kNone;
    const NameTable* names = head_of(records_[index]).names;
    return unpack_event(records_[index] + kEventAt, names == nullptr ? kNone : *names);
}

const Event EventList::at(std::size_t index) const {
    if (index >= size()) {
        throw std::out_of_range("EventList::at");
    }
    return (*this)[index];
}
// NOLINTEND(readability-const-return-type)

std::string_view EventList::id(std::size_t index) const {
    return id_at(records_[index] + kEventAt);
}

EventGlance EventList::glance(std::size_t index) const {
    return glance_at(records_[index] + kEventAt);
}

void EventList::searched_texts(std::size_t index, std::vector<std::string_view>& out) const {
    events::searched_texts(records_[index] + kEventAt, out);
}

bool EventList::is_same(std::size_t index, const EventList& other, std::size_t from) const {
    const RecordHead mine = head_of(records_[index]);
    const RecordHead theirs = head_of(other.records_[from]);
    if (have_same_names(mine.names, theirs.names)) {
        const std::string_view a(records_[index] + kEventAt, mine.bytes - kEventAt);
        const std::string_view b(other.records_[from] + kEventAt, theirs.bytes - kEventAt);
        return a == b;
    }
    return (*this)[index] == other[from];
}

EventList::Iterator EventList::begin() const {
    return {*this, 0};
}

EventList::Iterator EventList::end() const {
    return {*this, size()};
}

std::vector<Event> EventList::unpacked() const {
    std::vector<Event> events;
    events.reserve(size());
    events.insert(events.end(), begin(), end());
    return events;
}

bool operator==(const EventList& a, const EventList& b) {
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!a.is_same(i, b, i)) {
            return false;
        }
    }
    return true;
}

}  // namespace salient::events
