#include "scene/map_input.hpp"

#include <charconv>
#include <string>
#include <unordered_map>

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

std::unordered_map<std::string_view, LocalNames> read_names(std::string_view tsv) {
    std::unordered_map<std::string_view, LocalNames> names;
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
        LocalNames& entry = names[line.substr(0, first)];
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

bool is_labelled(std::string_view feature_code) {
    return feature_code.starts_with("PPL") || feature_code == "SEA";
}

// A soft sign written as an apostrophe reads like a mistake on a map: Ryl’sk is Rylsk.
std::string without_soft_sign(std::string_view name, std::string_view country) {
    std::string result(name);
    if (country != "RU" && country != "BY" && country != "UA") {
        return result;
    }
    for (const std::string_view mark : {"’", "ʹ", "'"}) {
        for (std::size_t at = result.find(mark); at != std::string::npos; at = result.find(mark)) {
            result.erase(at, mark.size());
        }
    }
    return result;
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
    std::string_view names_tsv) {
    const auto names = read_names(names_tsv);
    std::vector<LabelPlace> result;
    for (places::PlaceIndex i = 0; i < gazetteer.size(); ++i) {
        const places::Place place = gazetteer.at(i);
        if (!is_labelled(place.feature_code)) {
            continue;
        }
        LabelPlace entry;
        entry.id = place.id;
        entry.name = without_soft_sign(place.name, place.country);
        entry.country = place.country;
        entry.code = place.feature_code;
        entry.point = place.point;
        entry.population = place.population;
        const auto found = names.find(place.id);
        if (found != names.end()) {
            entry.name_uk = found->second.ukrainian;
            entry.name_ru = found->second.russian;
        }
        result.push_back(std::move(entry));
    }
    return result;
}

}  // namespace salient::scene
