#include "scene/key_places.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace salient::scene {

bool is_key_place(std::string_view english_name, std::string_view country) {
    using Key = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Key, 24> kPlaces = {{
        {"Sudzha", "RU"},
        {"Korenevo", "RU"},
        {"Glushkovo", "RU"},
        {"Rylsk", "RU"},
        {"Lgov", "RU"},
        {"Kurchatov", "RU"},
        {"Bolshoye Soldatskoye", "RU"},
        {"Shebekino", "RU"},
        {"Grayvoron", "RU"},
        {"Bakhmut", "UA"},
        {"Avdiivka", "UA"},
        {"Pokrovsk", "UA"},
        {"Vuhledar", "UA"},
        {"Robotyne", "UA"},
        {"Krynky", "UA"},
        {"Kupiansk", "UA"},
        {"Vovchansk", "UA"},
        {"Kurakhove", "UA"},
        {"Toretsk", "UA"},
        {"Chasiv Yar", "UA"},
        {"Bucha", "UA"},
        {"Enerhodar", "UA"},
        {"Izium", "UA"},
        {"Lyman", "UA"},
    }};
    return std::find(kPlaces.begin(), kPlaces.end(), Key{english_name, country}) != kPlaces.end();
}

}  // namespace salient::scene
