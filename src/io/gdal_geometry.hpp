#pragma once

#include "io/gdal_handles.hpp"
#include "io/layer.hpp"

namespace salient::io {

/// Drivers are registered once; remote files, plugins and VRT are switched off first.
void start_gdal();

/// Adds the parts of a geometry, whatever its type, to the lists of a feature.
void add_geometry(OGRGeometryH geometry, MapFeature& feature);

/// From the layer's coordinate system to lon/lat on WGS 84; null when that is what it has, or when it has none.
[[nodiscard]] Transformation to_wgs84(OGRLayerH layer);

/// Drivers that may open a stranger's file; null-terminated.
[[nodiscard]] const char* const* allowed_drivers();

}  // namespace salient::io
