#include "control/tool/geojson.hpp"

#include "base/resources.hpp"
#include "control/area_class.hpp"
#include "geo/geodesic.hpp"
#include "time/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <iterator>

namespace salient::control::tool {

namespace {

geo::Polygon polygon_of(const nlohmann::json& rings) {
    geo::Polygon polygon;
    for (const auto& points : rings) {
        geo::Ring ring;
        for (const auto& point : points) {
            ring.push_back({point.at(0).get<double>(), point.at(1).get<double>()});
        }
        polygon.rings.push_back(std::move(ring));
    }
    return polygon;
}

geo::MultiPolygon polygons_of(const nlohmann::json& geometry) {
    const auto& coordinates = geometry.at("coordinates");
    if (geometry.at("type") == "Polygon") {
        return {polygon_of(coordinates)};
    }
    geo::MultiPolygon result;
    for (const auto& rings : coordinates) {
        result.push_back(polygon_of(rings));
    }
    return result;
}

void append_number(std::string& out, double value, const char* format) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, format, value);
    std::string_view text = buffer;
    while (text.back() == '0') {
        text.remove_suffix(1);
    }
    if (text.back() == '.') {
        text.remove_suffix(1);
    }
    out += text == "-0" ? "0" : text;
}

void append_ring(std::string& out, const geo::Ring& ring) {
    out += '[';
    std::string last;
    for (const geo::LonLat point : ring) {
        std::string text = "[";
        append_number(text, point.lon_deg, "%.5f");
        text += ',';
        append_number(text, point.lat_deg, "%.5f");
        text += ']';
        if (text == last) {
            continue;
        }
        if (!last.empty()) {
            out += ',';
        }
        out += text;
        last = std::move(text);
    }
    out += ']';
}

/// RFC 7946: outer rings counter-clockwise, holes clockwise.
geo::Ring wound(geo::Ring ring, bool counter_clockwise) {
    double twice_area = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice_area += ring[i - 1].lon_deg * ring[i].lat_deg - ring[i].lon_deg * ring[i - 1].lat_deg;
    }
    if ((twice_area > 0) != counter_clockwise) {
        std::reverse(ring.begin(), ring.end());
    }
    return ring;
}

void append_polygons(std::string& out, const geo::MultiPolygon& polygons) {
    out += R"({"type":"MultiPolygon","coordinates":[)";
    for (std::size_t p = 0; p < polygons.size(); ++p) {
        out += p == 0 ? "[" : ",[";
        for (std::size_t r = 0; r < polygons[p].rings.size(); ++r) {
            out += r == 0 ? "" : ",";
            append_ring(out, wound(polygons[p].rings[r], r == 0));
        }
        out += ']';
    }
    out += "]}";
}

void append_feature(
    std::string& out,
    const ControlArea& area,
    std::chrono::sys_days day,
    std::string_view source) {
    const nlohmann::ordered_json properties{
        {"date", time::iso_day(day)},
        {"holder", file_text(area.holder)},
        {"class", file_text(area.area_class)},
        {"name", area.name},
        {"km2", std::round(geo::area_m2(area.polygons) / 1e5) / 10},
        {"source", source}};
    out += R"({"type":"Feature","properties":)" + properties.dump() + R"(,"geometry":)";
    append_polygons(out, area.polygons);
    out += '}';
}

}  // namespace

base::Result<std::vector<Region>> read_regions(
    const std::filesystem::path& path,
    const std::string& key,
    const std::vector<std::string>& values) {
    const auto bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    std::vector<Region> regions;
    try {
        const nlohmann::json layer = nlohmann::json::parse(*bytes);
        for (const auto& feature : layer.at("features")) {
            const auto value = feature.at("properties").at(key).get<std::string>();
            if (std::find(values.begin(), values.end(), value) != values.end()) {
                regions.push_back({value, polygons_of(feature.at("geometry"))});
            }
        }
    } catch (const std::exception& error) {
        return base::Error{
            base::ErrorCode::BadFormat,
            std::string("Expected GeoJSON polygons: ") + error.what(),
            path.filename().string()};
    }
    return regions;
}

std::string geojson_text(const std::vector<Snapshot>& snapshots, std::string_view source) {
    std::string out = "{\"type\":\"FeatureCollection\",\"name\":\"control\",\"features\":[\n";
    bool first = true;
    for (const Snapshot& snapshot : snapshots) {
        for (const ControlArea& area : snapshot.areas) {
            out += first ? "" : ",\n";
            first = false;
            append_feature(out, area, snapshot.day, source);
        }
    }
    out += "\n]}\n";
    return out;
}

}  // namespace salient::control::tool
