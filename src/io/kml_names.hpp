#pragma once

#include <string_view>

namespace salient::io {

/// Behind the name of a column: the same value as a JSON string, because it has characters that XML cannot hold.
inline constexpr std::string_view kJsonTwin = " (JSON)";

}  // namespace salient::io
