#pragma once

#include "session/state.hpp"

#include <optional>
#include <string_view>

/// The words that stand for values in the file. They never change; new ones may come.
namespace salient::workspace {

[[nodiscard]] std::string_view mode_id(session::TimeMode mode);
[[nodiscard]] std::optional<session::TimeMode> mode_from_id(std::string_view id);

}  // namespace salient::workspace
