#include "io/control_content.hpp"

#include "io/coordinate_system.hpp"
#include "io/file_bytes.hpp"
#include "io/gdal_geometry.hpp"
#include "io/gdal_handles.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <system_error>

namespace salient::io {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kZipStart = "PK\x03\x04";
constexpr std::string_view kGzipStart = "\x1F\x8B";

struct StringListDeleter {
    void operator()(char** list) const { CSLDestroy(list); }
};
using StringList = std::unique_ptr<char*, StringListDeleter>;

base::Error too_large(const fs::path& path) {
    return {
        base::ErrorCode::LimitExceeded,
        "The file unpacks to more than the allowed size",
        path.string()};
}

/// What the entries of an archive say they unpack to.
base::Status check_archive(const fs::path& path, const ReadLimits& limits) {
    const std::string inside = "/vsizip/{" + path.string() + "}";
    const StringList entries(VSIReadDirRecursive(inside.c_str()));
    constexpr int most_entries = 10'000;
    if (CSLCount(entries.get()) > most_entries) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The archive has more than 10,000 entries",
            path.string()};
    }
    std::uint64_t total = 0;
    for (int i = 0; i < CSLCount(entries.get()); ++i) {
        VSIStatBufL about{};
        const std::string entry = inside + "/" + CSLGetField(entries.get(), i);
        if (VSIStatL(entry.c_str(), &about) == 0 && about.st_size > 0) {
            total += static_cast<std::uint64_t>(about.st_size);
        }
        if (total > limits.unpacked_bytes) {
            return too_large(path);
        }
    }
    return base::Done{};
}

/// `@ru` or `@#ru` is the name of a style; drawn styles are left out.
std::string style_name(OGRFeatureH feature) {
    const char* style = OGR_F_GetStyleString(feature);
    std::string_view text = style == nullptr ? "" : style;
    if (text.empty() || text.front() != '@') {
        return {};
    }
    text.remove_prefix(std::min(text.find_first_not_of("@#"), text.size()));
    return std::string(text);
}

std::uint64_t vertex_count(const geo::MultiPolygon& polygons) {
    std::uint64_t count = 0;
    for (const geo::Polygon& polygon : polygons) {
        for (const geo::Ring& ring : polygon.rings) {
            count += ring.size();
        }
    }
    return count;
}

MapFeature feature_of(OGRFeatureH feature, const Transformation& transformation) {
    MapFeature out;
    if (OGRGeometryH geometry = OGR_F_GetGeometryRef(feature)) {
        if (transformation != nullptr) {
            OGR_G_Transform(geometry, transformation.get());
        }
        add_geometry(geometry, out);
    }
    const int fields = OGR_F_GetFieldCount(feature);
    for (int i = 0; i < fields; ++i) {
        if (OGR_F_IsFieldSetAndNotNull(feature, i) != 0) {
            out.attributes.emplace_back(
                OGR_Fld_GetNameRef(OGR_F_GetFieldDefnRef(feature, i)),
                OGR_F_GetFieldAsString(feature, i));
        }
    }
    if (std::string style = style_name(feature); !style.empty()) {
        out.attributes.emplace_back("style", std::move(style));
    }
    return out;
}

/// Moves every point. @return false when one cannot be moved
bool move(geo::Polygon& polygon, const ToLonLat& to_lonlat) {
    return std::all_of(polygon.rings.begin(), polygon.rings.end(), [&](geo::Ring& ring) {
        return std::all_of(ring.begin(), ring.end(), [&](geo::LonLat& point) {
            return to_lonlat(point.lon_deg, point.lat_deg);
        });
    });
}

bool move(geo::MultiPolygon& polygons, const ToLonLat& to_lonlat) {
    return std::all_of(polygons.begin(), polygons.end(), [&](geo::Polygon& polygon) {
        return move(polygon, to_lonlat);
    });
}

