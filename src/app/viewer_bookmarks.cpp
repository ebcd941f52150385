// Views to come back to, in the window.
#include "app/bookmarks.hpp"
#include "app/viewer.hpp"

#include <algorithm>
#include <utility>

namespace salient::app {

void Viewer::keep_bookmark(const std::string& name) {
    workspace::Bookmark bookmark = bookmark_of(document_.state, name);
    notify(ui::NoticeLevel::Done, "Bookmark kept: " + bookmark.name);
    set_bookmarks(with_bookmark(keeper_.rest().bookmarks, std::move(bookmark)));
}

void Viewer::remove_bookmark(const std::string& name) {
    std::vector<workspace::Bookmark> bookmarks = keeper_.rest().bookmarks;
    const auto removed =
        std::erase_if(bookmarks, [&name](const auto& each) { return each.name == name; });
    if (removed == 0) {
        notify(ui::NoticeLevel::Warning, "There is no bookmark '" + name + "'");
        return;
    }
    set_bookmarks(std::move(bookmarks));
}

void Viewer::set_bookmarks(std::vector<workspace::Bookmark> bookmarks) {
    document_.has_unsaved_bookmarks = true;
    say_journal_trouble(keeper_.set_bookmarks(std::move(bookmarks)));
}

void Viewer::go_to_bookmark(const std::string& name) {
    const auto commands = commands_to(keeper_.rest().bookmarks, name, document_.state);
    if (!commands) {
        notify(ui::NoticeLevel::Warning, commands.error().message);
        return;
    }
    for (const session::Command& command : *commands) {
        document_.apply(command);
    }
}

std::vector<std::string> Viewer::bookmark_names() const {
    std::vector<std::string> names;
    for (const workspace::Bookmark& bookmark : keeper_.rest().bookmarks) {
        names.push_back(bookmark.name);
    }
    return names;
}

}  // namespace salient::app
