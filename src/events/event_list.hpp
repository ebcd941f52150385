#pragma once

#include "events/event.hpp"
#include "events/packed_event.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace salient::events {

/// Many events in little memory: each is packed into a run of bytes when it is added and unpacked when it is asked for.
/// An Event is over half a kilobyte before its first text; packed, a row of a table takes little more than the file had for it.
///
/// Copies share the bytes: copying a million events copies a million addresses.
/// @thread one writer; a copy may be read by another thread meanwhile
class EventList {
public:
    class Iterator;
    using value_type = Event;  // NOLINT(readability-identifier-naming): the standard's name

    EventList() = default;
    EventList(std::initializer_list<Event> events);
    // NOLINTNEXTLINE(google-explicit-constructor): the same content
    EventList(const std::vector<Event>& events);
    EventList(const EventList& other);
    EventList(EventList&& other) noexcept;
    EventList& operator=(const EventList& other);
    EventList& operator=(EventList&& other) noexcept;
    ~EventList() = default;

    void reserve(std::size_t count) { records_.reserve(count); }
    void push_back(const Event& event);
    /// The event with these columns for `extras`: rows of a table need not copy theirs into an event first.
    void push_back(const Event& event, std::span<const ColumnView> columns);
    /// Takes all events of another list, without packing them again.
    void append(EventList&& other);
    /// Puts another event at an index. @pre index < size()
    void set(std::size_t index, const Event& event);
    void swap(std::size_t a, std::size_t b) { std::swap(records_[a], records_[b]); }
    /// Puts the event at order[i] to i. @pre a permutation of the indices
    void reorder(std::span<const std::uint32_t> order);
    /// Keeps the events whose flag is set. @pre one flag an event
    void keep(const std::vector<bool>& flags);
    void clear() { *this = EventList(); }

    [[nodiscard]] std::size_t size() const { return records_.size(); }
    [[nodiscard]] bool empty() const { return records_.empty(); }
    // A copy of the event, const so that `list[0].title = …`, which would change the copy alone, does not compile; see set().
    // NOLINTBEGIN(readability-const-return-type): for that
    /// @pre index < size()
    [[nodiscard]] const Event operator[](std::size_t index) const;
    /// @throws std::out_of_range
    [[nodiscard]] const Event at(std::size_t index) const;
    [[nodiscard]] const Event front() const { return at(0); }
    [[nodiscard]] const Event back() const { return at(size() - 1); }
    // NOLINTEND(readability-const-return-type)
    /// Without the texts, for loops over many. The id stays valid as long as this list keeps the event.
    [[nodiscard]] EventGlance glance(std::size_t index) const;
    [[nodiscard]] std::string_view id(std::size_t index) const;
    /// See events::searched_texts.
    void searched_texts(std::size_t index, std::vector<std::string_view>& out) const;
    /// The event at an index equals one of another list.
    [[nodiscard]] bool is_same(std::size_t index, const EventList& other, std::size_t from) const;

    /// Bytes of the packed events, those of replaced ones that are not yet given back among them.
    [[nodiscard]] std::size_t held_bytes() const { return used_; }

    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;
    [[nodiscard]] std::vector<Event> unpacked() const;
    friend bool operator==(const EventList& a, const EventList& b);

private:
    // A vector would fill its bytes with zeros first. NOLINTNEXTLINE(modernize-avoid-c-arrays)
    using Chunk = std::shared_ptr<char[]>;

    std::vector<const char*> records_;  // into chunks: size, address of the names, event
    std::vector<Chunk> chunks_;
    std::vector<std::shared_ptr<NameTable>> names_;  // the last one grows, the others are read only
    char* free_ = nullptr;                           // in the last chunk
    std::size_t room_ = 0;                           // bytes from there on
    std::size_t chunk_bytes_ = 0;                    // of the last chunk that was made
    std::size_t used_ = 0;                           // bytes of all records ever made
    std::size_t dead_ = 0;             // of these, bytes of records that were replaced
    std::vector<ColumnView> columns_;  // of the event that is being added
    std::vector<std::uint32_t> numbers_;

    void swap(EventList& other) noexcept;
    [[nodiscard]] std::span<const ColumnView> columns_of(const Event& event);
    const char* make_record(const Event& event, std::span<const ColumnView> columns);
    void make_room(std::size_t bytes);
    const char* take_room(std::size_t bytes);
    void find_names(std::span<const ColumnView> columns);
    std::uint32_t add_name(std::string_view name);
    void drop(std::size_t index);
    void compact();
};

/// Goes over a list; each step unpacks an event.
class EventList::Iterator {
public:
    // NOLINTBEGIN(readability-identifier-naming): the standard's names
    using iterator_category = std::input_iterator_tag;
    using value_type = Event;
    using difference_type = std::ptrdiff_t;
    using pointer = const Event*;
    using reference = Event;
    // NOLINTEND(readability-identifier-naming)

    Iterator(const EventList& list, std::size_t index) : list_(&list), index_(index) {}
    Event operator*() const { return (*list_)[index_]; }
    Iterator& operator++() {
        ++index_;
        return *this;
    }
    Iterator operator++(int) { return {*list_, index_++}; }
    friend bool operator==(const Iterator&, const Iterator&) = default;

private:
    const EventList* list_;
    std::size_t index_;
};

}  // namespace salient::events
