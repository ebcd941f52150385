#include "io/row_place.hpp"

#include "events/types.hpp"
#include "io/column_names.hpp"
#include "io/position_text.hpp"
#include "io/shape_builder.hpp"

#include <array>
#include <cctype>
#include <utility>

namespace salient::io {

namespace {

using P = events::LocationPrecision;

constexpr PlacePrecision kTown{P::Settlement, 5'000};
constexpr PlacePrecision kNear{P::Settlement, 25'000};
constexpr PlacePrecision kDistrict{P::District, 30'000};
constexpr PlacePrecision kRegion{P::Region, 100'000};
constexpr PlacePrecision kCountry{P::Country, 500'000};
constexpr PlacePrecision kUnknown{P::Unknown, 0};

using Codes = std::array<PlacePrecision, 8>;
constexpr Codes kAcled =
    {kUnknown, kTown, kDistrict, kRegion, kUnknown, kUnknown, kUnknown, kUnknown};
constexpr Codes kUcdp =
    {kUnknown, PlacePrecision{}, kNear, kDistrict, kRegion, kRegion, kCountry, kUnknown};
constexpr Codes kGdelt = {kUnknown, kCountry, kRegion, kTown, kTown, kRegion, kUnknown, kUnknown};

constexpr std::array<std::pair<std::string_view, PlacePrecision>, 22> kWords = {{
    {"exact", {}},         {"точні", {}},
    {"true", {}},          {"yes", {}},
    {"building", {}},      {"street", {P::Exact, 500}},
    {"settlement", kTown}, {"city", kTown},
    {"town", kTown},       {"village", kTown},
    {"adm3", kTown},       {"adm4", kTown},
    {"near", kNear},       {"approximate", kNear},
    {"неточні", kNear},    {"district", kDistrict},
    {"adm2", kDistrict},   {"region", kRegion},
    {"oblast", kRegion},   {"adm1", kRegion},
    {"country", kCountry}, {"adm0", kCountry},
}};

bool is_ascii_alpha2(std::string_view text) {
    return text.size() == 2 && std::isupper(static_cast<unsigned char>(text[0])) != 0
           && std::isupper(static_cast<unsigned char>(text[1])) != 0;
}

/// "lonlat", "lng_lat", "Longitude/Latitude"
bool names_longitude_first(std::string_view column) {
    const std::string name = plain_name(column);
    const std::size_t lon = std::min(name.find("lon"), name.find("lng"));
    const std::size_t lat = name.find("lat");
    return lon != std::string::npos && lat != std::string::npos && lon < lat;
}

/// How exactly a square or circle of this size places an event.
P precision_within(double radius_m) {
    return radius_m > 50'000  ? P::Region
           : radius_m > 5'000 ? P::District
           : radius_m > 1'000 ? P::Settlement
                              : P::Exact;
}

}  // namespace

PlacePrecision
place_precision(std::string_view schema, std::string_view column, std::string_view code) {
    if (code.empty()) {
        return {};
    }
    if (code.size() == 1 && code[0] >= '0' && code[0] <= '7') {
        const auto index = static_cast<std::size_t>(code[0] - '0');
        if (schema == "ucdp-ged" || column == "whereprec") {
            return kUcdp.at(index);
        }
        return schema.starts_with("gdelt") ? kGdelt.at(index) : kAcled.at(index);
    }
    std::string word = plain_name(code);
    for (const auto& [known, precision] : kWords) {
        if (word == known) {
            return precision;
        }
    }
    return kUnknown;
}

PlaceReader::PlaceReader(
    const Table& table,
    const ColumnMapping& mapping,
    const RoleColumns& roles,
    const ReadOptions& options)
    : options_(options),
      transform_(typed_to_lonlat(options.crs)),
      schema_(mapping.schema),
      is_longitude_first_(names_longitude_first(mapping.column(Role::Position))),
      precision_column_(plain_name(mapping.column(Role::PlacePrecision))),
      join_regions_(
          options.find_region && roles.has(Role::Region) && !roles.has(Role::Latitude)
          && !roles.has(Role::Position) && !table.has_shapes()) {}

Shape PlaceReader::shape_of(const RowCells& row, const char*& problem) const {
    std::string_view lat_text = row.first(Role::Latitude);
    std::string_view lon_text = row.first(Role::Longitude);
    if (options_.swap_axes) {
        std::swap(lat_text, lon_text);
    }
    ShapeBuilder builder(&transform_);
    if (!is_missing_value(lat_text) && !is_missing_value(lon_text)) {
        const auto lat = read_degrees(lat_text);
        const auto lon = read_degrees(lon_text);
        if (!lat || !lon) {
            problem = "position.invalid";
            return {};
        }
        builder.add(*lon, *lat);
        return builder.finish();
    }
    const std::string_view text = row.first(Role::Position);
    if (is_missing_value(text)) {
        const bool half = is_missing_value(lat_text) != is_missing_value(lon_text);
        problem = half ? "position.half" : problem;
        return {};
    }
    if (add_geometry_text(text, builder)) {
        return builder.finish();
    }
    auto position = read_position(text);
    if (!position) {
        problem = "position.invalid";
        return {};
    }
    if (!position->axes_are_said && position->radius_m == 0
        && options_.swap_axes != is_longitude_first_) {
        std::swap(position->point.lon_deg, position->point.lat_deg);
    }
    builder.add(position->point.lon_deg, position->point.lat_deg);
    Shape shape = builder.finish();
    shape.radius_m = position->radius_m;
    return shape;
}

/// Looks each combination of names up once.
std::optional<events::Location> PlaceReader::region_of(const RowCells& row, bool& is_named) {
    std::vector<std::string_view> names;
    std::string key;
    for (const std::uint32_t column : row.roles.of(Role::Region)) {
        if (const std::string_view name = trimmed(row.cells[column]); !is_missing_value(name)) {
            names.push_back(name);
            key.append(name).push_back('\n');
        }
    }
    is_named = !names.empty();
    const auto [it, is_new] = regions_.try_emplace(std::move(key));
    if (is_new && is_named) {
        it->second = options_.find_region(names);
    }
    return it->second;
}

RowPlace PlaceReader::read(const RowCells& row, const Shape* shape) {
    RowPlace out;
    const bool from_cells = shape == nullptr || shape->state == Shape::State::None;
    const Shape own = from_cells ? shape_of(row, out.problem) : *shape;
    switch (own.state) {
        case Shape::State::None:
            break;
        case Shape::State::Bad:
            out.problem = "position.invalid";
            break;
        case Shape::State::OutOfRange:
            out.problem = "position.range";
            break;
        case Shape::State::Swapped:
            out.problem = "position.swapped";
            break;
        case Shape::State::Placed:
            out.has_coords = true;
            out.problem = own.wrapped ? "position.wrapped" : out.problem;
            break;
    }
    if (out.has_coords && own.vertices == 1 && own.point == geo::LonLat{}) {
        out.problem = "position.zero";
    } else if (out.has_coords) {
        out.box = own.box;
        const PlacePrecision precision =
            place_precision(schema_, precision_column_, row.first(Role::PlacePrecision));
        out.location.emplace();
        out.location->point = own.point;
        out.location->precision = precision.precision;
        out.location->radius_m = std::max(own.radius_m, precision.radius_m);
        if (own.radius_m > 0) {
            out.location->precision = std::max(precision.precision, precision_within(own.radius_m));
        }
        if (const auto radius = read_number(row.first(Role::RadiusM)); radius && *radius >= 0) {
            out.location->radius_m = *radius;
        }
    } else if (join_regions_) {
        bool is_named = false;
        out.location = region_of(row, is_named);
        out.by_region = out.location.has_value();
        if (is_named && !out.by_region) {
            out.problem = "position.region_unknown";
        }
    }
    if (out.location && !out.by_region) {
        out.location->name = row.first(Role::Place);
        if (const std::string_view country = row.first(Role::Country); is_ascii_alpha2(country)) {
            out.location->country = country;
        }
    }
    return out;
}

}  // namespace salient::io
