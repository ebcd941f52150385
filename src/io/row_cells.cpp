#include "io/row_cells.hpp"

#include <algorithm>
#include <cctype>

namespace salient::io {

bool is_missing_value(std::string_view text) {
    static constexpr std::array<std::string_view, 13> kWords = {
        "-",
        "--",
        "–",
        "—",
        "n/a",
        "na",
        "nan",
        "null",
        "none",
        "nil",
        "?",
        "unknown",
        "undefined"};
    text = trimmed(text);
    if (text.empty()) {
        return true;
    }
    const bool is_digit = text.front() >= '0' && text.front() <= '9';
    if (is_digit || text.size() > 9) {
        return false;
    }
    return std::any_of(kWords.begin(), kWords.end(), [text](std::string_view word) {
        return std::equal(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) {
            return static_cast<char>(std::tolower(static_cast<unsigned char>(a))) == b;
        });
    });
}

RoleColumns::RoleColumns(const ColumnMapping& mapping, const Table& table) {
    for (const auto& [role, name] : mapping.columns) {
        const auto found = std::find(table.columns.begin(), table.columns.end(), name);
        if (found != table.columns.end()) {
            columns_[static_cast<std::size_t>(role)].push_back(
                static_cast<std::uint32_t>(found - table.columns.begin()));
        }
    }
}

}  // namespace salient::io
