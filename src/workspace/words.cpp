#include "workspace/words.hpp"

namespace salient::workspace {

std::string_view mode_id(session::TimeMode mode) {
    return mode == session::TimeMode::Window ? "window" : "up_to_cursor";
}

std::optional<session::TimeMode> mode_from_id(std::string_view id) {
    if (id == "window") {
        return session::TimeMode::Window;
    }
    if (id == "up_to_cursor") {
        return session::TimeMode::UpToCursor;
    }
    return std::nullopt;
}

}  // namespace salient::workspace
