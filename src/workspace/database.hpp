#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "geo/types.hpp"
#include "time/span.hpp"
#include "workspace/contents.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace salient::workspace {

/// The text is the address of a database: "PG:host=… dbname=…" or "postgresql://…". Only the user's own typing is one; a name
/// inside a file never is.
[[nodiscard]] bool is_database(std::string_view text);

/// The address or message without what stands for a password: `password=…`, `user:password@`.
[[nodiscard]] std::string without_credentials(std::string_view text);

/// Which events to fetch. What is left out stays in the database untouched, whatever is saved.
struct Extent {
    std::optional<time::Window> window;  ///< events possibly inside; undated ones are left out
    std::optional<geo::Box> box;         ///< unlocated ones are left out
};

/// A workspace out of a database.
struct Fetched {
    Contents contents;
    std::size_t events_in_store = 0;  ///< all, also those outside the extent
    /// What the store held of each event fetched, to notice on saving that someone else has changed it.
    std::unordered_map<std::string, std::string> seen;
};

/// Reads the tables of the schema `salient`. Window and box are part of the query: events outside do not travel.
/// @errors NotFound: no server, no database, or no workspace in it; Unsupported: a newer version, or no PostGIS; Io: the
///         connection broke. No message holds a password.
[[nodiscard]] base::Result<Fetched>
open_database(const std::string& address, const Extent& extent, base::Diagnostics& diagnostics);

/// Writes what has changed since `seen`; makes the tables where there are none. Events that were fetched and are no longer in the
/// contents are removed. One transaction: all or nothing. An event that someone else has changed meanwhile keeps their content and
/// is reported (`database.conflict`). `seen` is brought up to date.
/// @errors as open_database; the store is then unchanged.
[[nodiscard]] base::Status save_database(
    const std::string& address,
    const Contents& contents,
    std::unordered_map<std::string, std::string>& seen,
    base::Diagnostics& diagnostics);

}  // namespace salient::workspace
