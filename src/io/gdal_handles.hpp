#pragma once

#include <cpl_conv.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>

/// GDAL's C handles with an owner each. For .cpp files of this module only.
namespace salient::io {

struct DatasetDeleter {
    void operator()(void* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, DatasetDeleter>;

struct FeatureDeleter {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using Feature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FeatureDeleter>;

struct GeometryDeleter {
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using Geometry = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, GeometryDeleter>;

struct ReferenceDeleter {
    void operator()(OGRSpatialReferenceH reference) const { OSRDestroySpatialReference(reference); }
};
using Reference = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, ReferenceDeleter>;

struct TransformationDeleter {
    void operator()(OGRCoordinateTransformationH transformation) const {
        OCTDestroyCoordinateTransformation(transformation);
    }
};
using Transformation =
    std::unique_ptr<std::remove_pointer_t<OGRCoordinateTransformationH>, TransformationDeleter>;

}  // namespace salient::io
