#include "io/layer.hpp"

#include "io/gdal_geometry.hpp"
#include "io/gdal_handles.hpp"

#include <system_error>

namespace salient::io {

namespace {

MapFeature read_feature(OGRFeatureH feature, OGRCoordinateTransformationH transformation) {
    MapFeature out;
    if (OGRGeometryH geometry = OGR_F_GetGeometryRef(feature)) {
        if (transformation != nullptr) {
            OGR_G_Transform(geometry, transformation);
        }
        add_geometry(geometry, out);
    }
    const int fields = OGR_F_GetFieldCount(feature);
    for (int i = 0; i < fields; ++i) {
        if (OGR_F_IsFieldSetAndNotNull(feature, i) != 0) {
            out.attributes.emplace_back(
                OGR_Fld_GetNameRef(OGR_F_GetFieldDefnRef(feature, i)),
                OGR_F_GetFieldAsString(feature, i));
        }
    }
    return out;
}

}  // namespace

std::string_view MapFeature::attribute(std::string_view name) const {
    for (const auto& [key, value] : attributes) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

base::Result<std::vector<MapFeature>> read_map_layer(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) {
        return base::Error{
            base::ErrorCode::NotFound,
            "Expected a map layer, found no such file",
            path.string()};
    }
    start_gdal();
    const Dataset dataset(GDALOpenEx(
        path.c_str(),
        GDAL_OF_VECTOR | GDAL_OF_READONLY,
        allowed_drivers(),
        nullptr,
        nullptr));
    if (!dataset || GDALDatasetGetLayerCount(dataset.get()) < 1) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected a map layer, the file is damaged or of another kind",
            path.string()};
    }
    OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
    const Transformation transformation = to_wgs84(layer);
    std::vector<MapFeature> features;
    OGR_L_ResetReading(layer);
    while (const Feature feature{OGR_L_GetNextFeature(layer)}) {
        features.push_back(read_feature(feature.get(), transformation.get()));
    }
    return features;
}

}  // namespace salient::io
