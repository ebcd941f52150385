#pragma once

#include "io/coordinate_system.hpp"
#include "io/table.hpp"

#include <cstdint>

namespace salient::io {

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
    double turned_west_deg_ =
        360;                      ///< least longitude, those west of Greenwich counted from 180 on
    double turned_east_deg_ = 0;  ///< the greatest
    geo::LonLat last_;
    std::uint32_t count_ = 0;
    std::uint32_t out_of_range_ = 0;
    std::uint32_t swapped_ = 0;
    bool bad_ = false;
    bool wrapped_ = false;
};

}  // namespace salient::io
