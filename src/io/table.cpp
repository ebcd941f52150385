#include "io/table.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cstring>

namespace salient::io {

std::string_view TextArena::keep(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    if (text.size() > room_) {
        const std::size_t size = std::max<std::size_t>(text.size(), std::size_t{1} << 18U);
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
        next_ = blocks_.back().get();
        room_ = size;
    }
    std::memcpy(next_, text.data(), text.size());
    const std::string_view kept(next_, text.size());
    next_ += text.size();
    room_ -= text.size();
    return kept;
}

std::uint32_t Table::column_index(std::string_view column) {
    const auto [it, added] =
        index_.try_emplace(std::string(column), static_cast<std::uint32_t>(columns.size()));
    if (added) {
        columns.emplace_back(column);
    }
    return it->second;
}

void Table::begin_row(std::size_t line) {
    lines.push_back(line);
    first_cell_.push_back(cells_.size());
}

std::span<const std::string_view> Table::row(
    std::size_t index,
    std::vector<std::string_view>& scratch) const {
    scratch.assign(columns.size(), std::string_view());
    const std::size_t end = index + 1 < first_cell_.size() ? first_cell_[index + 1] : cells_.size();
    for (std::size_t i = first_cell_[index]; i < end; ++i) {
        scratch[cells_[i].column] = cells_[i].text;
    }
    return scratch;
}

std::string_view Table::cell(std::size_t index, std::uint32_t column) const {
    const std::size_t end = index + 1 < first_cell_.size() ? first_cell_[index + 1] : cells_.size();
    for (std::size_t i = first_cell_[index]; i < end; ++i) {
        if (cells_[i].column == column) {
            return cells_[i].text;
        }
    }
    return {};
}

void Tables::reject(std::size_t line, std::string reason, std::string_view text) {
    ++rejected_count;
    if (rejected.size() < 1000) {
        rejected.push_back({line, std::move(reason), base::repair_utf8(text.substr(0, 200))});
    }
}

}  // namespace salient::io
