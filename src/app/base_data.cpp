#include "app/base_data.hpp"

#include "base/diagnostics.hpp"
#include "base/resources.hpp"
#include "io/control_file.hpp"
#include "io/layer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <future>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace salient::app {

namespace {

using std::string_view;

/// A number of an attribute; 0 when it is empty or malformed.
double number_of(string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

scene::LayerFeature to_layer_feature(io::MapFeature&& feature) {
    const auto text = [&](string_view name) { return std::string(feature.attribute(name)); };
    scene::LayerFeature out;
    out.name = text("name");
    out.name_uk = text("name_uk");
    out.name_ru = text("name_ru");
    out.kind = text("kind");
    out.iso = text("iso");
    out.country_a3 = text(feature.attribute("a3").empty() ? "left" : "a3");
    out.other_a3 = text("right");
    const string_view rank = feature.attribute("rank");
    out.rank = static_cast<int>(number_of(rank.empty() ? feature.attribute("scalerank") : rank));
    out.area_km2 = number_of(feature.attribute("km2"));
    if (!feature.attribute("lx").empty()) {
        out.label_point =
            geo::LonLat{number_of(feature.attribute("lx")), number_of(feature.attribute("ly"))};
    }
    out.polygons = std::move(feature.polygons);
    out.lines = std::move(feature.lines);
    return out;
}

base::Result<std::vector<scene::LayerFeature>> load_layer(const char* name) {
    auto path = base::data_file(std::string("layers/") + name + ".fgb");
    if (!path) {
        return path.error();
    }
    auto features = io::read_map_layer(*path);
    if (!features) {
        return features.error();
    }
    std::vector<scene::LayerFeature> out;
    out.reserve(features->size());
    for (io::MapFeature& feature : *features) {
        out.push_back(to_layer_feature(std::move(feature)));
    }
    return out;
}

struct LocalNames {
    std::string uk;
    std::string ru;
};

/// names.tsv: id, language, name.
std::unordered_map<std::string, LocalNames> load_local_names() {
    std::unordered_map<std::string, LocalNames> names;
    const auto path = base::data_file("names.tsv");
    const auto bytes = path ? base::read_file(*path) : base::Result<std::string>(path.error());
    if (!bytes) {
        return names;
    }
    for (std::size_t at = 0; at < bytes->size();) {
        const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
        const string_view line = string_view(*bytes).substr(at, end - at);
        at = end + 1;
        const std::size_t first = line.find('\t');
        const std::size_t second = first == string_view::npos ? first : line.find('\t', first + 1);
        if (second == string_view::npos || line.front() == '#') {
            continue;
        }
        const string_view language = line.substr(first + 1, second - first - 1);
        LocalNames& entry = names[std::string(line.substr(0, first))];
        if (language == "uk") {
            entry.uk = line.substr(second + 1);
        } else if (language == "ru") {
            entry.ru = line.substr(second + 1);
        }
    }
    return names;
}

bool is_labelled(const places::Place& place) {
    if (place.kind != places::PlaceKind::Settlement) {
        return false;
    }
    const bool theatre = place.point.lon_deg >= 18 && place.point.lon_deg <= 60
                         && place.point.lat_deg >= 42 && place.point.lat_deg <= 62;
    const bool seat =
        place.feature_code == "PPLC" || (place.feature_code == "PPLA" && place.population > 50'000);
    const bool near_front = theatre && (place.country == "UA" || place.country == "RU");
    return seat || place.population >= (theatre ? 3'000U : 300'000U)
           || (near_front && place.id.substr(0, 1) == "s")
           || (near_front && (place.region_id == "RU-KRS" || place.region_id == "UA-59"));
}

std::vector<scene::LabelPlace> label_places(const places::Gazetteer& gazetteer) {
    const auto names = load_local_names();
    std::vector<scene::LabelPlace> out;
    for (places::PlaceIndex i = 0; i < gazetteer.size(); ++i) {
        const places::Place place = gazetteer.at(i);
        if (!is_labelled(place)) {
            continue;
        }
        scene::LabelPlace label;
        label.id = place.id;
        label.name = place.name;
        label.country = place.country;
        label.code = place.feature_code;
        label.point = place.point;
        label.population = place.population;
        if (const auto found = names.find(label.id); found != names.end()) {
            label.name_uk = found->second.uk;
            label.name_ru = found->second.ru;
        }
        out.push_back(std::move(label));
    }
    return out;
}

std::string load_credits() {
    const auto path = base::data_file("credits.txt");
    const auto bytes = path ? base::read_file(*path) : base::Result<std::string>(path.error());
    if (!bytes) {
        return {};
    }
    return bytes->substr(0, bytes->find('\n'));
}

}  // namespace

base::Result<std::shared_ptr<const places::Gazetteer>> load_gazetteer() {
    std::vector<std::filesystem::path> files;
    for (const char* name : {"gazetteer.tsv", "gazetteer-supplement.tsv", "gazetteer-world.tsv"}) {
        auto path = base::data_file(name);
        if (!path) {
            return path.error();
        }
        files.push_back(*path);
    }
    base::Diagnostics diagnostics;
    auto gazetteer = places::Gazetteer::load(files, diagnostics);
    if (!gazetteer) {
        return gazetteer.error();
    }
    return std::make_shared<const places::Gazetteer>(std::move(gazetteer).value());
}

base::Result<std::shared_ptr<const toponym::Finder>> load_finder(
    std::shared_ptr<const places::Gazetteer> gazetteer) {
    auto folder = base::data_directory();
    if (!folder) {
        return folder.error();
    }
    auto finder = toponym::Finder::load(std::move(gazetteer), *folder);
    if (!finder) {
        return finder.error();
    }
    return std::make_shared<const toponym::Finder>(std::move(finder).value());
}

base::Result<std::shared_ptr<const scene::MapLayers>> load_base_map(
    const places::Gazetteer& gazetteer,
    const std::stop_token& stop) {
    scene::MapData data;
    const std::array<std::pair<const char*, std::vector<scene::LayerFeature>*>, 9> wanted = {{
        {"theatre_countries", &data.theatre_countries},
        {"theatre_admin1", &data.theatre_admin1},
        {"theatre_borders", &data.theatre_borders},
        {"theatre_rivers", &data.theatre_rivers},
        {"theatre_water", &data.theatre_water},
        {"world_countries_110m", &data.world_countries_110m},
        {"world_countries_50m", &data.world_countries_50m},
        {"world_admin1", &data.world_admin1},
        {"world_rivers_50m", &data.world_rivers},
    }};
    for (const auto& [name, target] : wanted) {
        auto layer = load_layer(name);
        if (!layer) {
            return layer.error();
        }
        *target = std::move(layer).value();
    }
    data.places = label_places(gazetteer);
    data.credits = load_credits();
    return scene::prepare_map_layers(data, stop);
}

base::Result<control::ControlHistory> load_default_control() {
    auto path = base::data_file("control/control.geojson");
    if (!path) {
        return path.error();
    }
    base::Diagnostics diagnostics;
    return io::read_control_file(*path, diagnostics);
}

}  // namespace salient::app
