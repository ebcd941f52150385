#include "io/coordinate_system.hpp"

#include "io/gdal_geometry.hpp"
#include "io/gdal_handles.hpp"

#include <charconv>
#include <cmath>
#include <memory>
#include <system_error>
#include <utility>

namespace salient::io {

namespace {

base::Error unknown_system(std::string_view name) {
    return {
        base::ErrorCode::BadValue,
        "Unknown coordinate system '" + std::string(name.substr(0, 80)) + "'",
        ""};
}

/// The number behind the last colon of "EPSG:3857" or "urn:ogc:def:crs:EPSG::3857".
int epsg_code(std::string_view name) {
    const std::size_t authority = name.find("EPSG:");
    if (authority == std::string_view::npos || name.find("//") != std::string_view::npos) {
        return 0;
    }
    const std::string_view digits = name.substr(name.rfind(':') + 1);
    int code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code);
    return error == std::errc() && end == digits.data() + digits.size() ? code : 0;
}

bool is_wkt(std::string_view name) {
    return name.starts_with("GEOGCS[") || name.starts_with("PROJCS[")
           || name.starts_with("GEOGCRS[") || name.starts_with("PROJCRS[")
           || name.starts_with("COMPD_CS[");
}

/// Whatever PROJ knows; null when it does not. Addresses are not fetched.
Reference reference_of(const std::string& text) {
    start_gdal();
    Reference from(OSRNewSpatialReference(nullptr));
    if (text.find("://") != std::string::npos
        || OSRSetFromUserInput(from.get(), text.c_str()) != OGRERR_NONE) {
        return nullptr;
    }
    return from;
}

/// @return null when the two have no relation
std::shared_ptr<void> transformation_to_lonlat(OGRSpatialReferenceH from) {
    const Reference wgs84(OSRNewSpatialReference(nullptr));
    OSRImportFromEPSG(wgs84.get(), 4326);
    OSRSetAxisMappingStrategy(from, OAMS_TRADITIONAL_GIS_ORDER);
    OSRSetAxisMappingStrategy(wgs84.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return {OCTNewCoordinateTransformation(from, wgs84.get()), [](void* handle) {
                if (handle != nullptr) {
                    OCTDestroyCoordinateTransformation(
                        static_cast<OGRCoordinateTransformationH>(handle));
                }
            }};
}

bool is_wgs84(OGRSpatialReferenceH system) {
    const Reference wgs84(OSRNewSpatialReference(nullptr));
    OSRImportFromEPSG(wgs84.get(), 4326);
    OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER);
    OSRSetAxisMappingStrategy(wgs84.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return OSRIsSame(system, wgs84.get()) != 0;
}

bool move(const std::shared_ptr<void>& transformation, double& x, double& y) {
    return OCTTransform(
               static_cast<OGRCoordinateTransformationH>(transformation.get()),
               1,
               &x,
               &y,
               nullptr)
           != 0;
}

}  // namespace

base::Result<ToLonLat> to_lonlat(std::string_view name) {
    const int code = epsg_code(name);
    if (name.find("CRS84") != std::string_view::npos || code == 4326) {
        return ToLonLat();
    }
    if (code == 0 && !is_wkt(name)) {
        return unknown_system(name);
    }
    const Reference from =
        reference_of(code != 0 ? "EPSG:" + std::to_string(code) : std::string(name));
    if (from == nullptr) {
        return unknown_system(name);
    }
    if (is_wgs84(from.get())) {
        return ToLonLat();
    }
    auto transformation = transformation_to_lonlat(from.get());
    if (!transformation) {
        return unknown_system(name);
    }
    return ToLonLat([transformation = std::move(transformation)](double& x, double& y) {
        return move(transformation, x, y);
    });
}

ToLonLat typed_to_lonlat(const std::string& text) {
    const Reference from = text.empty() ? nullptr : reference_of(text);
    if (from == nullptr || is_wgs84(from.get())) {
        return {};
    }
    auto transformation = transformation_to_lonlat(from.get());
    if (!transformation) {
        return {};
    }
    const bool counts_in_degrees = OSRIsGeographic(from.get()) != 0;
    return [transformation = std::move(transformation), counts_in_degrees](double& x, double& y) {
        const bool could_be_degrees = std::abs(x) <= 180 && std::abs(y) <= 90;
        return (could_be_degrees && !counts_in_degrees) || move(transformation, x, y);
    };
}

base::Status check_coordinate_system(const std::string& text) {
    if (text.empty()) {
        return base::Done{};
    }
    const Reference from = reference_of(text);
    if (from == nullptr || transformation_to_lonlat(from.get()) == nullptr) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected a coordinate system that PROJ knows, such as EPSG:32637, found '"
                + text.substr(0, 80) + "'",
            ""};
    }
    return base::Done{};
}

}  // namespace salient::io
