#include "io/control_content.hpp"
#include "io/fold_text.hpp"
#include "io/json_feature.hpp"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace salient::io {

namespace {

namespace dom = simdjson::dom;

/// Reads one file's areas; remembers what went beyond the limits.
class ControlJson {
public:
    explicit ControlJson(const ControlReading& how)
        : limits_(how.limits),
          transform_(typed_to_lonlat(how.crs)) {}

    base::Status read(dom::element root);
    ControlContent take() { return std::move(content_); }

private:
    using Attributes = std::vector<std::pair<std::string, std::string>>;

    const ReadLimits& limits_;
    ControlContent content_;
    ToLonLat transform_;
    std::uint64_t vertices_ = 0;
    bool too_many_ = false;

    bool read_object(dom::object object, int depth);
    bool read_list(dom::array list, int depth);
    void use_crs(dom::object object);
    void add_feature(dom::object object, const Attributes& of_collection);
    void add_features(dom::array features, const Attributes& of_collection);
    void add_fields(dom::element fields);
    void add_field(dom::object field);
    void keep(MapFeature&& feature, bool has_line, bool has_point, bool ok);

    bool read_geometry(dom::object geometry, int depth, MapFeature& out, bool& line, bool& point);
    bool read_rings(dom::element rings, geo::MultiPolygon& out);
    bool read_ring(dom::element positions, geo::Ring& ring);
    static void add_attributes(dom::object object, std::string_view prefix, Attributes& out);
};

constexpr int kMaxDepth = 4;             // of objects around a FeatureCollection
constexpr int kMaxCollectionDepth = 20;  // of GeometryCollections

/// Of what is said of a whole collection only days and source are said of its features: the name of a layer says nothing of an area.
void keep_dates(std::vector<std::pair<std::string, std::string>>& attributes) {
    std::erase_if(attributes, [](const auto& attribute) {
        const std::string key = folded(attribute.first);
        return key.find("date") == std::string::npos && key.find("time") == std::string::npos
               && key.find("day") == std::string::npos && key != "source" && key != "when";
    });
}

/// Longitude and latitude out of an array of at least two numbers.
bool read_pair(dom::element element, double& first, double& second) {
    dom::array numbers;
    if (element.get(numbers) != simdjson::SUCCESS) {
        return false;
    }
    std::size_t count = 0;
    for (const dom::element number : numbers) {
        double value = 0;
        if (number.get(value) != simdjson::SUCCESS) {
            return count >= 2;  // a height that is null
        }
        (count == 0 ? first : second) = count < 2 ? value : second;
        ++count;
    }
    return count >= 2;
}

bool ControlJson::read_ring(dom::element positions, geo::Ring& ring) {
    dom::array points;
    if (positions.get(points) != simdjson::SUCCESS) {
        return false;
    }
    ring.reserve(points.size());
    for (const dom::element point : points) {
        geo::LonLat position;
        if (!read_pair(point, position.lon_deg, position.lat_deg)) {
            return false;
        }
        if (transform_ && !transform_(position.lon_deg, position.lat_deg)) {
            return false;
        }
        ring.push_back(position);
    }
    vertices_ += ring.size();
    too_many_ = too_many_ || vertices_ > limits_.vertices;
    return !too_many_;
}

bool ControlJson::read_rings(dom::element rings, geo::MultiPolygon& out) {
    dom::array list;
    if (rings.get(list) != simdjson::SUCCESS) {
        return false;
    }
    geo::Polygon polygon;
    for (const dom::element ring : list) {
        if (!read_ring(ring, polygon.rings.emplace_back())) {
            return false;
        }
    }
    if (!polygon.rings.empty()) {
        out.push_back(std::move(polygon));
    }
    return true;
}

bool ControlJson::read_geometry(
    dom::object geometry,
    int depth,
    MapFeature& out,
    bool& line,
    bool& point) {
    std::string_view type;
    if (depth > kMaxCollectionDepth || geometry["type"].get(type) != simdjson::SUCCESS) {
        return false;
    }
    dom::element inner;
    if (type == "GeometryCollection") {
        dom::array parts;
        if (geometry["geometries"].get(parts) != simdjson::SUCCESS) {
            return false;
        }
        for (const dom::element part : parts) {
            dom::object object;
            if (part.get(object) != simdjson::SUCCESS
                || !read_geometry(object, depth + 1, out, line, point)) {
                return false;
            }
        }
        return true;
    }
    if (geometry["coordinates"].get(inner) != simdjson::SUCCESS) {
        return false;
    }
    line = line || type == "LineString" || type == "MultiLineString";
    point = point || type == "Point" || type == "MultiPoint";
    if (type == "Polygon") {
        return read_rings(inner, out.polygons);
    }
    if (type == "MultiPolygon") {
        dom::array polygons;
        if (inner.get(polygons) != simdjson::SUCCESS) {
            return false;
        }
        for (const dom::element polygon : polygons) {
            if (!read_rings(polygon, out.polygons)) {
                return false;
            }
        }
        return true;
    }
    return line || point;
}

void ControlJson::add_attributes(dom::object object, std::string_view prefix, Attributes& out) {
    for (const auto& [key, value] : object) {
        if (key == "features" || key == "geometry" || key == "map" || key == "coordinates") {
            continue;
        }
        std::string name = std::string(prefix) + std::string(key);
        dom::object inner;
        if (value.get(inner) == simdjson::SUCCESS) {
            if (prefix.empty()) {
                add_attributes(inner, name + ".", out);
            }
            continue;
        }
        if (!value.is<dom::array>() && !value.is_null()) {
            out.emplace_back(std::move(name), cell_text(value));
        }
    }
}

void ControlJson::keep(MapFeature&& feature, bool has_line, bool has_point, bool ok) {
    if (!ok) {
        ++content_.broken;
    } else if (!feature.polygons.empty()) {
        content_.features.push_back(std::move(feature));
    } else if (has_line) {
        ++content_.lines;
    } else if (has_point) {
        ++content_.points;
    }
    too_many_ = too_many_ || content_.features.size() > limits_.features;
}

void ControlJson::add_feature(dom::object object, const Attributes& of_collection) {
    MapFeature feature;
    dom::element geometry;
    dom::object inner;
    bool line = false;
    bool point = false;
    bool ok = true;
    if (object["geometry"].get(geometry) != simdjson::SUCCESS) {
        ok = read_geometry(object, 0, feature, line, point);  // a bare geometry
    } else if (!geometry.is_null()) {
        ok = geometry.get(inner) == simdjson::SUCCESS
             && read_geometry(inner, 0, feature, line, point);
    }
    dom::object properties;
    if (object["properties"].get(properties) == simdjson::SUCCESS) {
        add_attributes(properties, "", feature.attributes);
    }
    for (const char* key : {"date", "datetime", "when", "time"}) {
        dom::element value;
        if (object[key].get(value) == simdjson::SUCCESS && value.is<std::string_view>()) {
            feature.attributes.emplace_back(key, cell_text(value));
        }
    }
    feature.attributes.insert(feature.attributes.end(), of_collection.begin(), of_collection.end());
    keep(std::move(feature), line, point, ok);
}

void ControlJson::add_features(dom::array features, const Attributes& of_collection) {
    for (const dom::element feature : features) {
        if (too_many_) {
            return;
        }
        dom::object object;
        if (feature.get(object) == simdjson::SUCCESS) {
            add_feature(object, of_collection);
        } else {
            ++content_.broken;
        }
    }
}

/// Only a name of a coordinate system; links in the old `crs` member are not followed.
void ControlJson::use_crs(dom::object object) {
    std::string_view name;
    if (object.at_pointer("/crs/properties/name").get(name) == simdjson::SUCCESS) {
        if (auto transform = to_lonlat(name)) {
            transform_ = std::move(transform).value();
        }
    }
}

bool read_lat_lng(dom::element point, geo::LonLat& at) {
    return point["lat"].get(at.lat_deg) == simdjson::SUCCESS
           && point["lng"].get(at.lon_deg) == simdjson::SUCCESS;
}

/// Liveuamap: an area's points as `[{lat, lng}]`, `[[lat, lng]]` or `[lat, lng, lat, lng]`.
void ControlJson::add_field(dom::object field) {
    MapFeature feature;
    add_attributes(field, "", feature.attributes);
    dom::array points;
    if (field["points"].get(points) != simdjson::SUCCESS) {
        ++content_.broken;
        return;
    }
    geo::Ring ring;
    std::vector<double> flat;
    bool ok = true;
    for (const dom::element point : points) {
        geo::LonLat at;
        double number = 0;
        if (point.get(number) == simdjson::SUCCESS) {
            flat.push_back(number);
        } else if (read_lat_lng(point, at) || read_pair(point, at.lat_deg, at.lon_deg)) {
            ring.push_back(at);
        } else {
            ok = false;
        }
    }
    for (std::size_t i = 0; i + 1 < flat.size(); i += 2) {
        ring.push_back({flat[i + 1], flat[i]});
    }
    vertices_ += ring.size();
    too_many_ = too_many_ || vertices_ > limits_.vertices;
    if (!ring.empty() && ring.front() != ring.back()) {
        ring.push_back(ring.front());  // the form has no closing point
    }
    if (!ring.empty()) {
        feature.polygons.push_back({{std::move(ring)}});
    }
    keep(std::move(feature), false, false, ok);
}

void ControlJson::add_fields(dom::element fields) {
    dom::object by_id;
    dom::array list;
    if (fields.get(by_id) == simdjson::SUCCESS) {
        for (const auto& [id, value] : by_id) {
            dom::object field;
            if (value.get(field) == simdjson::SUCCESS && !too_many_) {
                add_field(field);
            }
        }
    } else if (fields.get(list) == simdjson::SUCCESS) {
        for (const dom::element value : list) {
            dom::object field;
            if (value.get(field) == simdjson::SUCCESS && !too_many_) {
                add_field(field);
            }
        }
    }
}

bool ControlJson::read_object(dom::object object, int depth) {
    dom::array features;
    dom::element inner;
    if (object["features"].get(features) == simdjson::SUCCESS) {
        use_crs(object);
        Attributes of_collection;
        add_attributes(object, "", of_collection);
        keep_dates(of_collection);
        add_features(features, of_collection);
        return true;
    }
    if (object["map"].get(inner) == simdjson::SUCCESS) {
        Attributes of_collection;
        add_attributes(object, "", of_collection);
        keep_dates(of_collection);
        dom::object map;
        const bool is_map = inner.get(map) == simdjson::SUCCESS
                            && map["features"].get(features) == simdjson::SUCCESS;
        if (is_map) {
            use_crs(map);
            add_features(features, of_collection);
        }
        return is_map;
    }
    if (object["fields"].get(inner) == simdjson::SUCCESS) {
        add_fields(inner);
        return true;
    }
    std::string_view type;
    if (object["type"].get(type) == simdjson::SUCCESS
        && (type == "Feature" || is_geometry_type(type))) {
        add_feature(object, {});
        return true;
    }
    dom::array list;
    for (const char* key : {"data", "history", "items"}) {
        if (depth < kMaxDepth && object[key].get(list) == simdjson::SUCCESS) {
            return read_list(list, depth + 1);
        }
    }
    return false;
}

bool ControlJson::read_list(dom::array list, int depth) {
    bool any = false;
    for (const dom::element element : list) {
        dom::object object;
        if (!too_many_ && depth < kMaxDepth && element.get(object) == simdjson::SUCCESS) {
            any = read_object(object, depth + 1) || any;
        }
    }
    return any;
}

base::Status ControlJson::read(dom::element root) {
    dom::object object;
    dom::array list;
    bool known = false;
    if (root.get(object) == simdjson::SUCCESS) {
        known = read_object(object, 0);
    } else if (root.get(list) == simdjson::SUCCESS) {
        known = read_list(list, 0);
    }
    if (too_many_) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The file has more areas or vertices than allowed",
            ""};
    }
    if (!known) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected GeoJSON or another known form of areas, found other JSON",
            ""};
    }
    return base::Done{};
}

