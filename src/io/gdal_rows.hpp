#pragma once

#include "io/gdal_handles.hpp"
#include "io/gdal_memory.hpp"
#include "io/read_events.hpp"
#include "io/table.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>

/// The layers of a GDAL dataset as tables. For .cpp files of this module only.
namespace salient::io {

/// What bounds a reading.
struct GdalBounds {
    const ReadOptions& options;
    Progress* progress;
    const std::stop_token& stop;
    std::uint64_t most_rows = 0;  ///< that a file of this size can hold
    std::function<void()> after_row = [] {
    };  ///< told of each row, so that a watchdog knows of progress
};

/// Adds a table for every layer.
/// @param rows_by_number  rows are known by their number in the file (spreadsheets)
/// @errors LimitExceeded, Cancelled
[[nodiscard]] base::Status
add_layers(GDALDatasetH dataset, const GdalBounds& bounds, bool rows_by_number, Tables& out);

/// Reports what GDAL said, as an error when rows were lost.
void add_messages(const GdalMessages& messages, Tables& out);

}  // namespace salient::io
