#pragma once

#include "io/table.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace salient::io {

/// Values of some rows, spread over the table, column by column; empty cells are left out.
class ColumnSample {
public:
    explicit ColumnSample(const Table& table);

    [[nodiscard]] const std::vector<std::string>& values(std::size_t column) const {
        return values_[column];
    }
    /// Number of rows in it.
    [[nodiscard]] std::size_t rows() const { return rows_; }
    /// Some row has a geometry of its own.
    [[nodiscard]] bool has_shapes() const { return has_shapes_; }
    [[nodiscard]] bool holds_all_rows() const { return holds_all_rows_; }
    /// Looks through all rows for values of columns that have none in the sample.
    void search(const Table& table, const std::vector<std::size_t>& columns);
    /// Share of the filled values that `accept` takes; 0 when none is filled.
    template <class Accept>
    [[nodiscard]] double share(std::size_t column, Accept accept) const {
        const auto& values = values_[column];
        const auto good = std::count_if(values.begin(), values.end(), accept);
        return values.empty() ? 0 : static_cast<double>(good) / static_cast<double>(values.size());
    }

private:
    std::vector<std::vector<std::string>> values_;
    std::size_t rows_ = 0;
    bool has_shapes_ = false;
    bool holds_all_rows_;
};

}  // namespace salient::io
