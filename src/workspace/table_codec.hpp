#pragma once

#include "workspace/rows.hpp"

#include <string>
#include <utility>
#include <vector>

namespace salient::workspace {

/// A table with how its rows are made of the contents and read back.
struct TableCodec {
    Table table;
    std::vector<Row> (*rows)(const Contents&) = nullptr;
    base::Status (*take)(const Row&, Contents&) = nullptr;
};

[[nodiscard]] const TableCodec& meta_table();
[[nodiscard]] const TableCodec& articles_table();
[[nodiscard]] const TableCodec& decisions_table();
[[nodiscard]] const TableCodec& edits_table();
[[nodiscard]] const TableCodec& layers_table();
[[nodiscard]] const TableCodec& files_table();
[[nodiscard]] const TableCodec& bookmarks_table();
[[nodiscard]] const TableCodec& mappings_table();

/// One row for each item.
template <class T, class MakeRow>
std::vector<Row> each(const std::vector<T>& items, MakeRow make_row) {
    std::vector<Row> rows;
    rows.reserve(items.size());
    for (const T& item : items) {
        rows.push_back(make_row(item));
    }
    return rows;
}

[[nodiscard]] inline base::Error bad_row(std::string message) {
    return {base::ErrorCode::BadFormat, std::move(message), ""};
}

}  // namespace salient::workspace
