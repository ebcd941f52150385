#include "io/gdal_cells.hpp"

#include "io/json_text.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace salient::io {

namespace {

/// GDAL's zone flag: 0 unknown, 1 local, 100 UTC, otherwise quarters of an hour east of UTC above 100.
std::string zone_suffix(int flag) {
    if (flag <= 1) {
        return {};
    }
    if (flag == 100) {
        return "Z";
    }
    const int minutes = (flag - 100) * 15;
    std::array<char, 16> buffer{};
    std::snprintf(
        buffer.data(),
        buffer.size(),
        "%c%02d:%02d",
        minutes < 0 ? '-' : '+',
        std::abs(minutes) / 60,
        std::abs(minutes) % 60);
    return buffer.data();
}

std::string date_text(OGRFeatureH feature, int index, OGRFieldType type) {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0;
    int zone = 0;
    if (OGR_F_GetFieldAsDateTimeEx(
            feature,
            index,
            &year,
            &month,
            &day,
            &hour,
            &minute,
            &second,
            &zone)
        == 0) {
        return {};
    }
    std::array<char, 64> buffer{};
    const auto whole = static_cast<int>(second);
    if (type == OFTDate) {
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
        return buffer.data();
    }
    if (type == OFTTime) {
        std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%02d", hour, minute, whole);
        return buffer.data();
    }
    std::snprintf(
        buffer.data(),
        buffer.size(),
        "%04d-%02d-%02dT%02d:%02d:%02d",
        year,
        month,
        day,
        hour,
        minute,
        whole);
    return buffer.data() + zone_suffix(zone);
}

void add_line(OGRGeometryH line, ShapeBuilder& shape) {
    const int count = OGR_G_GetPointCount(line);
    for (int i = 0; i < count; ++i) {
        shape.add(OGR_G_GetX(line, i), OGR_G_GetY(line, i));
    }
}

void add_parts(OGRGeometryH geometry, ShapeBuilder& shape, int depth) {
    constexpr int max_depth = 40;
    if (depth > max_depth) {
        shape.spoil();
        return;
    }
    switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
        case wkbPoint:
            if (OGR_G_IsEmpty(geometry) == 0) {
                shape.add(OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0));
            }
            return;
        case wkbLineString:
        case wkbLinearRing:
            add_line(geometry, shape);
            return;
        default:
            break;
    }
    const int parts = OGR_G_GetGeometryCount(geometry);
    for (int i = 0; i < parts; ++i) {
        add_parts(OGR_G_GetGeometryRef(geometry, i), shape, depth + 1);
    }
}

}  // namespace

FieldCells::FieldCells(OGRFeatureDefnH definition, Table& table) : table_(table) {
    const int count = OGR_FD_GetFieldCount(definition);
    for (int i = 0; i < count; ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        if (OGR_Fld_GetType(field) == OFTBinary) {
            continue;
        }
        fields_.push_back(
            {i,
             table.column_index(OGR_Fld_GetNameRef(field)),
             OGR_Fld_GetType(field),
             OGR_Fld_GetSubType(field) == OFSTBoolean});
    }
}

std::string_view FieldCells::text_of(OGRFeatureH feature, const Field& field) {
    switch (field.type) {
        case OFTInteger:
        case OFTInteger64: {
            const GIntBig value = OGR_F_GetFieldAsInteger64(feature, field.index);
            if (field.is_boolean) {
                return value != 0 ? "true" : "false";
            }
            const auto end =
                std::to_chars(digits_.data(), digits_.data() + digits_.size(), value).ptr;
            return {digits_.data(), static_cast<std::size_t>(end - digits_.data())};
        }
        case OFTReal:
            made_ = number_text(OGR_F_GetFieldAsDouble(feature, field.index));
            return made_;
        case OFTDate:
        case OFTTime:
        case OFTDateTime:
            made_ = date_text(feature, field.index, field.type);
            return made_;
        default:
            return OGR_F_GetFieldAsString(feature, field.index);
    }
}

bool FieldCells::add(OGRFeatureH feature, std::size_t most_bytes) {
    for (const Field& field : fields_) {
        if (OGR_F_IsFieldSetAndNotNull(feature, field.index) == 0) {
            continue;
        }
        const std::string_view text = text_of(feature, field);
        if (text.size() > most_bytes) {
            return false;
        }
        if (!text.empty()) {
            table_.add_copy(field.column, text);
        }
    }
    return true;
}

void add_vertices(OGRGeometryH geometry, ShapeBuilder& shape) {
    if (geometry == nullptr) {
        return;
    }
    if (OGR_G_HasCurveGeometry(geometry, TRUE) != 0) {
        const Geometry straight(OGR_G_GetLinearGeometry(geometry, 0, nullptr));
        if (straight) {
            add_parts(straight.get(), shape, 0);
            return;
        }
    }
    add_parts(geometry, shape, 0);
}

}  // namespace salient::io
