#include "workspace/gpkg_geometry.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace salient::workspace {

namespace {

static_assert(std::endian::native == std::endian::little, "geometries are written as they lie");

constexpr std::uint32_t kWgs84 = 4326;
constexpr std::uint32_t kPoint = 1;
constexpr std::uint32_t kMultiPoint = 4;

template <class T>
void put(PointBlob& blob, std::size_t at, T value) {
    std::memcpy(blob.data() + at, &value, sizeof(T));
}

/// Reads numbers of either byte order; `ok` turns false past the end.
struct Reader {
    std::string_view bytes;
    bool big_endian = false;
    bool ok = true;

    template <class T>
    T take() {
        if (bytes.size() < sizeof(T)) {
            ok = false;
            return {};
        }
        std::array<char, sizeof(T)> raw{};
        std::copy_n(bytes.begin(), sizeof(T), raw.begin());
        bytes.remove_prefix(sizeof(T));
        if (big_endian) {
            std::reverse(raw.begin(), raw.end());
        }
        return std::bit_cast<T>(raw);
    }
};

/// Sizes of the envelope by its kind in the flags.
constexpr std::array<std::size_t, 5> kEnvelopeBytes = {0, 32, 48, 48, 64};

std::optional<geo::LonLat> read_point(Reader& reader) {
    reader.big_endian = reader.take<std::uint8_t>() == 0;
    const std::uint32_t type = reader.take<std::uint32_t>() % 1000;  // 1000s: Z, M, ZM
    if (type == kMultiPoint && reader.take<std::uint32_t>() > 0 && reader.ok) {
        reader.big_endian = reader.take<std::uint8_t>() == 0;
        if (reader.take<std::uint32_t>() % 1000 != kPoint) {
            return std::nullopt;
        }
    } else if (type != kPoint) {
        return std::nullopt;
    }
    const auto x = reader.take<double>();
    const auto y = reader.take<double>();
    if (!reader.ok || !std::isfinite(x) || !std::isfinite(y)) {
        return std::nullopt;
    }
    return geo::LonLat{x, y};
}

}  // namespace

PointBlob point_blob(geo::LonLat point) {
    PointBlob blob{};
    put(blob, 0, 'G');
    put(blob, 1, 'P');
    put(blob, 2, std::uint8_t{0});
    put(blob, 3, std::uint8_t{1});  // little endian, no envelope
    put(blob, 4, kWgs84);
    put(blob, 8, std::uint8_t{1});
    put(blob, 9, kPoint);
    put(blob, 13, point.lon_deg);
    put(blob, 21, point.lat_deg);
    return blob;
}

std::optional<geo::LonLat> point_from_blob(std::string_view blob) {
    if (blob.size() < 8 || blob.substr(0, 2) != "GP") {
        return std::nullopt;
    }
    const auto flags = static_cast<unsigned char>(blob[3]);
    const std::size_t envelope = (flags >> 1U) & 7U;
    if (envelope >= kEnvelopeBytes.size() || blob.size() < 8 + kEnvelopeBytes[envelope]) {
        return std::nullopt;
    }
    Reader reader = {blob.substr(8 + kEnvelopeBytes[envelope])};
    return read_point(reader);
}

}  // namespace salient::workspace
