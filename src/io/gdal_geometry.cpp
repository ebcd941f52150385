#include "io/gdal_geometry.hpp"

#include <array>
#include <mutex>

namespace salient::io {

namespace {

geo::Polyline points_of(OGRGeometryH line) {
    geo::Polyline out;
    const int count = OGR_G_GetPointCount(line);
    out.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        out.push_back({OGR_G_GetX(line, i), OGR_G_GetY(line, i)});
    }
    return out;
}

geo::Polygon polygon_of(OGRGeometryH polygon) {
    geo::Polygon out;
    const int rings = OGR_G_GetGeometryCount(polygon);
    for (int i = 0; i < rings; ++i) {
        out.rings.push_back(points_of(OGR_G_GetGeometryRef(polygon, i)));
    }
    return out;
}

void ignore_message(CPLErr, CPLErrorNum, const char*) {}

}  // namespace

void start_gdal() {
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetConfigOption(
            "GDAL_SKIP",
            "VRT,HTTP,WFS,OAPIF,CSW,Elasticsearch,Carto,AmigoCloud,PLScenes,GMLAS,PDF");
        CPLSetConfigOption("OGR_SKIP", "OGR_VRT");
        CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
        CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}");
        CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "TRUE");
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
        CPLSetConfigOption("GDAL_HTTP_TIMEOUT", "1");
        // A proxy of no known kind: whatever would be fetched fails before a connection is made.
        CPLSetConfigOption("GDAL_HTTP_PROXY", "none://none");
        CPLSetConfigOption("GDAL_HTTPS_PROXY", "none://none");
        CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE");
        CPLSetConfigOption("OGR_ODS_HEADERS", "FORCE");
        CPLSetErrorHandler(ignore_message);
        GDALAllRegister();
    });
}

const char* const* allowed_drivers() {
    static constexpr std::array<const char*, 13> kDrivers = {
        "GeoJSON",
        "GeoJSONSeq",
        "TopoJSON",
        "FlatGeobuf",
        "GPKG",
        "ESRI Shapefile",
        "LIBKML",
        "KML",
        "GPX",
        "CSV",
        "XLSX",
        "ODS",
        nullptr};
    return kDrivers.data();
}

void add_geometry(OGRGeometryH geometry, MapFeature& feature) {
    if (geometry == nullptr) {
        return;
    }
    switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
        case wkbPoint:
            if (OGR_G_IsEmpty(geometry) == 0) {
                feature.points.push_back({OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)});
            }
            break;
        case wkbLineString:
            feature.lines.push_back(points_of(geometry));
            break;
        case wkbPolygon:
            feature.polygons.push_back(polygon_of(geometry));
            break;
        default: {
            const int parts = OGR_G_GetGeometryCount(geometry);
            for (int i = 0; i < parts; ++i) {
                add_geometry(OGR_G_GetGeometryRef(geometry, i), feature);
            }
        }
    }
}

Transformation to_wgs84(OGRLayerH layer) {
    OGRSpatialReferenceH source = OGR_L_GetSpatialRef(layer);
    if (source == nullptr) {
        return nullptr;
    }
    Reference from(OSRClone(source));
    Reference wgs84(OSRNewSpatialReference(nullptr));
    OSRImportFromEPSG(wgs84.get(), 4326);
    OSRSetAxisMappingStrategy(from.get(), OAMS_TRADITIONAL_GIS_ORDER);
    OSRSetAxisMappingStrategy(wgs84.get(), OAMS_TRADITIONAL_GIS_ORDER);
    if (OSRIsSame(from.get(), wgs84.get()) != 0) {
        return nullptr;
    }
    return Transformation(OCTNewCoordinateTransformation(from.get(), wgs84.get()));
}

}  // namespace salient::io
