#pragma once

#include "events/name_table.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

/// A record of an EventList: this head, then the packed event, one after the other without a gap.
namespace salient::events {

struct RecordHead {
    std::uint32_t bytes = 0;           ///< of the whole record
    const NameTable* names = nullptr;  ///< of the event's columns; null without any
};
inline constexpr std::size_t kNamesAt = sizeof(std::uint32_t);
inline constexpr std::size_t kAddressBytes = sizeof(std::uintptr_t);
/// Where the packed event begins in its record.
inline constexpr std::size_t kEventAt = kNamesAt + kAddressBytes;

[[nodiscard]] inline RecordHead head_of(const char* record) {
    RecordHead head;
    std::memcpy(&head.bytes, record, sizeof head.bytes);
    std::memcpy(&head.names, record + kNamesAt, kAddressBytes);
    return head;
}

inline void put_head(const RecordHead& head, char* record) {
    std::memcpy(record, &head.bytes, sizeof head.bytes);
    std::memcpy(record + kNamesAt, &head.names, kAddressBytes);
}

/// Equal events have equal bytes then. Long tables, which files with other names in each row give, are not compared for each event.
[[nodiscard]] inline bool have_same_names(const NameTable* one, const NameTable* other) {
    constexpr std::uint32_t most_compared = 256;
    return one == other
           || (one != nullptr && other != nullptr && one->size() <= most_compared
               && *one == *other);
}

}  // namespace salient::events
