#include "workspace/rows.hpp"
#include "workspace/table_codec.hpp"

#include <array>
#include <cassert>
#include <string_view>

namespace salient::workspace {

namespace {

/// The version comes first, so that a newer file is refused before anything else of it is read.
constexpr std::array kCodecs = {
    meta_table,
    articles_table,
    decisions_table,
    edits_table,
    layers_table,
    files_table,
    bookmarks_table,
    mappings_table,
};

const TableCodec* find_codec(const Table& table) {
    for (const auto& codec : kCodecs) {
        if (std::string_view(codec().table.name) == table.name) {
            return &codec();
        }
    }
    return nullptr;
}

}  // namespace

std::vector<Table> other_tables() {
    std::vector<Table> tables;
    tables.reserve(kCodecs.size());
    for (const auto& codec : kCodecs) {
        tables.push_back(codec().table);
    }
    return tables;
}

std::vector<Row> rows_of(const Table& table, const Contents& contents) {
    const TableCodec* codec = find_codec(table);
    assert(codec != nullptr);
    return codec->rows(contents);
}

base::Status take_row(const Table& table, const Row& row, Contents& contents) {
    const TableCodec* codec = find_codec(table);
    assert(codec != nullptr && row.size() == table.columns.size());
    return codec->take(row, contents);
}

}  // namespace salient::workspace
