#pragma once

#include "geo/types.hpp"
#include "places/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace salient::toponym {

inline constexpr double kEarthKm = 6371.0;
inline constexpr double kNearKm = 120.0;  ///< at this distance places support each other half

/// A point on the unit sphere.
struct Vector {
    float x = 0;
    float y = 0;
    float z = 0;
};

[[nodiscard]] inline Vector unit_vector(geo::LonLat point) {
    static constexpr double kRadians = 3.14159265358979323846 / 180.0;
    const double lat = point.lat_deg * kRadians;
    const double lon = point.lon_deg * kRadians;
    return {
        static_cast<float>(std::cos(lat) * std::cos(lon)),
        static_cast<float>(std::cos(lat) * std::sin(lon)),
        static_cast<float>(std::sin(lat))};
}

/// 1 at the same spot, falling with the chord between the points.
[[nodiscard]] inline float nearness(const Vector& a, const Vector& b) {
    const float dx = a.x - b.x;
    const float dy = a.y - b.y;
    const float dz = a.z - b.z;
    static constexpr auto kScale = static_cast<float>(kEarthKm / kNearKm);
    const float squared = (dx * dx + dy * dy + dz * dz) * kScale * kScale;
    return 1.0F / (1.0F + squared);
}

/// One candidate of one name.
struct Choice {
    places::PlaceIndex place = 0;
    Vector where;
    double prior = 0;
    double belief = 0;
    std::uint32_t country = 0;  ///< places in the tables of counts; 0 for none
    std::uint32_t region = 0;
    places::PlaceKind kind = places::PlaceKind::Other;
};

/// Sorts by falling `order`, equal ones as they stand: few choices, and nearly sorted from the round before.
template <class Order>
void sort_choices(std::vector<Choice>& choices, Order&& order) {
    for (std::size_t i = 1; i < choices.size(); ++i) {
        if (!(order(choices[i]) > order(choices[i - 1]))) {
            continue;
        }
        const Choice moved = choices[i];
        std::size_t at = i;
        for (; at > 0 && order(moved) > order(choices[at - 1]); --at) {
            choices[at] = choices[at - 1];
        }
        choices[at] = moved;
    }
}

/// The choices of a name that support those of others by distance, side by side so that four are measured at once.
struct Supporters {
    static constexpr std::size_t kMost = 6;   ///< choices of a name
    static constexpr std::size_t kLanes = 8;  ///< those behind the last have no belief
    alignas(16) std::array<float, kLanes> x{};
    alignas(16) std::array<float, kLanes> y{};
    alignas(16) std::array<float, kLanes> z{};
    alignas(16) std::array<float, kLanes> belief{};
};

/// How much the best of them supports a choice there.
[[nodiscard]] inline float best_support(const Supporters& supporters, const Vector& where) {
    alignas(16) std::array<float, Supporters::kLanes> support;
    for (std::size_t i = 0; i < Supporters::kLanes; ++i) {
        support[i] = supporters.belief[i]
                     * nearness(where, {supporters.x[i], supporters.y[i], supporters.z[i]});
    }
    float best = 0;
    for (const float one : support) {
        best = std::max(best, one);
    }
    return best;
}

/// All mentions of one name with one container.
struct Name {
    std::vector<Choice> choices;
    double mass =
        0;  ///< how much it counts for others: chance of being a place, and how often it is said
    Supporters supporters;
};

/// How much the names of a text speak for each country or region.
class AreaCounts {
public:
    /// Where the area with this key is counted; 0 for the key 0.
    std::uint32_t slot(std::uint32_t key) {
        if (key == 0) {
            return 0;
        }
        const auto [entry, is_new] =
            slots_.emplace(key, static_cast<std::uint32_t>(counts_.size()));
        if (is_new) {
            counts_.push_back(0);
        }
        return entry->second;
    }
    void clear() { std::fill(counts_.begin(), counts_.end(), 0.0); }
    void add(std::uint32_t slot, double amount) { counts_[slot] += amount; }
    /// 0 for the slot of unknown areas.
    [[nodiscard]] double at(std::uint32_t slot) const {
        return slot == 0 ? 0 : std::max(0.0, counts_[slot]);
    }

private:
    std::unordered_map<std::uint32_t, std::uint32_t> slots_;
    std::vector<double> counts_ = {0};
};

}  // namespace salient::toponym
