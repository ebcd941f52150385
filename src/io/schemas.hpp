#pragma once

#include "io/column_mapping.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace salient::io {

/// A table of a known publisher: how it is told and what its columns mean. All names as by plain_name().
struct Schema {
    std::string_view id;                     ///< "acled", "ucdp-ged", …
    std::vector<std::string_view> required;  ///< columns that tell it; of "a|b" one is enough
    std::vector<std::pair<Role, std::string_view>> columns;  ///< those that are missing are skipped
    bool shared_ids = true;  ///< ids are the publisher's, the same in all its files
};

/// All known schemas; the first that fits counts.
[[nodiscard]] std::span<const Schema> known_schemas();
/// @return nullptr when there is none with this id
[[nodiscard]] const Schema* find_schema(std::string_view id);
/// The first schema whose required columns are all there. @return nullptr when none fits
[[nodiscard]] const Schema* recognise_schema(const std::vector<std::string>& plain_names);

}  // namespace salient::io
