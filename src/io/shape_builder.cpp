#include "io/shape_builder.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace salient::io {

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
    const double turned = x < 0 ? x + 360 : x;
    turned_west_deg_ = std::min(turned_west_deg_, turned);
    turned_east_deg_ = std::max(turned_east_deg_, turned);
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
        // What lies on both sides of 180° is narrower the other way round.
        const bool crosses = turned_east_deg_ - turned_west_deg_ < box_.east_deg - box_.west_deg;
        const double west = crosses ? turned_west_deg_ : box_.west_deg;
        const double east = crosses ? turned_east_deg_ : box_.east_deg;
        shape.point = {
            std::remainder((west + east) / 2, 360.0),
            (box_.south_deg + box_.north_deg) / 2};
        shape.radius_m = std::max(
            geo::distance_m(shape.point, {west, box_.south_deg}),
            geo::distance_m(shape.point, {west, box_.north_deg}));
    }
    return shape;
}

}  // namespace salient::io
