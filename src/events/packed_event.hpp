#pragma once

#include "events/event.hpp"
#include "events/name_table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace salient::events {

/// What a packed event says without its texts. `id` points into the packed bytes.
struct EventGlance {
    std::string_view id;
    EventType type = EventType::Other;
    ReviewStatus status = ReviewStatus::Accepted;
    Assertion assertion = Assertion::Reported;
    std::optional<time::Span> time;
    std::optional<geo::LonLat> point;  ///< nullopt: unlocated
    LocationPrecision precision = LocationPrecision::Unknown;
    double radius_m = 0;
};

/// An original column and what stands in it.
struct ColumnView {
    std::string_view name;
    std::string_view value;
};

/// The most bytes that pack_event writes for an event.
[[nodiscard]] std::size_t packed_bound(const Event& event, std::span<const ColumnView> columns);

/// Writes an event's bytes: id and numbers first, then the original columns, then the texts. A text that stands in one of the columns
/// too, as nearly all of a table's do, is a reference to it. Equal events with equal name tables give equal bytes.
/// Only for memory: neither the byte order nor the layout is meant for files.
/// @param columns  what it is to have as `extras`, whatever it has itself
/// @param names  the numbers of their names, one each
/// @param out  has room for packed_bound(event, columns) bytes
/// @return behind the last byte
char* pack_event(
    const Event& event,
    std::span<const ColumnView> columns,
    std::span<const std::uint32_t> names,
    char* out);

/// Exactly what was packed. @pre `bytes` come from pack_event with these names
[[nodiscard]] Event unpack_event(const char* bytes, const NameTable& names);
[[nodiscard]] EventGlance glance_at(const char* bytes);
[[nodiscard]] std::string_view id_at(const char* bytes);

/// The texts that a search looks into: title, sentence, place, actors; views into the bytes.
/// @param out  replaced; kept by the caller so that a million looks allocate nothing
void searched_texts(const char* bytes, std::vector<std::string_view>& out);

}  // namespace salient::events
