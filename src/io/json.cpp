#include "io/readers.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace salient::io {

namespace {

namespace dom = simdjson::dom;

// By value: a simdjson_result's value must not outlive the result. @pre the element has the type
dom::array array_of(const dom::element& value) {
    return value.get_array().value_unsafe();
}
dom::object object_of(const dom::element& value) {
    return value.get_object().value_unsafe();
}

/// Fills a table from JSON values.
class JsonTable {
public:
    JsonTable(const std::string& path, const ReadLimits& limits, base::Diagnostics& diagnostics)
        : path_(path),
          limits_(limits),
          diagnostics_(diagnostics) {}

    Table table;
    bool too_large = false;

    void add_feature(const dom::element& feature) {
        if (!feature.is_object()) {
            diagnostics_.error(
                "json.feature",
                "Expected a feature, found another value; it was left out",
                where());
            ++rejected;
            return;
        }
        Row row;
        dom::element value;
        if (feature["id"].get(value) == simdjson::SUCCESS) {
            row.id = text_of(value);
        }
        if (feature["properties"].get(value) == simdjson::SUCCESS && value.is_object()) {
            add_properties(object_of(value), "", row, 0);
        }
        if (feature["geometry"].get(value) == simdjson::SUCCESS && value.is_object()) {
            add_geometry(value, row);
        }
        add_when(feature, row);
        push(std::move(row));
    }

    void add_object(const dom::object& object) {
        Row row;
        dom::element value;
        if (object["type"].get(value) == simdjson::SUCCESS
            && object["geometry"].get(value) == simdjson::SUCCESS && value.is_object()) {
            add_geometry(value, row);
        }
        add_properties(object, "", row, 0);
        push(std::move(row));
    }

    std::size_t rejected = 0;

private:
    const std::string& path_;
    const ReadLimits& limits_;
    base::Diagnostics& diagnostics_;
    std::size_t vertices_ = 0;

    [[nodiscard]] std::string where() const {
        return path_ + ":feature " + std::to_string(table.rows.size() + 1);
    }

    void push(Row row) {
        row.line = table.rows.size() + 1;
        table.rows.push_back(std::move(row));
        too_large = too_large || table.rows.size() > limits_.max_features
                    || vertices_ > limits_.max_vertices;
    }

    static std::string text_of(const dom::element& value) {
        switch (value.type()) {
            case dom::element_type::STRING:
                return std::string(value.get_string().value_unsafe());
            case dom::element_type::NULL_VALUE:
                return {};
            default:
                return simdjson::minify(value);
        }
    }

    void set(Row& row, const std::string& name, std::string text) {
        const std::size_t index = table.column(name);
        if (row.cells.size() <= index) {
            row.cells.resize(index + 1);
        }
        row.cells[index] = std::move(text);
    }

    /// Nested objects become `outer.inner`; lists stay JSON text.
    void add_properties(const dom::object& object, const std::string& prefix, Row& row, int depth) {
        for (const auto& [key, value] : object) {
            const std::string name = prefix + std::string(key);
            if (value.is_object() && depth < 3 && name != "geometry") {
                add_properties(object_of(value), name + ".", row, depth + 1);
            } else if (!(value.is_object() && name == "geometry")) {
                set(row, name, text_of(value));
            }
        }
    }

    void add_geometry(const dom::element& geometry, Row& row) {
        Shape shape;
        dom::element type;
        if (geometry["type"].get(type) == simdjson::SUCCESS && type.is_string()) {
            const std::string_view name = type.get_string().value_unsafe();
            if (name.find("Polygon") != std::string_view::npos || name == "GeometryCollection") {
                shape.kind = Shape::Kind::Area;
            } else if (name.find("LineString") != std::string_view::npos) {
                shape.kind = Shape::Kind::Line;
            }
        }
        bool finite = collect(geometry, shape, 0);
        if (shape.vertices > 0 && finite) {
            shape.close();
            vertices_ += shape.vertices;
            row.shape = shape;
        } else if (!finite) {
            diagnostics_.warn(
                "position.invalid",
                "A coordinate is not a number; the place was left empty",
                where());
        }
    }