base::Status read_layer(OGRLayerH layer, const ControlReading& how, ControlContent& content) {
    const ReadLimits& limits = how.limits;
    const Transformation transformation = to_wgs84(layer);
    const ToLonLat typed =
        OGR_L_GetSpatialRef(layer) == nullptr ? typed_to_lonlat(how.crs) : ToLonLat();
    std::uint64_t vertices = 0;
    OGR_L_ResetReading(layer);
    while (const Feature next{OGR_L_GetNextFeature(layer)}) {
        MapFeature feature = feature_of(next.get(), transformation);
        if (typed && !move(feature.polygons, typed)) {
            ++content.broken;
            continue;
        }
        feature.attributes.emplace_back("layer", OGR_L_GetName(layer));
        if (!feature.polygons.empty()) {
            vertices += vertex_count(feature.polygons);
            content.features.push_back(std::move(feature));
        } else if (!feature.lines.empty()) {
            ++content.lines;
        } else if (!feature.points.empty()) {
            ++content.points;
        }
        if (content.features.size() > limits.features || vertices > limits.vertices) {
            return base::Error{
                base::ErrorCode::LimitExceeded,
                "The file has more areas or vertices than allowed",
                ""};
        }
    }
    return base::Done{};
}

bool is_json(std::string_view text) {
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    return at != std::string_view::npos && (text[at] == '{' || text[at] == '[');
}

base::Error at_path(base::Error error, const fs::path& path) {
    error.where = path.string();
    return error;
}

base::Result<ControlContent>
json_content(std::string_view bytes, const fs::path& path, const ControlReading& how) {
    const DecodedText decoded = decode_text(bytes);
    auto content = read_control_json(decoded.text, how);
    if (!content) {
        return at_path(content.error(), path);
    }
    return content;
}

}  // namespace

base::Result<ControlContent> read_control_layers(const fs::path& path, const ControlReading& how) {
    // LIBKML keeps global objects.
    static std::mutex one_at_a_time;
    const std::scoped_lock lock(one_at_a_time);
    start_gdal();
    const Dataset dataset(GDALOpenEx(
        path.c_str(),
        GDAL_OF_VECTOR | GDAL_OF_READONLY,
        allowed_drivers(),
        nullptr,
        nullptr));
    if (!dataset) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected a map layer, the file is damaged or of another kind",
            path.string()};
    }
    ControlContent content;
    const int layers = GDALDatasetGetLayerCount(dataset.get());
    for (int i = 0; i < layers; ++i) {
        const auto done = read_layer(GDALDatasetGetLayer(dataset.get(), i), how, content);
        if (!done) {
            return at_path(done.error(), path);
        }
    }
    return content;
}

base::Result<ControlContent> read_control_content(const fs::path& path, const ControlReading& how) {
    const ReadLimits& limits = how.limits;
    if (const auto plain = check_plain_file(path); !plain) {
        return plain.error();
    }
    std::error_code ignored;
    if (fs::file_size(path, ignored) > limits.unpacked_bytes) {
        return too_large(path);
    }
    const auto bytes = FileBytes::open(path);
    if (!bytes) {
        return bytes.error();
    }
    const std::string_view text = bytes->view();
    if (text.starts_with(kGzipStart)) {
        const auto unpacked = gunzip(text, limits.unpacked_bytes);
        if (!unpacked) {
            return at_path(unpacked.error(), path);
        }
        if (is_json(*unpacked)) {
            return json_content(*unpacked, path, how);
        }
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected packed GeoJSON, found something else",
            path.string()};
    }
    if (text.starts_with(kZipStart)) {
        start_gdal();
        if (const auto checked = check_archive(path, limits); !checked) {
            return checked.error();
        }
        auto content = read_control_layers(path, how);
        return content ? content : read_control_layers("/vsizip/{" + path.string() + "}", how);
    }
    const std::string_view unmarked = text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
    constexpr std::size_t look = 65'536;
    const bool is_topology = text.substr(0, look).find("\"Topology\"") != std::string_view::npos;
    if (is_json(unmarked) && !is_topology) {
        return json_content(text, path, how);
    }
    return read_control_layers(path, how);
}

}  // namespace salient::io
