#include "io/shape_builder.hpp"

#include "geo/geodesic.hpp"
#include "io/gdal_geometry.hpp"
#include "io/gdal_handles.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

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

}  // namespace

base::Result<ToLonLat> to_lonlat(std::string_view name) {
    const int code = epsg_code(name);
    if (name.find("CRS84") != std::string_view::npos || code == 4326) {
        return ToLonLat();
    }
    if (code == 0 && !is_wkt(name)) {
        return unknown_system(name);
    }
    start_gdal();
    const Reference from(OSRNewSpatialReference(nullptr));
    const OGRErr imported = code != 0 ? OSRImportFromEPSG(from.get(), code)
                                      : OSRSetFromUserInput(from.get(), std::string(name).c_str());
    if (imported != OGRERR_NONE) {
        return unknown_system(name);
    }
    const Reference wgs84(OSRNewSpatialReference(nullptr));
    OSRImportFromEPSG(wgs84.get(), 4326);
    OSRSetAxisMappingStrategy(from.get(), OAMS_TRADITIONAL_GIS_ORDER);
    OSRSetAxisMappingStrategy(wgs84.get(), OAMS_TRADITIONAL_GIS_ORDER);
    if (OSRIsSame(from.get(), wgs84.get()) != 0) {
        return ToLonLat();
    }
    auto transformation = std::shared_ptr<void>(
        OCTNewCoordinateTransformation(from.get(), wgs84.get()),
        [](void* handle) {
            if (handle != nullptr) {
                OCTDestroyCoordinateTransformation(
                    static_cast<OGRCoordinateTransformationH>(handle));
            }
        });
    if (!transformation) {
        return unknown_system(name);
    }
    return ToLonLat([transformation](double& x, double& y) {
        return OCTTransform(
                   static_cast<OGRCoordinateTransformationH>(transformation.get()),
                   1,
                   &x,
                   &y,
                   nullptr)
               != 0;
    });
}

void ShapeBuilder::add(double x, double y) {
    ++count_;
    if (!std::isfinite(x) || !std::isfinite(y)) {
        bad_ = true;
        return;
    }
    if (transform_ != nullptr && *transform_ && !(*transform_)(x, y)) {
        ++out_of_range_;
        return;
    }
    if (std::abs(y) > 90 || std::abs(x) > 360) {
        ++(std::abs(y) <= 180 && std::abs(x) <= 90 ? swapped_ : out_of_range_);
        return;
    }
    if (std::abs(x) > 180) {
        x = std::remainder(x, 360.0);
        wrapped_ = true;
    }
    last_ = {x, y};
    box_.west_deg = std::min(box_.west_deg, x);
    box_.east_deg = std::max(box_.east_deg, x);
    box_.south_deg = std::min(box_.south_deg, y);
    box_.north_deg = std::max(box_.north_deg, y);
}

Shape ShapeBuilder::finish() const {
    Shape shape;
    shape.vertices = count_;
    shape.wrapped = wrapped_;
    if (bad_) {
        shape.state = Shape::State::Bad;
        return shape;
    }
    if (count_ == 0) {
        return shape;
    }
    if (count_ == 1
        && wrapped_) {  // of a line or area part may lie beyond 180°; a point hardly means to
        shape.state = Shape::State::OutOfRange;
        return shape;
    }
    if (out_of_range_ + swapped_ > 0) {
        shape.state =
            out_of_range_ == 0 && swapped_ > 0 ? Shape::State::Swapped : Shape::State::OutOfRange;
        return shape;
    }
    shape.state = Shape::State::Placed;
    shape.box = box_;
    shape.point = last_;
    if (count_ > 1) {
        shape.point = {(box_.west_deg + box_.east_deg) / 2, (box_.south_deg + box_.north_deg) / 2};
        shape.radius_m = std::max(
            geo::distance_m(shape.point, {box_.west_deg, box_.south_deg}),
            geo::distance_m(shape.point, {box_.west_deg, box_.north_deg}));
    }
    return shape;
}

}  // namespace salient::io
