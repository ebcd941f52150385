#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "events/event_list.hpp"
#include "io/column_mapping.hpp"
#include "io/import_report.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// Bounds that protect the program from hostile or damaged files; each can be raised by the user.
struct ReadLimits {
    std::uint64_t unpacked_bytes = std::uint64_t{2}
                                   << 30U;  ///< of an archive, all entries that are read
    std::uint64_t features = 50'000'000;    ///< rows or features of a file
    std::uint64_t vertices = 100'000'000;   ///< of all geometries together
    std::uint64_t field_bytes = std::uint64_t{256} << 20U;  ///< of one value
    std::uint64_t nesting = 1000;                           ///< of JSON lists and objects
};

/// How far a read has come; written by the reading thread, read by any.
struct Progress {
    std::atomic<std::uint64_t> done = 0;   ///< in the unit of total
    std::atomic<std::uint64_t> total = 0;  ///< 0 as long as it is not known
};

/// The place of a region named in a file without positions ("Kharkiv oblast"); nullopt when it is not known. The names go from
/// the narrowest to the widest: community, district, region.
using RegionLookup =
    std::function<std::optional<events::Location>(std::span<const std::string_view> names)>;
/// The mapping that a person has chosen for tables with this header ; nullopt when there is none.
using MappingLookup = std::function<std::optional<ColumnMapping>(std::uint64_t header_hash)>;

/// Rejected rows that are kept when no other number is asked for; of these the start of their text.
inline constexpr std::size_t kKeptRejections = 1000;

/// How a file is read.
struct ReadOptions {
    ReadLimits limits;
    std::optional<ColumnMapping> mapping;  ///< instead of the guess, for files with this header
    std::optional<DateOrder> date_order;   ///< for dates that no row of the file decides
    MappingLookup recall_mapping;          ///< may be empty
    RegionLookup find_region;              ///< may be empty
    std::vector<std::string> layers;       ///< those to read, by name; empty: all
    std::string
        crs;  ///< of files that do not say theirs and do not count in degrees (see typed_to_lonlat); may be empty
    bool swap_axes = false;   ///< the file has latitude and longitude the wrong way round
    bool keep_events = true;  ///< false: report only, in little memory
    std::size_t keep_rejected =
        1000;  ///< rows without an event that are kept for the report, with the start of their text
    bool keep_columns = true;  ///< all original columns go to Event::extras
};

/// What an event file gave.
struct EventFile {
    events::EventList events;  ///< in file order; also undated and unlocated ones
    ImportReport report;
    ColumnMapping mapping;             ///< what was guessed or given, of the first layer
    std::vector<std::string> columns;  ///< of the first layer, in file order
};

/// Reads an event file of any known kind: GeoJSON (also `.gz`, one feature a line), JSON lists, CSV and its kin, KML, KMZ, GPX,
/// GeoPackage, FlatGeobuf, Shapefile (also zipped), TopoJSON, XLSX, ODS. What it is is told by its content.
/// Nothing outside the file (and the side files of a Shapefile) is opened.
/// @param progress  may be null
/// @errors NotFound, Io: it cannot be read, or is no plain file; BadFormat: it holds no rows in a known form;
///         Unsupported: a form that is deliberately not followed; LimitExceeded; Cancelled. `where` is the path.
/// @thread any
[[nodiscard]] base::Result<EventFile> read_events(
    const std::filesystem::path& path,
    const ReadOptions& options = {},
    Progress* progress = nullptr,
    const std::stop_token& stop = {});

}  // namespace salient::io
