#include "io/column_sample.hpp"

namespace salient::io {

namespace {

constexpr std::size_t kSampleRows = 400;
constexpr std::size_t kSearched = 100;  // values of columns that are rarely filled
constexpr std::size_t kKeptBytes = 1000;

}  // namespace

ColumnSample::ColumnSample(const Table& table)
    : values_(table.columns.size()),
      holds_all_rows_(table.row_count() < 2 * kSampleRows) {
    const std::size_t step = std::max<std::size_t>(1, table.row_count() / kSampleRows);
    RowScratch scratch;
    for (std::size_t i = 0; i < table.row_count(); i += step) {
        table.read_row(i, scratch);
        ++rows_;
        has_shapes_ = has_shapes_ || scratch.shape.state != Shape::State::None;
        for (std::size_t c = 0; c < std::min(scratch.cells.size(), values_.size()); ++c) {
            const std::string_view cell = scratch.cells[c];
            if (cell.find_first_not_of(" \t") != std::string_view::npos) {
                values_[c].emplace_back(cell.substr(0, kKeptBytes));
            }
        }
    }
}

void ColumnSample::search(const Table& table, const std::vector<std::size_t>& columns) {
    RowScratch scratch;
    std::size_t found = 0;
    for (std::size_t i = 0; i < table.row_count() && found < kSearched; ++i) {
        table.read_row(i, scratch);
        for (const std::size_t column : columns) {
            if (column < scratch.cells.size() && !scratch.cells[column].empty()) {
                values_[column].emplace_back(scratch.cells[column].substr(0, kKeptBytes));
                ++found;
            }
        }
    }
}

}  // namespace salient::io
