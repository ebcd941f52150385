#include "io/control_kind.hpp"

#include "control/area_class.hpp"
#include "io/control_settlements.hpp"
#include "io/control_snapshots.hpp"
#include "io/date_in_name.hpp"
#include "io/file_bytes.hpp"
#include "io/fold_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace salient::io {

namespace {

constexpr std::size_t kHead = std::size_t{1} << 20U;
constexpr std::size_t kSmall = std::size_t{32} << 20U;  // read as a whole to know

std::string ending_of(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return ending;
}

bool is_one_of(std::string_view ending, std::initializer_list<std::string_view> endings) {
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

/// What the first bytes of a text hold.
struct Head {
    bool areas = false;
    bool points = false;
    bool is_small = false;  ///< the file
};

Head head_of(const std::filesystem::path& path) {
    const auto bytes = FileBytes::open(path);
    if (!bytes) {
        return {};
    }
    const std::string_view text = bytes->view().substr(0, kHead);
    const auto has = [text](std::string_view part) {
        return text.find(part) != std::string_view::npos;
    };
    return {
        has("Polygon\"") || has("<Polygon"),
        has("\"Point\"") || has("<Point"),
        bytes->view().size() <= kSmall};
}

/// Worth reading as control areas. @param is_named  the name has a date
bool may_hold_areas(const std::filesystem::path& path, bool is_named) {
    const Head head = head_of(path);
    return is_named ? head.areas || head.is_small : head.areas && !head.points;
}

/// Files of these names say nothing of each area, and mean ground that is held.
bool is_named_for_control(const std::filesystem::path& path) {
    const std::string name = folded(path.filename().string());
    static constexpr std::array<std::string_view, 4> kParts = {
        "deepstate",
        "control",
        "frontline",
        "occupied"};
    return std::any_of(kParts.begin(), kParts.end(), [&name](std::string_view part) {
        return name.find(part) != std::string::npos;
    });
}

/// The area says whose it is in words that are for that, not in a title or a text.
bool says_holder(const MapFeature& feature) {
    if (control::holder_from_text(feature.attribute("holder"))
        && control::area_class_from_text(feature.attribute("class"))) {
        return true;
    }
    for (const char* key : {"name", "Name", "title"}) {
        if (control::area_class_from_name(feature.attribute(key))) {
            return true;
        }
    }
    static constexpr std::array<const char*, 8> kKeys = {
        "status",
        "class",
        "holder",
        "control",
        "controller",
        "controlled_by",
        "held_by",
        "occupier"};
    return std::any_of(kKeys.begin(), kKeys.end(), [&feature](const char* key) {
        return control::area_class_from_words(feature.attribute(key)).has_value();
    });
}

bool most_say_holder(const ControlContent& content) {
    const auto saying =
        std::count_if(content.features.begin(), content.features.end(), says_holder);
    return 2 * static_cast<std::size_t>(saying) > content.features.size();
}

bool any_is_dated(const ControlContent& content) {
    const auto days = days_of_features(content.features);
    return std::any_of(days.begin(), days.end(), [](const auto& day) { return day.has_value(); });
}

}  // namespace

bool holds_control(const std::filesystem::path& path, const ControlReading& how) {
    if (is_settlement_table(path)) {
        return true;
    }
    const std::string ending = ending_of(path);
    const bool is_text = is_one_of(ending, {".geojson", ".json", ".kml"});
    const bool is_map =
        is_text || is_one_of(ending, {".kmz", ".shp", ".fgb", ".gpkg", ".gz", ".zip"});
    const bool is_dated = is_map && date_in_name(path.filename().string());
    const bool is_named = is_map && is_named_for_control(path);
    const bool may_be = is_text ? may_hold_areas(path, is_dated || is_named)
                                : is_dated || is_named || is_one_of(ending, {".shp", ".fgb"});
    if (!may_be) {
        return false;
    }
    const auto content = read_control_content(path, how);
    if (!content || content->features.empty()) {
        return false;
    }
    const bool mostly_areas = content->features.size() > content->points + content->lines;
    if (is_dated) {
        return mostly_areas || most_say_holder(*content);
    }
    return mostly_areas && (is_named || most_say_holder(*content)) && any_is_dated(*content);
}

}  // namespace salient::io
