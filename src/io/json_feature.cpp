#include "io/json_feature.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace salient::io {

namespace {

namespace dom = simdjson::dom;

std::string number_text(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

/// "timespans": [{"start": {"in": …} | {"earliest": …}, "end": {"in": …} | {"latest": …}}] or a plain text.
std::string edge_text(dom::element edge, const char* preferred) {
    std::string_view text;
    if (edge.get(text) == simdjson::SUCCESS) {
        return std::string(text);
    }
    dom::object object;
    if (edge.get(object) != simdjson::SUCCESS) {
        return {};
    }
    for (const char* key : {"in", preferred, "earliest", "latest"}) {
        if (object[key].get(text) == simdjson::SUCCESS) {
            return std::string(text);
        }
    }
    return {};
}

bool is_missing(dom::element element) {
    return element.type() == dom::element_type::NULL_VALUE;
}

}  // namespace

std::string cell_text(dom::element value) {
    switch (value.type()) {
        case dom::element_type::STRING:
            return std::string(std::string_view(value.get_string().value_unsafe()));
        case dom::element_type::INT64:
            return std::to_string(value.get_int64().value_unsafe());
        case dom::element_type::UINT64:
            return std::to_string(value.get_uint64().value_unsafe());
        case dom::element_type::DOUBLE:
            return number_text(value.get_double().value_unsafe());
        case dom::element_type::BOOL:
            return value.get_bool().value_unsafe() ? "true" : "false";
        case dom::element_type::NULL_VALUE:
            return {};
        case dom::element_type::ARRAY:
        case dom::element_type::OBJECT:
            return simdjson::minify(value);
    }
    return {};
}

ColumnNames::ColumnNames(std::vector<std::string> names) : names_(std::move(names)) {
    index_.reserve(names_.size());
    for (std::size_t i = 0; i < names_.size(); ++i) {
        index_.emplace(names_[i], i);
    }
}

std::size_t ColumnNames::find(std::string_view name, std::size_t hint) const {
    if (hint < names_.size() && names_[hint] == name) {
        return hint;
    }
    const auto found = index_.find(name);
    return found == index_.end() ? std::string_view::npos : found->second;
}

/// One object on its way into a row.
class JsonRows::Row {
public:
    Row(const JsonRows& rows, RowScratch& out) : rows_(rows), out_(out) {
        out.arena.clear();
        out.new_columns.clear();
        out.problem.clear();
        out.missing_cells = false;
        out.shape = Shape();
        out.cells.assign(rows.columns_.size(), {});
    }
    void add_feature(dom::element element, dom::object object);

private:
    const JsonRows& rows_;
    RowScratch& out_;
    std::size_t hint_ = 0;
    bool has_id_ = false;
    std::unordered_map<std::string_view, std::size_t> new_index_;

