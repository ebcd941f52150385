#include "io/gdal_rows.hpp"

#include "base/utf8.hpp"
#include "io/gdal_cells.hpp"
#include "io/shape_builder.hpp"

#include <algorithm>

namespace salient::io {

namespace {

base::Error too_many(std::uint64_t limit, std::string_view what, std::string_view flag) {
    return {
        base::ErrorCode::LimitExceeded,
        "The file has more than " + std::to_string(limit) + " " + std::string(what) + "; raise "
            + std::string(flag) + " to read it",
        ""};
}

/// What moves the layer's positions to degrees; unknown systems are taken for degrees, and it is said.
/// @param typed  the system that the user names for files that do not
ToLonLat
transformation_of(OGRLayerH layer, const std::string& name, const std::string& typed, Tables& out) {
    OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(layer);
    if (reference == nullptr) {
        if (!typed.empty()) {
            return typed_to_lonlat(typed);
        }
        if (OGR_L_GetGeomType(layer) != wkbNone) {
            out.diagnostics.note(
                "position.crs",
                "Layer '" + name
                    + "' does not name its coordinate system; degrees on WGS 84 are assumed unless "
                      "--crs names another");
        }
        return {};
    }
    char* wkt = nullptr;
    OSRExportToWkt(reference, &wkt);
    const std::string text = wkt == nullptr ? "" : wkt;
    CPLFree(wkt);
    auto transform = to_lonlat(text);
    if (!transform && !typed.empty()) {
        return typed_to_lonlat(typed);
    }
    if (!transform) {
        out.diagnostics.warn(
            "position.crs",
            "The coordinate system of layer '" + name
                + "' is not understood; degrees on WGS 84 are assumed");
        return {};
    }
    return std::move(transform).value();
}

class LayerRead {
public:
    LayerRead(OGRLayerH layer, const GdalBounds& bounds, bool rows_by_number, Tables& out)
        : layer_(layer),
          bounds_(bounds),
          rows_by_number_(rows_by_number),
          out_(out),
          transform_(transformation_of(layer, OGR_L_GetName(layer), bounds.options.crs, out)),
          has_geometry_(OGR_L_GetGeomType(layer) != wkbNone) {
        table_.name = OGR_L_GetName(layer);
    }

    base::Status read(std::uint64_t& rows, std::uint64_t& vertices) {
        FieldCells cells(OGR_L_GetLayerDefn(layer_), table_);
        const GIntBig stated = OGR_L_GetFeatureCount(layer_, FALSE);
        OGR_L_ResetReading(layer_);
        std::size_t number = 0;
        while (const Feature feature{OGR_L_GetNextFeature(layer_)}) {
            ++rows;
            ++number;
            const std::size_t line =
                rows_by_number_
                    ? static_cast<std::size_t>(std::max<GIntBig>(1, OGR_F_GetFID(feature.get())))
                    : number;
            table_.begin_row(line);
            if (cells.add(feature.get(), bounds_.options.limits.field_bytes)) {
                vertices += add_shape(feature.get());
            } else {
                table_.drop_row();
                out_.reject(
                    line,
                    "A value has more than " + std::to_string(bounds_.options.limits.field_bytes)
                        + " bytes; raise --max-field-bytes to read it",
                    "");
            }
            if (base::Status status = check(rows, vertices); !status) {
                return status;
            }
        }
        if (stated > 0 && static_cast<std::uint64_t>(stated) > number) {
            out_.diagnostics.error(
                "layer.cut_off",
                "Layer '" + table_.name + "' should have " + std::to_string(stated) + " features, "
                    + std::to_string(number) + " could be read: the file is damaged or cut off");
        }
        out_.tables.push_back(std::move(table_));
        return base::Done{};
    }

private:
    OGRLayerH layer_;
    const GdalBounds& bounds_;
    bool rows_by_number_;
    Tables& out_;
    Table table_;
    ToLonLat transform_;
    bool has_geometry_;

    std::uint64_t add_shape(OGRFeatureH feature) {
        if (!has_geometry_) {
            return 0;
        }
        ShapeBuilder builder(&transform_);
        add_vertices(OGR_F_GetGeometryRef(feature), builder);
        table_.shapes.push_back(builder.finish());
        return table_.shapes.back().vertices;
    }

    base::Status check(std::uint64_t rows, std::uint64_t vertices) {
        bounds_.after_row();
        const ReadLimits& limits = bounds_.options.limits;
        if (rows > limits.features) {
            return too_many(limits.features, "features", "--max-features");
        }
        if (vertices > limits.vertices) {
            return too_many(limits.vertices, "vertices", "--max-vertices");
        }
        if (rows > bounds_.most_rows) {
            return base::Error{
                base::ErrorCode::LimitExceeded,
                "Layer '" + table_.name
                    + "' gives more rows than the file has room for: a view without end",
                ""};
        }
        if (rows % 4096 == 0) {
            if (bounds_.stop.stop_requested()) {
                return base::Error{base::ErrorCode::Cancelled, "Reading was cancelled", ""};
            }
            if (bounds_.progress != nullptr) {
                bounds_.progress->done = rows;
            }
        }
        return base::Done{};
    }
};

bool is_wanted(const std::vector<std::string>& wanted, const std::string& name) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
}

base::Error no_such_layer(const std::string& others) {
    return {base::ErrorCode::NotFound, "No such layer; the file has: " + others, ""};
}

}  // namespace

base::Status
add_layers(GDALDatasetH dataset, const GdalBounds& bounds, bool rows_by_number, Tables& out) {
    std::uint64_t rows = 0;
    std::uint64_t vertices = 0;
    std::string others;
    const std::size_t before = out.tables.size();
    const int count = GDALDatasetGetLayerCount(dataset);
    for (int i = 0; i < count; ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        if (layer == nullptr) {
            continue;
        }
        if (const std::string name = OGR_L_GetName(layer);
            !is_wanted(bounds.options.layers, name)) {
            others += (others.empty() ? "" : ", ") + base::printable(name);
            continue;
        }
        LayerRead read(layer, bounds, rows_by_number, out);
        if (base::Status status = read.read(rows, vertices); !status) {
            return status;
        }
    }
    return out.tables.size() == before && !others.empty() ? base::Status(no_such_layer(others))
                                                          : base::Done{};
}

void add_messages(const GdalMessages& messages, Tables& out) {
    for (const std::string& text : messages.texts()) {
        if (messages.has_failure()) {
            out.diagnostics.error("file.damaged", "The file is damaged in part: " + text);
        } else {
            out.diagnostics.warn("file.odd", "The file is unusual: " + text);
        }
    }
}

}  // namespace salient::io
