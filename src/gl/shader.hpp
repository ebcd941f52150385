#pragma once

#include "base/result.hpp"
#include "gl/object.hpp"

#include <filesystem>
#include <string_view>

namespace salient::gl {

/// Compiles and links `<name>.vert` and `<name>.frag` of a folder. Vertex attributes are bound by `layout(location = …)`.
/// @errors NotFound: a file is missing; BadFormat: the compiler's message, with file and line.
/// @thread GL
[[nodiscard]] base::Result<Program> load_program(
    const std::filesystem::path& folder,
    std::string_view name);

}  // namespace salient::gl
