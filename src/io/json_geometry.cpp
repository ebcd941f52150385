#include "io/json_feature.hpp"

#include <array>
#include <utility>

namespace salient::io {

namespace {

namespace dom = simdjson::dom;

constexpr int kMaxCollectionDepth = 40;

/// How deep the positions lie in `coordinates`.
constexpr std::array<std::pair<std::string_view, int>, 6> kTypes = {{
    {"Point", 0},
    {"LineString", 1},
    {"MultiPoint", 1},
    {"Polygon", 2},
    {"MultiLineString", 2},
    {"MultiPolygon", 3},
}};

int depth_of(std::string_view type) {
    for (const auto& [name, depth] : kTypes) {
        if (name == type) {
            return depth;
        }
    }
    return -1;
}

void add_position(dom::element element, ShapeBuilder& shape, std::vector<double>* times) {
    dom::array position;
    if (element.get(position) != simdjson::SUCCESS) {
        shape.spoil();
        return;
    }
    std::array<double, 4> ordinates{};
    std::size_t count = 0;
    for (const dom::element ordinate : position) {
        double number = 0;
        if (ordinate.get(number) != simdjson::SUCCESS) {
            shape.spoil();
            return;
        }
        if (count < ordinates.size()) {
            ordinates[count] = number;
        }
        ++count;
    }
    if (count < 2) {
        shape.spoil();
        return;
    }
    shape.add(ordinates[0], ordinates[1]);
    if (times != nullptr && count == 4) {
        times->push_back(ordinates[3]);
    }
}

void add_coordinates(
    dom::element element,
    int depth,
    ShapeBuilder& shape,
    std::vector<double>* times) {
    if (depth == 0) {
        add_position(element, shape, times);
        return;
    }
    dom::array parts;
    if (element.get(parts) != simdjson::SUCCESS) {
        shape.spoil();
        return;
    }
    for (const dom::element part : parts) {
        add_coordinates(part, depth - 1, shape, times);
    }
}

bool is_empty_array(dom::element element) {
    dom::array array;
    return element.get(array) == simdjson::SUCCESS && array.size() == 0;
}

/// Esri: {x, y}, {points}, {paths}, {rings}.
bool add_esri(dom::object object, ShapeBuilder& shape) {
    double x = 0;
    double y = 0;
    if (object["x"].get(x) == simdjson::SUCCESS && object["y"].get(y) == simdjson::SUCCESS) {
        shape.add(x, y);
        return true;
    }
    for (const auto& [key, depth] :
         {std::pair("points", 1), std::pair("paths", 2), std::pair("rings", 2)}) {
        dom::element parts;
        if (object[key].get(parts) == simdjson::SUCCESS) {
            add_coordinates(parts, depth, shape, nullptr);
            return true;
        }
    }
    return false;
}

void add_typed(
    dom::element geometry,
    int nesting,
    ShapeBuilder& shape,
    std::vector<double>* times) {
    dom::object object;
    if (geometry.get(object) != simdjson::SUCCESS || nesting > kMaxCollectionDepth) {
        shape.spoil();
        return;
    }
    std::string_view type;
    if (object["type"].get(type) != simdjson::SUCCESS) {
        if (!add_esri(object, shape)) {
            shape.spoil();
        }
        return;
    }
    if (type == "GeometryCollection") {
        dom::array parts;
        if (object["geometries"].get(parts) != simdjson::SUCCESS) {
            shape.spoil();
            return;
        }
        for (const dom::element part : parts) {
            add_typed(part, nesting + 1, shape, nullptr);
        }
        return;
    }
    const int depth = depth_of(type);
    dom::element coordinates;
    if (depth < 0 || object["coordinates"].get(coordinates) != simdjson::SUCCESS) {
        shape.spoil();
        return;
    }
    if (!is_empty_array(coordinates)) {
        add_coordinates(coordinates, depth, shape, type == "LineString" ? times : nullptr);
    }
}

}  // namespace

bool is_geometry_type(std::string_view type) {
    return type == "GeometryCollection" || depth_of(type) >= 0;
}

void add_json_geometry(dom::element geometry, ShapeBuilder& shape, std::vector<double>* times) {
    add_typed(geometry, 0, shape, times);
}

}  // namespace salient::io
