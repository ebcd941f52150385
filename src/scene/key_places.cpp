#include "scene/key_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace salient::scene {

double key_place_bonus(std::string_view english_name, geo::LonLat point) {
    struct Key {
        std::string_view name;
        geo::LonLat near;  // several villages share a name
    };
    static constexpr std::array<Key, 24> kPlaces = {{
        {"Sudzha", {35.27, 51.19}},
        {"Korenevo", {34.9, 51.41}},
        {"Glushkovo", {34.64, 51.34}},
        {"Rylsk", {34.68, 51.57}},
        {"Lgov", {35.27, 51.67}},
        {"Kurchatov", {35.66, 51.66}},
        {"Bolshoye Soldatskoye", {35.5, 51.34}},
        {"Shebekino", {36.9, 50.41}},
        {"Grayvoron", {35.67, 50.48}},
        {"Bakhmut", {38.0, 48.59}},
        {"Avdiivka", {37.75, 48.14}},
        {"Pokrovsk", {37.18, 48.28}},
        {"Vuhledar", {37.25, 47.78}},
        {"Robotyne", {35.84, 47.45}},
        {"Krynky", {33.1, 46.73}},
        {"Kupiansk", {37.61, 49.71}},
        {"Vovchansk", {36.94, 50.29}},
        {"Kurakhove", {37.28, 47.98}},
        {"Toretsk", {37.85, 48.4}},
        {"Chasiv Yar", {37.83, 48.59}},
        {"Bucha", {30.22, 50.55}},
        {"Enerhodar", {34.65, 47.5}},
        {"Izium", {37.26, 49.21}},
        {"Lyman", {37.81, 48.99}},
    }};
    constexpr double near_deg = 0.15;
    const bool is_key = std::any_of(kPlaces.begin(), kPlaces.end(), [&](const Key& key) {
        return key.name == english_name && std::abs(key.near.lon_deg - point.lon_deg) < near_deg
               && std::abs(key.near.lat_deg - point.lat_deg) < near_deg;
    });
    // The town that the Kursk salient is about is named from far away.
    return !is_key ? 0 : english_name == kPlaces.front().name ? 2.6 : 1.5;
}

double place_rank(const LabelPlace& place, double key_bonus) {
    // A town in the news whose size nobody wrote down is no hamlet.
    const double least = place.population == 0 && key_bonus > 0 ? 900 : 10;
    double rank = std::log10(static_cast<double>(place.population) + least);
    rank += place.code == "PPLC" ? 2.0 : place.code == "PPLA" ? 0.8 : 0.0;
    return rank + key_bonus;
}

}  // namespace salient::scene
