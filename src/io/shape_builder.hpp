#pragma once

#include "base/result.hpp"
#include "io/table.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// Moves a position of another coordinate system to lon/lat on WGS 84, in place. @return false when it cannot be moved
using ToLonLat = std::function<bool(double& x, double& y)>;

/// Empty for systems that are lon/lat on WGS 84 already ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326").
/// @param name  "EPSG:3857", "urn:ogc:def:crs:EPSG::3857" or WKT; addresses and file names are not looked at
/// @errors BadValue: not such a name, or no such system.
[[nodiscard]] base::Result<ToLonLat> to_lonlat(std::string_view name);

/// Gathers the vertices of one geometry.
class ShapeBuilder {
public:
    explicit ShapeBuilder(const ToLonLat* transform = nullptr) : transform_(transform) {}
    void add(double x, double y);
    /// The geometry is not what it should be: the shape will be Bad.
    void spoil() { bad_ = true; }
    [[nodiscard]] Shape finish() const;

private:
    const ToLonLat* transform_;
    geo::Box box_{180, 90, -180, -90};
    geo::LonLat last_;
    std::uint32_t count_ = 0;
    std::uint32_t out_of_range_ = 0;
    std::uint32_t swapped_ = 0;
    bool bad_ = false;
    bool wrapped_ = false;
};

}  // namespace salient::io
