#include "control/area_class.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace salient::control {

namespace {

constexpr std::array<std::pair<Holder, std::string_view>, 4> kHolders{{
    {Holder::Ukraine, "ukraine"},
    {Holder::Russia, "russia"},
    {Holder::Contested, "contested"},
    {Holder::Other, "other"},
}};

constexpr std::array<std::pair<AreaClass, std::string_view>, 6> kClasses{{
    {AreaClass::Occupied, "occupied"},
    {AreaClass::OccupiedBefore, "occupied_before"},
    {AreaClass::Contested, "contested"},
    {AreaClass::Liberated, "liberated"},
    {AreaClass::Incursion, "incursion"},
    {AreaClass::Editorial, "editorial"},
}};

struct KnownKey {
    std::string_view key;
    Classified means;
};
constexpr std::array<KnownKey, 6> kKeys{{
    {"status.occupied", {Holder::Russia, AreaClass::Occupied}},
    {"status.unknown", {Holder::Contested, AreaClass::Contested}},
    {"status.dismissed", {Holder::Ukraine, AreaClass::Liberated}},
    {"territories.crimea", {Holder::Russia, AreaClass::OccupiedBefore}},
    {"territories.ordlo", {Holder::Russia, AreaClass::OccupiedBefore}},
    {"territories.tuzla", {Holder::Russia, AreaClass::OccupiedBefore}},
}};

template <class Table, class Value>
std::string_view text_in(const Table& table, Value value) {
    for (const auto& [known, text] : table) {
        if (known == value) {
            return text;
        }
    }
    return {};
}

template <class Value, std::size_t size>
std::optional<Value> value_in(
    const std::array<std::pair<Value, std::string_view>, size>& table,
    std::string_view wanted) {
    for (const auto& [value, text] : table) {
        if (text == wanted) {
            return value;
        }
    }
    return std::nullopt;
}

/// Keys are made of ASCII letters, digits, `.`, `-` and `_`.
bool is_key_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
           || c == '-' || c == '_';
}

}  // namespace

bool is_summed(AreaClass area_class) {
    return area_class == AreaClass::Occupied || area_class == AreaClass::OccupiedBefore
           || area_class == AreaClass::Incursion;
}

std::string_view file_text(Holder holder) {
    return text_in(kHolders, holder);
}

std::optional<Holder> holder_from_text(std::string_view text) {
    return value_in(kHolders, text);
}

std::string_view file_text(AreaClass area_class) {
    return text_in(kClasses, area_class);
}

std::optional<AreaClass> area_class_from_text(std::string_view text) {
    return value_in(kClasses, text);
}

std::optional<Classified> area_class_from_name(std::string_view name) {
    constexpr std::string_view kPrefix = "geoJSON.";
    const std::size_t at = name.rfind(kPrefix);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view key = name.substr(at + kPrefix.size());
    const auto end = std::find_if_not(key.begin(), key.end(), is_key_char);
    key = key.substr(0, static_cast<std::size_t>(end - key.begin()));
    for (const KnownKey& known : kKeys) {
        if (known.key == key) {
            return known.means;
        }
    }
    const bool is_area = key.starts_with("territories.") || key.starts_with("status.");
    return is_area ? std::optional(Classified{}) : std::nullopt;
}

}  // namespace salient::control
