#pragma once

#include "io/shape_builder.hpp"
#include "io/table.hpp"

#include <simdjson.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

/// One JSON object as a table row. For .cpp files of this module only.
namespace salient::io {

/// Names of columns with their positions.
class ColumnNames {
public:
    explicit ColumnNames(std::vector<std::string> names);
    ColumnNames(const ColumnNames&) = delete;
    ColumnNames& operator=(const ColumnNames&) = delete;
    ~ColumnNames() = default;
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    /// Position of a name; the next after `hint` is looked at first. npos when there is none.
    [[nodiscard]] std::size_t find(std::string_view name, std::size_t hint) const;

private:
    std::vector<std::string> names_;
    std::unordered_map<std::string_view, std::size_t> index_;
};

/// Turns objects into rows. Its parts are not shared, so one may serve many threads unless it transforms positions.
class JsonRows {
public:
    explicit JsonRows(std::vector<std::string> columns, ToLonLat transform = {})
        : columns_(std::move(columns)),
          transform_(std::move(transform)) {}
    [[nodiscard]] bool transforms() const { return static_cast<bool>(transform_); }
    [[nodiscard]] const ToLonLat& transform() const { return transform_; }

    /// A GeoJSON or Esri feature, a bare geometry, or a plain object whose members are the cells. Texts stay the parser's.
    /// @return false when it is not an object
    bool read(simdjson::dom::element element, RowScratch& out) const;

private:
    class Row;
    ColumnNames columns_;
    ToLonLat transform_;
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
