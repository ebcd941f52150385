#include "scene/map_input.hpp"

#include "base/utf8.hpp"
#include "places/romanise.hpp"
#include "places/shown_name.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <string>
#include <utility>

namespace salient::scene {

namespace {

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

struct LocalNames {
    std::string_view ukrainian;
    std::string_view russian;
};

// One entry a place of the gazetteer.
std::vector<LocalNames> read_names(std::string_view tsv, const places::Gazetteer& gazetteer) {
    std::vector<LocalNames> names(gazetteer.size());
    while (!tsv.empty()) {
        const std::size_t end = std::min(tsv.find('\n'), tsv.size());
        std::string_view line = tsv.substr(0, end);
        tsv.remove_prefix(std::min(end + 1, tsv.size()));
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        const std::size_t first = line.find('\t');
        const std::size_t second =
            first == std::string_view::npos ? first : line.find('\t', first + 1);
        if (line.starts_with('#') || second == std::string_view::npos) {
            continue;
        }
        const auto place = gazetteer.find_id(line.substr(0, first));
        if (!place) {
            continue;
        }
        LocalNames& entry = names[*place];
        const std::string_view language = line.substr(first + 1, second - first - 1);
        const std::string_view name = line.substr(second + 1);
        if (language == "uk") {
            entry.ukrainian = name;
        } else if (language == "ru") {
            entry.russian = name;
        }
    }
    return names;
}

enum class Script : std::uint8_t { Other, Russian, Ukrainian, Cyrillic };

// Which of the two languages an alias can be: Cyrillic when it may be either, Other when it is neither.
Script script_of(std::string_view name) {
    bool russian = false;
    bool ukrainian = false;
    std::size_t offset = 0;
    while (offset < name.size()) {
        const char32_t value = base::decode_utf8(name, offset);
        const bool common = (value >= U'А' && value <= U'я') || value == U' ' || value == U'-'
                            || value == U'\'' || value == U'’';
        const bool only_russian =
            std::u32string_view(U"ёЁыЫэЭъЪ").find(value) != std::u32string_view::npos;
        const bool only_ukrainian =
            std::u32string_view(U"іІїЇєЄґҐ").find(value) != std::u32string_view::npos;
        if (!common && !only_russian && !only_ukrainian) {
            return Script::Other;
        }
        russian = russian || only_russian;
        ukrainian = ukrainian || only_ukrainian;
    }
    if (russian && ukrainian) {
        return Script::Other;
    }
    return russian ? Script::Russian : ukrainian ? Script::Ukrainian : Script::Cyrillic;
}

bool reads_as(std::string_view alias, std::string_view latin) {
    const std::vector<std::string> spellings = places::romanise(alias);
    return std::any_of(spellings.begin(), spellings.end(), [latin](const std::string& spelling) {
        return places::match_key(spelling) == places::match_key(latin);
    });
}

// Where the table of names has none: of several names that a place has had the one that its Latin name is written after, else the
// first alias that is surely, else possibly, in the language.
std::string_view
alias_in(std::span<const std::string_view> aliases, Script language, std::string_view latin) {
    const auto candidates = std::count_if(aliases.begin(), aliases.end(), [](auto alias) {
        return script_of(alias) != Script::Other;
    });
    std::string_view possible;
    for (const std::string_view alias : aliases) {
        const Script script = script_of(alias);
        const bool may_be = script == language || script == Script::Cyrillic;
        if (candidates > 1 && may_be && reads_as(alias, latin)) {
            return alias;
        }
    }
    for (const std::string_view alias : aliases) {
        const Script script = script_of(alias);
        if (script == language) {
            return alias;
        }
        if (script == Script::Cyrillic && possible.empty()) {
            possible = alias;
        }
    }
    return possible;
}

void fill_from_aliases(
    LabelPlace& place,
    const places::Gazetteer& gazetteer,
    places::PlaceIndex index) {
    // The table of names is older than some new names: what the Latin one is not written after may be a former one.
    const bool is_former =
        place.country == "UA" && !place.name_uk.empty() && !reads_as(place.name_uk, place.name);
    const bool ukrainian =
        is_former || ((place.country == "UA" || place.code == "SEA") && place.name_uk.empty());
    const bool russian = place.country == "RU" && place.name_ru.empty();
    if (!ukrainian && !russian) {
        return;
    }
    const std::vector<std::string_view> aliases = gazetteer.aliases(index);
    const std::string_view found =
        alias_in(aliases, ukrainian ? Script::Ukrainian : Script::Russian, place.name);
    if (!is_former || reads_as(found, place.name)) {
        (ukrainian ? place.name_uk : place.name_ru) = found;
    }
}

}  // namespace

LayerFeature make_layer_feature(
    geo::MultiPolygon polygons,
    std::vector<geo::Polyline> lines,
    const AttributeText& attribute) {
    LayerFeature feature;
    feature.polygons = std::move(polygons);
    feature.lines = std::move(lines);
    feature.name = attribute("name");
    feature.name_uk = attribute("name_uk");
    feature.name_ru = attribute("name_ru");
    feature.kind = attribute("kind");
    feature.iso = attribute("iso");
    const std::string_view left = attribute("left");
    feature.country_a3 = left.empty() ? attribute("a3") : left;
    feature.other_a3 = attribute("right");
    const auto rank = number(attribute("rank"));
    feature.rank = static_cast<int>(rank.value_or(number(attribute("scalerank")).value_or(0)));
    feature.area_km2 = number(attribute("km2")).value_or(0);
    const auto longitude = number(attribute("lx"));
    const auto latitude = number(attribute("ly"));
    if (longitude && latitude) {
        feature.label_point = geo::LonLat{*longitude, *latitude};
    }
    return feature;
}

std::vector<LabelPlace> label_places(
    const places::Gazetteer& gazetteer,
    std::string_view names_tsv,
    const geo::Box& ground) {
    const std::vector<LocalNames> names = read_names(names_tsv, gazetteer);
    const auto is_wanted = [&ground](const places::Place& place) {
        const geo::LonLat at = place.point;
        return place.feature_code == "SEA"
               || (place.feature_code.starts_with("PPL") && at.lon_deg >= ground.west_deg
                   && at.lon_deg <= ground.east_deg && at.lat_deg >= ground.south_deg
                   && at.lat_deg <= ground.north_deg);
    };
    std::vector<LabelPlace> result;
    for (places::PlaceIndex i = 0; i < gazetteer.size(); ++i) {
        const places::Place place = gazetteer.at(i);
        if (!is_wanted(place)) {
            continue;
        }
        LabelPlace entry;
        entry.id = place.id;
        entry.name = places::shown_name(place);
        entry.country = place.country;
        entry.code = place.feature_code;
        entry.point = place.point;
        entry.population = place.population;
        entry.name_uk = names[i].ukrainian;
        entry.name_ru = names[i].russian;
        fill_from_aliases(entry, gazetteer, i);
        result.push_back(std::move(entry));
    }
    return result;
}

}  // namespace salient::scene
