#pragma once

#include "base/diagnostics.hpp"
#include "events/event.hpp"
#include "geo/types.hpp"
#include "time/span.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace salient::io {

struct ColumnMapping;

/// A row that gave no event.
struct RejectedRow {
    std::size_t line =
        0;  ///< of the file, from 1; the number of the feature where the format has no lines
    std::string reason;
    std::string text;  ///< the start of the row as it stands in the file
};

/// One table or layer of a file.
struct LayerReport {
    std::string name;
    std::size_t features = 0;
};

/// What was understood of an event file. features = accepted + guessed + rejected.
struct ImportReport {
    std::string path;
    std::string format;    ///< "GeoJSON", "CSV", "KML", …
    std::string schema;    ///< "acled", "ucdp-ged", "gdelt-1", …, "generic"
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "windows-1251", …
    std::vector<LayerReport> layers;
    std::size_t features = 0;     ///< rows in the file
    std::size_t accepted = 0;     ///< without a guess
    std::size_t guessed = 0;      ///< accepted, with a guess or a missing part that a warning tells
    std::size_t rejected = 0;     ///< gave no event
    std::size_t with_coords = 0;  ///< rows with a position in range, 0/0 included
    std::size_t located = 0;      ///< events with a place
    std::size_t dated = 0;        ///< events with a date
    std::optional<std::chrono::sys_days>
        first_date;  ///< the earliest day stated; a month or year counts from its first day
    std::optional<std::chrono::sys_days>
        last_date;  ///< the latest day stated; a month or year counts as its first day
    std::optional<std::chrono::sys_days> file_date;  ///< in the file's name
    std::optional<geo::Box> bbox;  ///< of all vertices; points at 0/0 count as missing
    std::array<std::size_t, 6> place_precision{};  ///< events by events::LocationPrecision
    std::array<std::size_t, 11> time_precision{};  ///< events by time::Precision
    base::Diagnostics diagnostics{20};
    std::vector<RejectedRow> rejected_rows;  ///< the first 1,000, or as many as were asked for
    std::vector<std::string>
        not_followed;  ///< links to other files and addresses, which are never opened
};

/// The report as one JSON object: format, schema, encoding, layers, features, events, accepted, guessed, with_coords, located, dated,
/// first_date, last_date, file_date, bbox [west, south, east, north], place_precision, time_precision, mapping, warnings[], rejected[].
[[nodiscard]] std::string info_json(const ImportReport& report, const ColumnMapping& mapping);
/// The same for a person, in some lines, safe for a terminal.
[[nodiscard]] std::string info_text(const ImportReport& report, const ColumnMapping& mapping);

/// The rejected rows as CSV: line, reason, text.
[[nodiscard]] std::string rejected_csv(std::span<const RejectedRow> rows);

}  // namespace salient::io
