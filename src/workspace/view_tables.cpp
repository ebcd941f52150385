#include "workspace/json_codec.hpp"
#include "workspace/table_codec.hpp"

#include <array>

namespace salient::workspace {

namespace {

constexpr std::array<Column, 2> kMeta = {{{"key", ColumnType::Text}, {"value", ColumnType::Text}}};
constexpr std::array<Column, 4> kLayers = {{
    {"name", ColumnType::Text},
    {"shown", ColumnType::Boolean},
    {"path", ColumnType::Text},
    {"style", ColumnType::Text},
}};
constexpr std::array<Column, 2> kFiles = {{{"path", ColumnType::Text}, {"role", ColumnType::Text}}};
constexpr std::array<Column, 2> kBookmarks = {
    {{"name", ColumnType::Text}, {"view", ColumnType::Text}}};
constexpr std::array<Column, 1> kMappings = {{{"mapping", ColumnType::Text}}};

std::vector<Row> meta_rows(const Contents& contents) {
    return {
        {"schema", std::to_string(kSchemaVersion)},
        {"state", json_text(encode(contents.state))}};
}

std::vector<Row> layer_rows(const Contents& contents) {
    return each(contents.layers, [](const Layer& layer) -> Row {
        return {layer.name, std::int64_t{layer.shown}, layer.path, json_text(encode(layer.style))};
    });
}

std::vector<Row> bookmark_rows(const Contents& contents) {
    return each(contents.bookmarks, [](const Bookmark& bookmark) -> Row {
        return {bookmark.name, json_text(encode(bookmark))};
    });
}

std::vector<Row> mapping_rows(const Contents& contents) {
    return each(contents.mappings, [](const io::ColumnMapping& mapping) -> Row {
        return {io::mapping_json(mapping)};
    });
}

std::vector<Row> file_rows(const Contents& contents) {
    std::vector<Row> rows;
    for (const std::string& path : contents.files) {
        rows.push_back({path, "events"});
    }
    for (const std::string& path : contents.control_sources) {
        rows.push_back({path, "control"});
    }
    return rows;
}

base::Status take_meta(const Row& row, Contents& contents) {
    const std::string key = text_of(row[0]);
    if (key == "state") {
        return decoded(text_of(row[1]), contents.state);
    }
    if (key != "schema") {
        return base::Done{};
    }
    const std::int64_t schema = whole_of(row[1], 0);
    if (schema > kSchemaVersion) {
        return base::Error{
            base::ErrorCode::Unsupported,
            "This workspace was written by a newer Salient (its form is " + std::to_string(schema)
                + ", this program reads up to " + std::to_string(kSchemaVersion)
                + "); update Salient to open it",
            ""};
    }
    return schema >= 1 ? base::Status(base::Done{})
                       : bad_row("Expected the version of the workspace");
}

base::Status take_layer(const Row& row, Contents& contents) {
    Layer layer = {text_of(row[0]), whole_of(row[1], 1) != 0, text_of(row[2]), {}};
    auto status = decoded(text_of(row[3]), layer.style);
    if (status) {
        contents.layers.push_back(std::move(layer));
    }
    return status;
}

base::Status take_file(const Row& row, Contents& contents) {
    const bool is_control = text_of(row[1]) == "control";
    (is_control ? contents.control_sources : contents.files).push_back(text_of(row[0]));
    return base::Done{};
}

base::Status take_bookmark(const Row& row, Contents& contents) {
    Bookmark bookmark;
    auto status = decoded(text_of(row[1]), bookmark);
    if (status) {
        bookmark.name = text_of(row[0]);
        contents.bookmarks.push_back(std::move(bookmark));
    }
    return status;
}

base::Status take_mapping(const Row& row, Contents& contents) {
    auto mapping = io::mapping_from_json(text_of(row[0]));
    if (!mapping) {
        return bad_row("Expected a column mapping");
    }
    contents.mappings.push_back(std::move(*mapping));
    return base::Done{};
}

}  // namespace

const TableCodec& meta_table() {
    static constexpr TableCodec kCodec = {
        {"salient_meta", "Salient: version and view", kMeta},
        meta_rows,
        take_meta};
    return kCodec;
}

const TableCodec& layers_table() {
    static constexpr TableCodec kCodec = {
        {"salient_layers", "Salient: layers and styles", kLayers},
        layer_rows,
        take_layer};
    return kCodec;
}

const TableCodec& files_table() {
    static constexpr TableCodec kCodec = {
        {"salient_files", "Salient: files in use", kFiles},
        file_rows,
        take_file};
    return kCodec;
}

const TableCodec& bookmarks_table() {
    static constexpr TableCodec kCodec = {
        {"salient_bookmarks", "Salient: bookmarks", kBookmarks},
        bookmark_rows,
        take_bookmark};
    return kCodec;
}

const TableCodec& mappings_table() {
    static constexpr TableCodec kCodec = {
        {"salient_mappings", "Salient: column mappings", kMappings},
        mapping_rows,
        take_mapping};
    return kCodec;
}

}  // namespace salient::workspace
