#include "app/base_data.hpp"

#include "base/diagnostics.hpp"
#include "base/resources.hpp"
#include "io/control_file.hpp"
#include "io/layer.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace salient::app {

namespace {

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
        const auto attribute = [&feature](std::string_view key) { return feature.attribute(key); };
        out.push_back(scene::make_layer_feature(
            std::move(feature.polygons),
            std::move(feature.lines),
            attribute));
    }
    return out;
}

/// The text of a small file of the data folder; empty when it is missing, as the map can do without.
std::string optional_text(const char* name) {
    const auto path = base::data_file(name);
    auto bytes = path ? base::read_file(*path) : base::Result<std::string>(path.error());
    return bytes ? std::move(bytes).value() : std::string();
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

}  // namespace

base::Result<std::shared_ptr<const places::Gazetteer>> load_gazetteer(
    const std::vector<std::string>& own,
    base::Diagnostics& diagnostics) {
    std::vector<std::filesystem::path> files;
    for (const char* name : {"gazetteer.tsv", "gazetteer-supplement.tsv", "gazetteer-world.tsv"}) {
        auto path = base::data_file(name);
        if (!path) {
            return path.error();
        }
        files.push_back(*path);
    }
    if (own.empty()) {
        const std::filesystem::path pack = files.front().parent_path() / "gazetteer.pack";
        if (auto packed = places::Gazetteer::load_packed(pack, files)) {
            return std::make_shared<const places::Gazetteer>(std::move(*packed));
        }
    }
    files.insert(files.end(), own.begin(), own.end());
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
    const std::stop_token& stop,
    scene::MapLevels levels) {
    scene::MapData data;
    struct Source {
        const char* name = nullptr;
        std::vector<scene::LayerFeature>* features = nullptr;
        bool is_wanted = true;
    };
    const bool theatre = levels.theatre_far || levels.theatre_near;
    const std::array<Source, 10> sources = {{
        {"theatre_countries", &data.theatre_countries},
        {"theatre_admin1", &data.theatre_admin1},
        {"theatre_borders", &data.theatre_borders, theatre},
        {"theatre_rivers", &data.theatre_rivers, theatre},
        {"theatre_water", &data.theatre_water},
        {"theatre_water_far", &data.theatre_water_far, levels.theatre_far},
        {"world_countries_110m", &data.world_countries_110m, levels.world_far},
        {"world_countries_50m", &data.world_countries_50m},
        {"world_admin1", &data.world_admin1, levels.world_near},
        {"world_rivers_50m", &data.world_rivers, levels.world_near},
    }};
    for (const Source& source : sources) {
        if (!source.is_wanted) {
            continue;
        }
        auto layer = load_layer(source.name);
        if (!layer) {
            return layer.error();
        }
        *source.features = std::move(layer).value();
    }
    data.credits = first_line(optional_text("credits.txt"));
    return scene::prepare_map_layers(data, stop, levels);
}

scene::PlaceNames load_place_names(const places::Gazetteer& gazetteer, const geo::Box& ground) {
    return scene::prepare_place_names(
        scene::label_places(gazetteer, optional_text("names.tsv"), ground));
}

base::Result<control::ControlHistory> load_default_control() {
    auto path = base::data_file("control/control.geojson");
    if (!path) {
        return path.error();
    }
    base::Diagnostics diagnostics;
    io::ControlReading how;
    how.check = io::AreaCheck::KnownValid;
    return io::read_control_file(*path, diagnostics, how);
}

}  // namespace salient::app
