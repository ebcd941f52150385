// Commands that only the program around the document can carry out.
#include "app/viewer.hpp"

#include <algorithm>
#include <type_traits>
#include <variant>

namespace salient::app {

/// One overload a request.
struct Viewer::Requests {
    Viewer& viewer;

    void operator()(const session::OpenFiles& c) const {
        for (const std::string& path : c.paths) {
            viewer.open(path);
        }
    }
    void operator()(const session::SavePicture& c) const { viewer.pictures_.push_back(c.path); }
    void operator()(const session::SaveEvents& c) const { viewer.save_events(c); }
    void operator()(const session::SaveReport& c) const { viewer.save_report(c.path, false); }
    void operator()(const session::SaveRejected& c) const { viewer.save_report(c.path, true); }
    void operator()(const session::MapColumns& c) const { viewer.map_columns(c); }
    void operator()(const session::KeepBookmark& c) const { viewer.keep_bookmark(c.name); }
    void operator()(const session::GoToBookmark& c) const { viewer.go_to_bookmark(c.name); }
    void operator()(const session::RemoveBookmark& c) const { viewer.remove_bookmark(c.name); }
    void operator()(const session::SaveWorkspace& c) const { viewer.save_workspace(c); }
    void operator()(const session::Recover& c) const { viewer.recover(c.accept); }
    void operator()(const session::GoToPlace& c) const { viewer.go_to(c.name); }
    void operator()(const session::CancelJob& /*c*/) const { viewer.jobs_.cancel(); }
    void operator()(const session::DismissNotice& c) const { viewer.dismiss(c.id); }
    void operator()(const session::SetPublished& c) const { viewer.set_published(c); }
    void operator()(const session::Quit& c) const { viewer.quit(c); }
};

bool Viewer::apply(const session::Command& command) {
    return std::visit(
        [&](const auto& each) {
            if constexpr (std::is_invocable_v<Requests, decltype(each)>) {
                Requests{*this}(each);
                return true;
            } else {
                return apply_and_record(command);
            }
        },
        command);
}

}  // namespace salient::app
