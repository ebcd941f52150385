#pragma once

#include "io/shape_builder.hpp"
#include "io/table.hpp"

#include <simdjson.h>

#include <string>

/// One JSON object as a table row. For .cpp files of this module only.
namespace salient::io {

class JsonRows {
public:
    explicit JsonRows(Table& table) : table_(table) {}
    void set_transform(ToLonLat transform) { transform_ = std::move(transform); }

    /// A GeoJSON or Esri feature, a bare geometry, or a plain object whose members are the cells.
    /// @return false when it is not an object; nothing is added then
    bool add(simdjson::dom::element element, std::size_t line);

private:
    Table& table_;
    ToLonLat transform_;
    std::uint32_t hint_ = 0;
    bool has_id_ = false;

    void add_members(simdjson::dom::object object);
    void add_member(std::string_view key, simdjson::dom::element value);
    void add_times(simdjson::dom::array times);
    void add_when(simdjson::dom::object when);
    void add_cell(std::string_view column, std::string_view text);
    void add_geometry(simdjson::dom::element geometry);
};

[[nodiscard]] bool is_geometry_type(std::string_view type);
/// The text of a scalar as a cell; objects and arrays as JSON text.
[[nodiscard]] std::string cell_text(simdjson::dom::element value);

/// Adds the vertices of a GeoJSON or Esri geometry; spoils the shape when it is malformed.
/// @param times  when not null: first and last fourth ordinate of a line, if it has one
void add_json_geometry(
    simdjson::dom::element geometry,
    ShapeBuilder& shape,
    std::vector<double>* times = nullptr);

}  // namespace salient::io
