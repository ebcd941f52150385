#pragma once

#include "workspace/database.hpp"
#include "workspace/postgres.hpp"

#include <string>
#include <vector>

namespace salient::workspace {

/// A query with its parameters $1, $2, …
struct EventQuery {
    std::string sql;
    std::vector<PgText> parameters;
};

/// Asks for the events of an extent, in the order they were stored: each column, the digest, the row's number. The server
/// decides which, with its indexes.
[[nodiscard]] EventQuery event_query(const Extent& extent);

}  // namespace salient::workspace
