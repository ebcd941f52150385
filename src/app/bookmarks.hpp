#pragma once

#include "base/result.hpp"
#include "session/command.hpp"
#include "session/state.hpp"
#include "workspace/contents.hpp"

#include <string>
#include <vector>

namespace salient::app {

/// What is seen now, under a name. @param name  empty: the day's, "12 January 2025"
[[nodiscard]] workspace::Bookmark bookmark_of(const session::State& state, const std::string& name);

/// The commands that show a bookmark; the time axis moves only when the bookmark's days are not on it.
/// @errors NotFound: there is none of this name; the message says which there are.
[[nodiscard]] base::Result<session::Commands> commands_to(
    const std::vector<workspace::Bookmark>& bookmarks,
    const std::string& name,
    const session::State& state);

/// The list with the bookmark in it; one of its name is replaced where it stands.
[[nodiscard]] std::vector<workspace::Bookmark> with_bookmark(
    std::vector<workspace::Bookmark> bookmarks,
    workspace::Bookmark bookmark);

}  // namespace salient::app