/// One feature a line (GeoJSONSeq); nullopt when some line is no JSON object.
std::optional<ControlContent> read_lines(std::string_view text, const ControlReading& how) {
    constexpr char record_separator = '\x1E';
    ControlJson reader(how);
    dom::parser parser;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!line.empty() && (line.front() == record_separator || line.front() == ' ')) {
            line.remove_prefix(1);
        }
        if (line.empty() || line == "\r") {
            continue;
        }
        dom::element root;
        const bool ok = parser.parse(line.data(), line.size(), true).get(root) == simdjson::SUCCESS;
        if (!ok || !reader.read(root)) {
            return std::nullopt;
        }
    }
    return reader.take();
}

}  // namespace

base::Result<ControlContent> read_control_json(std::string_view text, const ControlReading& how) {
    dom::parser parser;
    dom::element root;
    if (const auto error = parser.parse(text.data(), text.size(), true).get(root);
        error != simdjson::SUCCESS) {
        if (auto lines = read_lines(text, how)) {
            return std::move(*lines);
        }
        return base::Error{
            base::ErrorCode::BadFormat,
            std::string("Expected JSON, the file is damaged or cut off (")
                + simdjson::error_message(error) + ")",
            ""};
    }
    ControlJson reader(how);
    if (const auto done = reader.read(root); !done) {
        return done.error();
    }
    return reader.take();
}

}  // namespace salient::io
