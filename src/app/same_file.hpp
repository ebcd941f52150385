#pragma once

#include "events/store.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace salient::app {

[[nodiscard]] std::vector<std::string> ids_of(const events::EventList& events);

/// What stands before the ids of all these events, with its colon: it tells the rows of one file from those of others. nullopt: they
/// differ, or have the ids of their publisher, which other files share.
[[nodiscard]] std::optional<std::string> file_prefix(const events::EventList& events);

/// Events of the store that came out of the same file as `now` when it was read before, this session or another. Sorted.
[[nodiscard]] std::vector<std::string> ids_of_same_file(
    const events::EventStore& store,
    const events::EventList& now);

/// Of `before`, those that are not in `now` and that nobody has edited. @return ids in the order of `before`
[[nodiscard]] std::vector<std::string> gone_ids(
    const events::EventStore& store,
    const std::vector<std::string>& before,
    const events::EventList& now);

/// The file has been read under another name or in another folder: what stood before its ids then, with the colon. Events count as
/// the same when title, time and place are; most of them have to be. nullopt: it has not.
[[nodiscard]] std::optional<std::string> former_prefix(
    const events::EventStore& store,
    const events::EventList& now);

}  // namespace salient::app
