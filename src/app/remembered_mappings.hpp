#pragma once

#include "base/result.hpp"
#include "io/column_mapping.hpp"

#include <cstdint>
#include <optional>

namespace salient::app {

/// The mapping that the user chose for tables with these columns; nullopt when there is none.
/// @param header_hash  as io::header_hash gives it
/// @thread any
[[nodiscard]] std::optional<io::ColumnMapping> remembered_mapping(std::uint64_t header_hash);

/// Keeps the mapping for tables with its columns, in the user's configuration folder.
/// @errors NotFound: no home folder; Io: it cannot be written.
[[nodiscard]] base::Status remember_mapping(const io::ColumnMapping& mapping);

}  // namespace salient::app
