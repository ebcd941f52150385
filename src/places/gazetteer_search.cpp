// Completion, nearest place and descriptions: what people search with, apart from reading text.
#include "geo/geodesic.hpp"
#include "places/gazetteer_data.hpp"
#include "places/match_key.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace salient::places {
namespace {

/// The region the map is about: its places come first in a search box.
bool is_theatre(std::string_view country) {
    return country == "UA" || country == "RU" || country == "BY" || country == "MD";
}

struct Hit {
    float score = 0;
    PlaceIndex row = 0;
};

bool comes_first(const Hit& a, const Hit& b) {
    return a.score != b.score ? a.score > b.score : a.row < b.row;
}

constexpr double kKmPerDegree = 111.2;
constexpr float kTypedBonus = 0.5F;
constexpr float kFeatureMalus = 0.4F;  // rivers, seas and bases: towns are looked for more often

}  // namespace

std::vector<PlaceIndex> Gazetteer::complete(std::string_view prefix, std::size_t limit) const {
    const std::string wanted = match_key(prefix);
    if (wanted.empty() || limit == 0) {
        return {};
    }
    const auto first = static_cast<std::uint8_t>(wanted.front());
    std::vector<Hit> hits;
    std::string key;
    for (const NameEntry& entry : data_->names) {
        if (entry.first_byte != first) {
            continue;
        }
        key.clear();
        append_match_key(key, data_->view({entry.offset, entry.length}));
        if (key.compare(0, wanted.size(), wanted) != 0) {
            continue;
        }
        const Row& row = data_->rows[entry.row];
        // The more of a name is typed, the more likely it is meant: "sudzh" is Sudzha before the Sudzha salient.
        const float typed_share =
            static_cast<float>(wanted.size()) / static_cast<float>(key.size());
        const bool is_feature = row.kind == PlaceKind::Water || row.kind == PlaceKind::Physical
                                || row.kind == PlaceKind::Other;
        const float bonus = (is_theatre(data_->view(row.country)) ? 1.0F : 0.0F)
                            + kTypedBonus * typed_share - (is_feature ? kFeatureMalus : 0.0F);
        hits.push_back({row.prominence + bonus, entry.row});
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
        return a.row != b.row ? a.row < b.row : a.score > b.score;
    });
    hits.erase(
        std::unique(
            hits.begin(),
            hits.end(),
            [](const Hit& a, const Hit& b) { return a.row == b.row; }),
        hits.end());
    std::sort(hits.begin(), hits.end(), comes_first);
    std::vector<PlaceIndex> out;
    for (const Hit& hit : hits) {
        if (out.size() == limit) {
            break;
        }
        out.push_back(hit.row);
    }
    return out;
}

std::optional<PlaceIndex> Gazetteer::nearest(geo::LonLat point, double max_km) const {
    const double max_m = max_km * 1000.0;
    const double lat_reach = max_km / kKmPerDegree;
    const double widest = std::min(std::abs(point.lat_deg) + lat_reach, 89.9);
    const double shrink = std::cos(widest * 3.14159265358979 / 180.0);
    const int lines = static_cast<int>(std::min(180.0, std::ceil(lat_reach)));
    const int columns = static_cast<int>(std::min(180.0, std::ceil(lat_reach / shrink)));
    const int line0 = std::clamp(static_cast<int>(point.lat_deg + 90.0), 0, 179);
    const int column0 = std::clamp(static_cast<int>(point.lon_deg + 180.0), 0, 359);
    std::optional<PlaceIndex> best;
    double best_m = max_m;
    const auto look_in = [&](std::size_t cell) {
        for (std::uint32_t i = data_->cell_begin[cell]; i < data_->cell_begin[cell + 1]; ++i) {
            const Row& row = data_->rows[data_->cell_rows[i]];
            const double metres = geo::distance_m(point, {row.lon_deg, row.lat_deg});
            if (metres <= best_m && (!best || metres < best_m)) {
                best_m = metres;
                best = data_->cell_rows[i];
            }
        }
    };
    for (int line = std::max(0, line0 - lines); line <= std::min(179, line0 + lines); ++line) {
        for (int step = -columns; step <= columns; ++step) {
            const int column = ((column0 + step) % 360 + 360) % 360;
            look_in(static_cast<std::size_t>(line) * 360 + static_cast<std::size_t>(column));
        }
    }
    return best;
}

std::string describe(const Gazetteer& gazetteer, PlaceIndex index) {
    const Place place = gazetteer.at(index);
    std::string text(place.name);
    const auto append = [&text, &gazetteer, index](std::optional<PlaceIndex> part) {
        if (part && *part != index) {
            text.append(", ").append(gazetteer.at(*part).name);
        }
    };
    if (place.kind != PlaceKind::Country) {
        if (!place.region_id.empty()) {
            append(gazetteer.region(place.region_id));
        }
        append(gazetteer.country(place.country));
    }
    return text;
}

std::optional<std::uint32_t> geonames_id(const Place& place) {
    std::uint32_t number = 0;
    if (place.id.size() < 2 || place.id.front() != 'g') {
        return std::nullopt;
    }
    const auto result =
        std::from_chars(place.id.data() + 1, place.id.data() + place.id.size(), number);
    const bool is_whole =
        result.ec == std::errc() && result.ptr == place.id.data() + place.id.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

}  // namespace salient::places
