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

void Table::forget_rows(std::size_t first, std::size_t last) const {
    if (forget && first < last) {
        const std::string_view begin = source->text(first);
        const std::string_view end = source->text(last);
        forget({begin.data(), static_cast<std::size_t>(end.data() - begin.data())});
    }
}

void Table::begin_row(std::size_t line) {
    lines.push_back(line);
    first_cell_.push_back(cells_.size());
}

void Table::drop_row() {
    cells_.resize(first_cell_.back());
    first_cell_.pop_back();
    lines.pop_back();
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

std::string Table::cell(std::size_t index, std::uint32_t column) const {
    RowScratch scratch;
    read_row(index, scratch);
    return column < scratch.cells.size() ? std::string(scratch.cells[column]) : std::string();
}

void Table::read_row(std::size_t index, RowScratch& out) const {
    if (source) {
        source->read(index, out);
        return;
    }
    out.new_columns.clear();
    out.problem.clear();
    (void)row(index, out.cells);
    out.shape = shapes.empty() ? Shape() : shapes[index];
}

std::string_view RowArena::keep(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    char* to = nullptr;
    if (used_ + text.size() <= kRoom) {
        if (!room_) {
            room_ = std::make_unique_for_overwrite<char[]>(kRoom);
        }
        to = room_.get() + used_;
        used_ += text.size();
    } else {
        large_.push_back(std::make_unique_for_overwrite<char[]>(text.size()));
        to = large_.back().get();
    }
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
}

void RowArena::clear() {
    used_ = 0;
    large_.clear();
}

std::size_t line_at(std::string_view text, std::size_t offset, RowScratch& scratch) {
    if (offset < scratch.counted_to) {
        scratch.counted_to = 0;
        scratch.line = 1;
    }
    std::string_view part = text.substr(scratch.counted_to, offset - scratch.counted_to);
    const auto feeds = std::count(part.begin(), part.end(), '\n');
    scratch.line += static_cast<std::size_t>(feeds);
    for (std::size_t at = part.find('\r'); at != std::string_view::npos;
         at = part.find('\r', at + 1)) {
        const bool lone = at + 1 < part.size() ? part[at + 1] != '\n'
                                               : offset < text.size() && text[offset] != '\n';
        scratch.line += lone ? 1U : 0U;
    }
    scratch.counted_to = offset;
    return scratch.line;
}

void Tables::reject(std::size_t line, std::string reason, std::string_view text) {
    ++rejected_count;
    if (rejected.size() < keep_rejected) {
        rejected.push_back({line, std::move(reason), base::repair_utf8(text.substr(0, 200))});
    }
}

}  // namespace salient::io
