#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace salient::io {

/// RGBA, straight alpha, 8 bits a channel, rows from the top, no padding.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/// Key (Latin, 1–79 characters) and value (UTF-8) that travel in the picture as iTXt.
using Metadata = std::vector<std::pair<std::string, std::string>>;

/// The picture as PNG: RGB when every pixel is opaque, Up filter, libdeflate. A 4K picture takes about 75 ms.
/// @source PNG specification, W3C 2003
/// @errors BadValue: the picture is empty or its pixels do not fit its size.
[[nodiscard]] base::Result<std::string> encode_png(const Image& image, const Metadata& metadata);

/// A PNG of 8-bit RGB or RGBA without interlacing, as encode_png writes it.
/// @errors BadFormat: not such a PNG, or damaged; LimitExceeded: more than 16384 pixels a side.
[[nodiscard]] base::Result<Image> decode_png(std::string_view bytes);

/// The iTXt entries of a PNG. @errors BadFormat: not a PNG.
[[nodiscard]] base::Result<Metadata> png_metadata(std::string_view bytes);

}  // namespace salient::io
