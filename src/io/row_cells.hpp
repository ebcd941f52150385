#pragma once

#include "io/column_mapping.hpp"
#include "io/fold_text.hpp"
#include "io/table.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace salient::io {

/// The words that people write into a cell with nothing in it: "", "-", "N/A", "null", "NaN", "none", "unknown", …
[[nodiscard]] bool is_missing_value(std::string_view text);

/// Where the columns of each role stand in a table. @pre the table outlives it
class RoleColumns {
public:
    RoleColumns(const ColumnMapping& mapping, const Table& table);
    [[nodiscard]] const std::vector<std::uint32_t>& of(Role role) const {
        return columns_[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] bool has(Role role) const { return !of(role).empty(); }

private:
    std::array<std::vector<std::uint32_t>, kRoleCount> columns_;
};

/// One row, by role.
struct RowCells {
    std::span<const std::string_view> cells;
    const RoleColumns& roles;

    /// The first cell of a role that is not empty, without blanks around; or empty.
    [[nodiscard]] std::string_view first(Role role) const {
        for (const std::uint32_t column : roles.of(role)) {
            if (const std::string_view text = trimmed(cells[column]); !text.empty()) {
                return text;
            }
        }
        return {};
    }
};

}  // namespace salient::io
