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

/// Four numbers that are worked on at once.
using Four = float __attribute__((vector_size(16)));

/// The choices of a name that support those of others by distance.
struct Supporters {
    static constexpr std::size_t kMost = 6;  ///< choices of a name
    static constexpr std::size_t kFours = 2;
    std::array<Four, kFours> x{};
    std::array<Four, kFours> y{};
    std::array<Four, kFours> z{};
    std::array<Four, kFours> belief{};  ///< 0 for countries and behind the last choice
    std::size_t fours = 0;              ///< in use
};

/// How much the best of them supports a choice there: its belief, times a nearness that is 1 at the same spot and falls with
/// the chord between the points.
[[nodiscard]] inline float best_support(const Supporters& supporters, const Vector& where) {
    static constexpr auto kScale = static_cast<float>(kEarthKm / kNearKm);
    Four best = {};
    for (std::size_t i = 0; i < supporters.fours; ++i) {
        const Four dx = where.x - supporters.x[i];
        const Four dy = where.y - supporters.y[i];
        const Four dz = where.z - supporters.z[i];
        const Four squared = (dx * dx + dy * dy + dz * dz) * kScale * kScale;
        const Four support = supporters.belief[i] * (1.0F / (1.0F + squared));
        best = support > best ? support : best;
    }
    return std::max(std::max(best[0], best[1]), std::max(best[2], best[3]));
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
