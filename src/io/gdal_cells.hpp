#pragma once

#include "io/gdal_handles.hpp"
#include "io/shape_builder.hpp"
#include "io/table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Values of a GDAL feature. For .cpp files of this module only.
namespace salient::io {

/// Copies the fields of features into a table.
class FieldCells {
public:
    FieldCells(OGRFeatureDefnH definition, Table& table);
    /// @return false when a value has more bytes than allowed; some of the others may have been added
    [[nodiscard]] bool add(OGRFeatureH feature, std::size_t most_bytes);

private:
    struct Field {
        int index = 0;
        std::uint32_t column = 0;
        OGRFieldType type = OFTString;
        bool is_boolean = false;
    };
    Table& table_;
    std::vector<Field> fields_;
    std::array<char, 24> digits_{};
    std::string made_;

    /// Holds until the next call.
    std::string_view text_of(OGRFeatureH feature, const Field& field);
};

/// Adds all vertices of a geometry, whatever its type.
void add_vertices(OGRGeometryH geometry, ShapeBuilder& shape);

}  // namespace salient::io
