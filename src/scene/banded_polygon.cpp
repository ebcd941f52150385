#include "scene/banded_polygon.hpp"

#include <algorithm>
#include <cmath>

namespace salient::scene {

namespace {

constexpr double kBandDeg = 0.0125;
constexpr std::size_t kBandCount = 14'400;

std::size_t band_of(double lat_deg) {
    const double band = std::floor((lat_deg + 90) / kBandDeg);
    return static_cast<std::size_t>(std::clamp(band, 0.0, kBandCount - 1.0));
}

}  // namespace

void BandedPolygon::add(const geo::MultiPolygon& polygons) {
    for (const geo::Polygon& polygon : polygons) {
        for (const geo::Ring& ring : polygon.rings) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                add_edge({ring[i], ring[i + 1]});
            }
        }
    }
    for (std::vector<Edge>& band : bands_) {
        std::sort(band.begin(), band.end(), [](const Edge& one, const Edge& other) {
            return one.west_deg() < other.west_deg();
        });
    }
}

void BandedPolygon::add_edge(const Edge& edge) {
    const auto [west, east] = std::minmax({edge.a.lon_deg, edge.b.lon_deg});
    west_deg_ = std::min(west_deg_, west);
    east_deg_ = std::max(east_deg_, east);
    const auto [low, high] = std::minmax({edge.a.lat_deg, edge.b.lat_deg});
    reach(band_of(low), band_of(high));
    for (std::size_t band = band_of(low); band <= band_of(high); ++band) {
        bands_[band - first_band_].push_back(edge);
    }
}

void BandedPolygon::reach(std::size_t first, std::size_t last) {
    if (bands_.empty()) {
        first_band_ = first;
    }
    if (first < first_band_) {
        bands_.insert(bands_.begin(), first_band_ - first, {});
        first_band_ = first;
    }
    bands_.resize(std::max(bands_.size(), last - first_band_ + 1));
}

bool BandedPolygon::contains(geo::LonLat point) const {
    const std::size_t band = band_of(point.lat_deg);
    if (band < first_band_ || band - first_band_ >= bands_.size()
        || !(point.lon_deg >= west_deg_ && point.lon_deg <= east_deg_)) {
        return false;
    }
    bool inside = false;
    for (const Edge& edge : bands_[band - first_band_]) {
        if (edge.west_deg() > point.lon_deg) {
            break;  // so do all that follow
        }
        const bool crosses = (edge.a.lat_deg > point.lat_deg) != (edge.b.lat_deg > point.lat_deg);
        if (crosses && edge.lon_at_deg(point.lat_deg) <= point.lon_deg) {
            inside = !inside;
        }
    }
    return inside;
}

std::vector<double> BandedPolygon::crossings_deg(double lat_deg) const {
    std::vector<double> crossings;
    const std::size_t band = band_of(lat_deg);
    if (band < first_band_ || band - first_band_ >= bands_.size()) {
        return crossings;
    }
    for (const Edge& edge : bands_[band - first_band_]) {
        if ((edge.a.lat_deg > lat_deg) != (edge.b.lat_deg > lat_deg)) {
            crossings.push_back(edge.lon_at_deg(lat_deg));
        }
    }
    std::sort(crossings.begin(), crossings.end());
    return crossings;
}

}  // namespace salient::scene
