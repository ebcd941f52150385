#pragma once

#include "base/result.hpp"
#include "events/event_list.hpp"

#include <filesystem>

namespace salient::io {

/// Appends the events without a position to a FlatGeobuf file without index that GDAL has written: GDAL itself leaves out features
/// without geometry, though the format has them.
/// @pre the file has the columns of event_properties.hpp, in their order
/// @source FlatGeobuf 3 (header.fbs, feature.fbs); FlatBuffers internals
/// @errors Io: it cannot be written; BadFormat: it is no such file.
[[nodiscard]] base::Status append_unplaced(
    const std::filesystem::path& path,
    const events::EventList& events);

}  // namespace salient::io
