#pragma once

#include "app/options.hpp"
#include "base/result.hpp"

namespace salient::app {

/// Opens the window and runs it until it is closed.
/// @errors Unsupported: no display or no OpenGL 3.3; BadValue, NotFound: an option or the script cannot be read.
[[nodiscard]] base::Status show_window(const WindowOptions& options);

}  // namespace salient::app
