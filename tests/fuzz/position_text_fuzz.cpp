#include "fuzz.hpp"
#include "io/position_text.hpp"
#include "io/shape_builder.hpp"

#include <cmath>

namespace io = salient::io;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = salient::fuzz::text_of(data, size);
    static_cast<void>(io::read_number(text));
    static_cast<void>(io::read_degrees(text));
    if (const auto point = io::read_position(text)) {
        salient::fuzz::require(std::isfinite(point->lon_deg) && std::isfinite(point->lat_deg));
    }
    io::ShapeBuilder shape;
    static_cast<void>(io::add_geometry_text(text, shape));
    return 0;
}