    /// Adds all positions below a geometry. @return false when one of them is malformed
    bool collect(const dom::element& value, Shape& shape, int depth) {
        dom::element inner;
        if (depth > 12) {
            return false;
        }
        if (value.is_object()) {
            if (value["geometries"].get(inner) == simdjson::SUCCESS && inner.is_array()) {
                return collect_list(inner, shape, depth);
            }
            return value["coordinates"].get(inner) != simdjson::SUCCESS
                   || collect(inner, shape, depth + 1);
        }
        if (!value.is_array()) {
            return value.is_null();
        }
        const dom::array list = array_of(value);
        if (list.size() == 0) {
            return true;
        }
        const dom::element first = list.at(0).value_unsafe();
        if (!first.is_array() && !first.is_object()) {
            double lon = 0;
            double lat = 0;
            dom::element second;
            return list.size() >= 2 && list.at(1).get(second) == simdjson::SUCCESS
                   && first.get_double().get(lon) == simdjson::SUCCESS
                   && second.get_double().get(lat) == simdjson::SUCCESS && shape.add(lon, lat);
        }
        return collect_list(value, shape, depth);
    }

    bool collect_list(const dom::element& list, Shape& shape, int depth) {
        bool fine = true;
        for (const dom::element& item : array_of(list)) {
            fine = collect(item, shape, depth + 1) && fine;
        }
        return fine;
    }

    /// `when` of GeoJSON-T and Linked Places, `time` of JSON-FG.
    void add_when(const dom::element& feature, Row& row) {
        dom::element when;
        if (feature["when"].get(when) != simdjson::SUCCESS
            && feature["time"].get(when) != simdjson::SUCCESS) {
            return;
        }
        if (!when.is_object()) {
            row.has_own_time = when.is_string();
            row.time_begin = row.has_own_time ? text_of(when) : "";
            return;
        }
        dom::element spans;
        dom::element span = when;
        if (when["timespans"].get(spans) == simdjson::SUCCESS && spans.is_array()
            && array_of(spans).size() > 0) {
            span = array_of(spans).at(0).value_unsafe();
        }
        dom::element value;
        for (const char* name : {"datetime", "date", "timestamp", "start"}) {
            if (span.is_object() && span[name].get(value) == simdjson::SUCCESS) {
                row.time_begin = moment(value, "earliest");
                row.has_own_time = true;
                break;
            }
        }
        for (const char* name : {"end", "stop"}) {
            if (span.is_object() && span[name].get(value) == simdjson::SUCCESS) {
                row.time_end = moment(value, "latest");
            }
        }
        if (span.is_object() && span["interval"].get(value) == simdjson::SUCCESS && value.is_array()
            && array_of(value).size() == 2) {
            row.time_begin = text_of(array_of(value).at(0).value_unsafe());
            row.time_end = text_of(array_of(value).at(1).value_unsafe());
            row.has_own_time = true;
        }
    }