    void add_members(dom::object object);
    void add_member(std::string_view key, dom::element value);
    void add_times(dom::array times);
    void add_when(dom::object when);
    /// The text stays where it is as long as the parser.
    void set_cell(std::string_view column, std::string_view text);
    /// The column's name stays the parser's, or is a literal.
    void add_cell(std::string_view column, std::string_view text) {
        set_cell(column, out_.arena.keep(text));
    }
    void add_geometry(dom::element geometry);
};

void JsonRows::Row::set_cell(std::string_view column, std::string_view text) {
    std::size_t at = rows_.columns_.find(column, hint_);
    if (at == std::string_view::npos) {
        const auto [found, is_new] = new_index_.try_emplace(column, out_.cells.size());
        at = found->second;
        if (is_new) {
            out_.new_columns.emplace_back(column);
            out_.cells.emplace_back();
        }
    }
    out_.cells[at] = text;
    hint_ = at + 1;
}

void JsonRows::Row::add_times(dom::array times) {
    std::string first;
    std::string last;
    for (const dom::element time : times) {
        last = cell_text(time);
        if (first.empty()) {
            first = last;
        }
    }
    add_cell("time begin", first);
    add_cell("time end", last);
}

void JsonRows::Row::add_when(dom::object when) {
    dom::array spans;
    dom::element element;
    dom::object source = when;
    if (when["timespans"].get(spans) == simdjson::SUCCESS && spans.size() > 0
        && spans.at(0).get(source) != simdjson::SUCCESS) {
        source = when;
    }
    for (const auto& [key, column, preferred] :
         {std::tuple("start", "time begin", "earliest"),
          std::tuple("stop", "time end", "latest"),
          std::tuple("end", "time end", "latest"),
          std::tuple("datetime", "time begin", "in"),
          std::tuple("date", "time begin", "in"),
          std::tuple("timestamp", "time begin", "in")}) {
        if (source[key].get(element) == simdjson::SUCCESS) {
            add_cell(column, edge_text(element, preferred));
        }
    }
    dom::array interval;
    if (when["interval"].get(interval) == simdjson::SUCCESS && interval.size() == 2) {
        add_cell("time begin", cell_text(interval.at(0).value_unsafe()));
        add_cell("time end", cell_text(interval.at(1).value_unsafe()));
    }
}

void JsonRows::Row::add_member(std::string_view key, dom::element value) {
    if (is_missing(value)) {
        return;
    }
    has_id_ = has_id_ || key == "id";
    if (value.is_string()) {
        set_cell(key, value.get_string().value_unsafe());
        return;
    }
    dom::array array;
    const bool is_times =
        key == "times" || key == "coordTimes" || key == "linestringTimestamps" || key == "when";
    if (is_times && value.get(array) == simdjson::SUCCESS && array.size() > 0) {
        add_times(array);
    }
    add_cell(key, cell_text(value));
}

void JsonRows::Row::add_members(dom::object object) {
    for (const auto [key, value] : object) {
        add_member(key, value);
    }
}

void JsonRows::Row::add_geometry(dom::element geometry) {
    ShapeBuilder shape(&rows_.transform_);
    std::vector<double> times;
    if (!is_missing(geometry)) {
        add_json_geometry(geometry, shape, &times);
    }
    out_.shape = shape.finish();
    if (times.size() > 1 && times.front() > 1e8 && times.back() >= times.front()) {
        add_cell("time begin", number_text(times.front()));
        add_cell("time end", number_text(times.back()));
    }
}

void JsonRows::Row::add_feature(dom::element element, dom::object object) {
    std::string_view type;
    const bool typed = object["type"].get(type) == simdjson::SUCCESS;
    dom::element geometry;
    dom::object properties;
    if (typed && is_geometry_type(type) && object["properties"].error() == simdjson::NO_SUCH_FIELD
        && (object["coordinates"].error() == simdjson::SUCCESS
            || object["geometries"].error() == simdjson::SUCCESS)) {
        add_geometry(element);
        return;
    }
    const bool has_geometry = object["geometry"].get(geometry) == simdjson::SUCCESS;
    const bool esri = object["attributes"].get(properties) == simdjson::SUCCESS && has_geometry;
    const bool feature =
        esri || (typed && type == "Feature")
        || (has_geometry && object["properties"].get(properties) == simdjson::SUCCESS);
    if (!feature) {
        add_members(object);
        return;
    }
    if (esri || object["properties"].get(properties) == simdjson::SUCCESS) {
        add_members(properties);
    }
    dom::element id;
    if (object["id"].get(id) == simdjson::SUCCESS && !is_missing(id)) {
        add_cell(has_id_ ? "feature id" : "id", cell_text(id));
    }
    dom::object when;
    for (const char* key : {"when", "time"}) {
        if (object[key].get(when) == simdjson::SUCCESS) {
            add_when(when);
        }
    }
    if (has_geometry) {
        add_geometry(geometry);
    }
}

bool JsonRows::read(dom::element element, RowScratch& out) const {
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) {
        return false;
    }
    Row(*this, out).add_feature(element, object);
    return true;
}

}  // namespace salient::io
