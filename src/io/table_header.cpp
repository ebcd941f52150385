#include "io/table_header.hpp"

#include "io/fold_text.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace salient::io {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// What GDAL calls a column of a sheet whose first cell is empty.
bool is_made_name(std::string_view name) {
    constexpr std::string_view made = "Field";
    return name.size() > made.size() && name.starts_with(made)
           && std::all_of(name.begin() + made.size(), name.end(), is_digit);
}

/// The columns as the first row of the sheet.
std::vector<std::string_view> names_of(const Table& table) {
    std::vector<std::string_view> names(table.columns.begin(), table.columns.end());
    for (std::string_view& name : names) {
        name = is_made_name(name) ? std::string_view() : name;
    }
    return names;
}

}  // namespace

std::size_t count_filled(std::span<const std::string_view> cells) {
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](auto cell) {
        return !trimmed(cell).empty();
    }));
}

void add_columns(Table& table, std::span<const std::string_view> names) {
    std::unordered_map<std::string, std::size_t> copies;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string_view given = trimmed(names[i]);
        const std::string name =
            given.empty() ? "column " + std::to_string(i + 1) : std::string(given);
        std::size_t& copy = copies.try_emplace(name, 1).first->second;
        std::string unique = copy == 1 ? name : name + " (" + std::to_string(copy) + ")";
        while (table.column_index(unique) != i) {
            unique = name + " (" + std::to_string(++copy) + ")";
        }
        ++copy;
    }
}

std::size_t header_row(std::span<const std::size_t> filled) {
    constexpr std::size_t fewest = 3;
    if (filled.empty()) {
        return 0;
    }
    std::vector<std::size_t> sorted(filled.begin(), filled.end());
    const auto middle =
        sorted.begin() + static_cast<std::ptrdiff_t>((sorted.size() > 2 ? sorted.size() / 2 : 0));
    std::nth_element(sorted.begin(), middle, sorted.end());
    const std::size_t typical = *middle;
    if (typical < fewest) {
        return 0;
    }
    const auto found = std::find_if(filled.begin(), filled.end(), [typical](std::size_t count) {
        return count > std::max<std::size_t>(1, typical / 2);
    });
    return static_cast<std::size_t>(found - filled.begin());
}

bool is_tag_row(std::span<const std::string_view> cells) {
    std::size_t tags = 0;
    for (const std::string_view cell : cells) {
        if (cell.empty()) {
            continue;
        }
        if (cell.size() < 3 || cell[0] != '#' || cell[1] < 'a' || cell[1] > 'z') {
            return false;
        }
        ++tags;
    }
    return tags >= 2;
}

void find_sheet_header(Table& table, Tables& out) {
    std::vector<std::string_view> cells;
    std::vector<std::size_t> filled = {count_filled(names_of(table))};
    const std::size_t looked_at = std::min(table.row_count(), kHeaderRows);
    for (std::size_t row = 0; row < looked_at; ++row) {
        filled.push_back(count_filled(table.row(row, cells)));
    }
    const std::size_t header = header_row(filled);
    const bool has_tags = header < table.row_count() && is_tag_row(table.row(header, cells));
    if (header == 0 && !has_tags) {
        return;
    }
    Table better;
    better.name = table.name;
    if (header == 0) {
        better.columns.reserve(table.columns.size());
        for (const std::string& name : table.columns) {
            better.column_index(name);
        }
    } else {
        add_columns(better, table.row(header - 1, cells));
        out.diagnostics.note(
            "table.title",
            std::to_string(header) + (header == 1 ? " row" : " rows") + " above the header "
                + (header == 1 ? "was" : "were") + " left out",
            better.name);
    }
    if (has_tags) {
        out.diagnostics.note("csv.tags", "A row of column tags was left out", better.name);
    }
    for (std::size_t row = header + (has_tags ? 1 : 0); row < table.row_count(); ++row) {
        better.begin_row(table.lines[row]);
        const auto values = table.row(row, cells);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!values[i].empty()) {
                better.add_copy(static_cast<std::uint32_t>(i), values[i]);
            }
        }
    }
    table = std::move(better);
}

}  // namespace salient::io