    static std::string moment(const dom::element& value, const char* edge) {
        dom::element inner;
        if (value.is_object()
            && (value["in"].get(inner) == simdjson::SUCCESS
                || value[edge].get(inner) == simdjson::SUCCESS)) {
            return text_of(inner);
        }
        return text_of(value);
    }
};

/// The list of rows in a JSON document: itself, or the longest list of objects in its top level.
std::optional<dom::array> find_rows(const dom::element& root) {
    if (root.is_array()) {
        return array_of(root);
    }
    std::optional<dom::array> best;
    std::size_t best_size = 0;
    if (root.is_object()) {
        for (const auto& [key, value] : object_of(root)) {
            if (value.is_array()) {
                const dom::array list = array_of(value);
                const bool objects = list.size() > 0 && list.at(0).value_unsafe().is_object();
                if (objects && list.size() > best_size) {
                    best = list;
                    best_size = list.size();
                }
            }
        }
    }
    return best;
}

std::string type_of(const dom::element& root) {
    dom::element type;
    if (root.is_object() && root["type"].get(type) == simdjson::SUCCESS && type.is_string()) {
        return std::string(type.get_string().value_unsafe());
    }
    return {};
}

bool is_geometry_type(const std::string& type) {
    return type == "Point" || type == "LineString" || type == "Polygon" || type == "MultiPoint"
           || type == "MultiLineString" || type == "MultiPolygon" || type == "GeometryCollection";
}

base::Error json_error(const std::string& path, simdjson::error_code code) {
    const bool deep = code == simdjson::DEPTH_ERROR;
    return {
        deep ? base::ErrorCode::LimitExceeded : base::ErrorCode::BadFormat,
        std::string(deep ? "The JSON is nested deeper than 1024 levels" : "Expected JSON: ")
            + (deep ? "" : simdjson::error_message(code)),
        path};
}

bool fill(const dom::element& root, JsonTable& out) {
    const std::string type = type_of(root);
    dom::element features;
    if (type == "FeatureCollection" && root["features"].get(features) == simdjson::SUCCESS
        && features.is_array()) {
        out.table.format = "GeoJSON";
        for (const dom::element& feature : array_of(features)) {
            out.add_feature(feature);
        }
        return true;
    }
    if (type == "Feature") {
        out.table.format = "GeoJSON";
        out.add_feature(root);
        return true;
    }
    if (is_geometry_type(type)) {
        return false;
    }
    const auto rows = find_rows(root);
    if (!rows) {
        return false;
    }
    out.table.format = "JSON";
    for (const dom::element& item : *rows) {
        if (type_of(item) == "Feature") {
            out.table.format = "GeoJSON";
            out.add_feature(item);
        } else if (item.is_object()) {
            out.add_object(object_of(item));
        } else {
            ++out.rejected;
        }
    }
    return true;
}

/// One JSON text a line, with or without record separators.
base::Result<bool> fill_lines(
    std::string_view text,
    const std::string& path,
    JsonTable& out,
    base::Diagnostics& diagnostics) {
    dom::parser parser;
    std::size_t line = 0;
    std::size_t good = 0;
    while (!text.empty()) {
        ++line;
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!row.empty()
               && (row.front() == '\x1E' || row.front() == ' ' || row.front() == '\r')) {
            row.remove_prefix(1);
        }
        if (row.find_first_not_of(" \r\t") == std::string_view::npos) {
            continue;
        }
        dom::element root;
        if (const auto code = parser.parse(row.data(), row.size()).get(root)) {
            if (line == 1) {
                return json_error(path + ":1", code);
            }
            diagnostics.error(
                "json.line",
                std::string("Expected JSON: ") + simdjson::error_message(code),
                path + ":" + std::to_string(line));
            ++out.rejected;
            continue;
        }
        ++good;
        if (type_of(root) == "Feature") {
            out.add_feature(root);
        } else if (root.is_object()) {
            out.add_object(object_of(root));
        }
    }
    return good > 0;
}

}  // namespace

base::Result<Table> read_json(
    std::string_view text,
    const std::string& path,
    const ReadLimits& limits,
    base::Diagnostics& diagnostics) {
    JsonTable out(path, limits, diagnostics);
    dom::parser parser;
    dom::element root;
    const auto code = parser.parse(text.data(), text.size()).get(root);
    bool found = false;
    if (code == simdjson::SUCCESS) {
        found = fill(root, out);
    } else {
        // Several texts, one a line? Only when the first line is one by itself.
        const std::size_t end = text.find('\n');
        dom::element first;
        dom::parser line_parser;
        std::string_view head =
            end == std::string_view::npos ? std::string_view() : text.substr(0, end);
        while (!head.empty() && head.front() == '\x1E') {
            head.remove_prefix(1);
        }
        if (head.empty()
            || line_parser.parse(head.data(), head.size()).get(first) != simdjson::SUCCESS
            || !first.is_object()) {
            return json_error(path, code);
        }
        out.table.format = "GeoJSONSeq";
        auto lines = fill_lines(text, path, out, diagnostics);
        if (!lines) {
            return lines.error();
        }
        found = *lines;
    }
    if (!found) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected GeoJSON features or a list of objects, found other JSON",
            path};
    }
    if (out.too_large) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "More features or vertices than allowed; --max-features raises the limit",
            path};
    }
    for (Row& row : out.table.rows) {
        row.cells.resize(out.table.columns.size());
    }
    if (out.rejected > 0) {
        diagnostics.error(
            "json.rejected",
            std::to_string(out.rejected) + " values were no features and were left out",
            path);
    }
    return std::move(out.table);
}

}  // namespace salient::io
