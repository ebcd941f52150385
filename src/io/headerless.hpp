#pragma once

#include <string_view>
#include <vector>

namespace salient::io {

/// Column names for a first row that is data of a known table without a header: GDELT events (57, 58 or 61 columns), GDELT mentions
/// (16), UCDP GED (49). Empty when it is not such a row.
[[nodiscard]] std::vector<std::string_view> headerless_columns(
    const std::vector<std::string_view>& row);

/// A row of GDELT's Global Knowledge Graph: articles and what they mention, no events.
[[nodiscard]] bool is_knowledge_graph(const std::vector<std::string_view>& row);

/// Most cells are numbers or dates: hardly the names of columns.
[[nodiscard]] bool looks_like_data(const std::vector<std::string_view>& row);

}  // namespace salient::io
