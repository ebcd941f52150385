#include "app/bookmarks.hpp"

#include "time/text.hpp"

#include <algorithm>
#include <utility>

namespace salient::app {

namespace {

using workspace::Bookmark;

constexpr time::UnixSeconds kAxisMargin = 30 * time::kSecondsPerDay;

base::Error no_such(const std::vector<Bookmark>& bookmarks, const std::string& name) {
    std::string there;
    for (const Bookmark& bookmark : bookmarks) {
        there += (there.empty() ? "'" : ", '") + bookmark.name + "'";
    }
    return {
        base::ErrorCode::NotFound,
        there.empty() ? "Expected the bookmark '" + name + "', found no bookmarks"
                      : "Expected a bookmark, found none called '" + name + "'; there is " + there,
        ""};
}

}  // namespace

Bookmark bookmark_of(const session::State& state, const std::string& name) {
    return {
        name.empty() ? time::display_day(session::cursor_day(state)) : name,
        state.camera,
        state.window,
        state.cursor,
        state.mode};
}

base::Result<session::Commands> commands_to(
    const std::vector<Bookmark>& bookmarks,
    const std::string& name,
    const session::State& state) {
    const auto found = std::find_if(bookmarks.begin(), bookmarks.end(), [&](const auto& each) {
        return each.name == name;
    });
    if (found == bookmarks.end()) {
        return no_such(bookmarks, name);
    }
    session::Commands commands = {
        session::MoveCamera{found->camera},
        session::SetMode{found->mode},
        session::SetWindow{found->window},
        session::MoveCursor{found->cursor}};
    const time::UnixSeconds first = std::min(found->window.begin, found->cursor);
    const time::UnixSeconds last = std::max(found->window.end, found->cursor);
    if (first < state.timeline.begin || last > state.timeline.end) {
        commands.emplace_back(session::SetTimeline{{first - kAxisMargin, last + kAxisMargin}});
    }
    return commands;
}

std::vector<Bookmark> with_bookmark(std::vector<Bookmark> bookmarks, Bookmark bookmark) {
    const auto known = std::find_if(bookmarks.begin(), bookmarks.end(), [&](const auto& each) {
        return each.name == bookmark.name;
    });
    if (known != bookmarks.end()) {
        *known = std::move(bookmark);
    } else {
        bookmarks.push_back(std::move(bookmark));
    }
    return bookmarks;
}

}  // namespace salient::app
