#include "scene/labels.hpp"

#include "scene_support.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <random>

using namespace salient;
using scene::LabelCandidate;
using scene::PlacedLabel;
using scene::RectPx;
using scene_support::pick;
using scene_support::SmallWorld;

namespace {

LabelCandidate candidate(std::string id, double priority, scene::PointPx anchor) {
    return {std::move(id), priority, anchor, {{6, -8, 50, 16}, {-56, -8, 50, 16}}, {-3, -3, 6, 6}};
}

RectPx box_of(const LabelCandidate& label, const RectPx& relative) {
    return {
        label.anchor.x + relative.x,
        label.anchor.y + relative.y,
        relative.width,
        relative.height};
}

bool overlap(const RectPx& a, const RectPx& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height
           && b.y < a.y + a.height;
}

std::vector<LabelCandidate> crowd(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::vector<LabelCandidate> candidates;
    for (int i = 0; i < count; ++i) {
        const scene::PointPx anchor = {
            static_cast<float>(pick(random, 1000)),
            static_cast<float>(pick(random, 600))};
        candidates.push_back(candidate("g" + std::to_string(i), pick(random, 20), anchor));
    }
    return candidates;
}

scene::MapData many_places(unsigned seed) {
    scene::MapData data = scene_support::small_map_data();
    std::mt19937 random(seed);
    for (int i = 0; i < 3000; ++i) {
        scene::LabelPlace place;
        place.id = "p" + std::to_string(i);
        place.name = "Place " + std::to_string(i);
        place.code = "PPL";
        place.country = "RU";
        // One draw a statement: the order inside an expression is the compiler's.
        const auto most = pick(random, 400'000);
        const auto share = pick(random, 50);
        place.population = static_cast<std::uint32_t>(20 + most / (1 + share));
        place.point.lon_deg = 32 + pick(random, 6000) / 1000.0;
        place.point.lat_deg = 49.5 + pick(random, 3000) / 1000.0;
        data.places.push_back(place);
    }
    return data;
}

// Text and position of every label, relative to the world's origin, so that two views can be compared.
std::map<std::string, std::pair<long, long>> labels_on_map(
    const SmallWorld& world,
    scene::SceneCache& cache) {
    const scene::Scene built = scene::build(world.inputs(), cache);
    const scene::PointPx origin = screen_from_world(built.view, {0.6, 0.33});
    std::map<std::string, std::pair<long, long>> result;
    for (const scene::Layer& layer : built.layers) {
        if (layer.kind != scene::LayerKind::Labels) {
            continue;
        }
        for (const scene::Item& item : layer.items) {
            if (const auto* text = std::get_if<scene::TextDraw>(&item)) {
                result[text->text] = {
                    std::lround(text->baseline.x - origin.x),
                    std::lround(text->baseline.y - origin.y)};
            }
        }
    }
    return result;
}

}  // namespace

TEST_CASE("no placed label overlaps another label or its mark") {
    const auto candidates = crowd(GENERATE(1U, 2U, 3U), 800);

    const auto placed = place_labels(candidates, 2);

    CHECK(placed.size() > 50);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const LabelCandidate& a = candidates[placed[i].candidate];
        const RectPx box = box_of(a, a.boxes[placed[i].box]);
        for (std::size_t j = 0; j < placed.size(); ++j) {
            const LabelCandidate& b = candidates[placed[j].candidate];
            if (i != j) {
                REQUIRE_FALSE(overlap(box, box_of(b, b.boxes[placed[j].box])));
                REQUIRE_FALSE(overlap(box, box_of(b, b.mark)));
            }
        }
    }
}

TEST_CASE("the order of the candidates does not matter") {
    auto candidates = crowd(5, 300);
    const auto ids = [&] {
        std::vector<std::string> result;
        for (const PlacedLabel& label : place_labels(candidates, 2)) {
            result.push_back(candidates[label.candidate].id + "/" + std::to_string(label.box));
        }
        return result;
    };
    const auto before = ids();

    std::reverse(candidates.begin(), candidates.end());

    CHECK(ids() == before);
}

TEST_CASE("the higher priority wins, the lower takes another box or stays away") {
    const std::vector<LabelCandidate> candidates = {
        candidate("low", 1, {100, 104}),
        candidate("high", 2, {96, 100}),
        candidate("none", 0, {98, 102})};

    const auto placed = place_labels(candidates, 0);

    REQUIRE(placed.size() == 1);
    CHECK(candidates[placed[0].candidate].id == "high");
}

TEST_CASE("a label whose first box is taken takes its second") {
    const std::vector<LabelCandidate> candidates = {
        candidate("a", 2, {100, 100}),
        candidate("b", 1, {100, 112}),
        candidate("c", 3, {150, 112})};

    const auto placed = place_labels(candidates, 0);

    REQUIRE(placed.size() == 3);
    CHECK(placed[2].candidate == 1);
    CHECK(placed[2].box == 1);
}

TEST_CASE("labels stay put while the view pans") {
    SmallWorld world;
    world.size = {900, 600};
    world.page = scene::window_page({});
    world.page.title = world.page.legend = world.page.scale = false;
    world.map = scene::prepare_map_layers(many_places(GENERATE(range(11U, 31U))), {});
    // A window keeps the cache, a picture has none.
    const bool is_window = GENERATE(true, false);
    scene::SceneCache kept;
    const auto labels = [&] {
        scene::SceneCache fresh;
        return labels_on_map(world, is_window ? kept : fresh);
    };
    auto before = labels();
    REQUIRE(before.size() > 20);
    std::size_t compared = 0;

    for (int step = 0; step < 60; ++step) {
        world.state.camera.center.x += 17 / session::pixels_per_world(world.state.camera);
        world.state.camera.center.y -= 7 / session::pixels_per_world(world.state.camera);
        const auto after = labels();
        for (const auto& [text, at] : after) {
            const auto found = before.find(text);
            if (found != before.end()) {
                // Whole pixels: one may round up where the other rounds down.
                INFO("step " << step << ", " << text);
                REQUIRE(std::abs(found->second.first - at.first) <= 1);
                REQUIRE(std::abs(found->second.second - at.second) <= 1);
                ++compared;
            }
        }
        before = after;
    }
    CHECK(compared > 1000);
}

TEST_CASE("panning inside the surroundings makes no label come or go in the middle of the view") {
    SmallWorld world;
    world.size = {900, 600};
    world.page = scene::window_page({});
    world.page.title = world.page.legend = world.page.scale = false;
    world.map = scene::prepare_map_layers(many_places(12), {});
    scene::SceneCache cache;
    const scene::TextStyle style{{scene::theme(session::Theme::Light), 1}, world.measure};
    scene::LabelView labels;
    const auto view = [&] { return scene::view_of(world.state.camera, world.size, 1); };
    labels.update(*world.map, world.state, view(), style);
    const auto count = labels.labels().size();
    const auto key = labels.key();

    world.state.camera.center.x += 200 / session::pixels_per_world(world.state.camera);
    labels.update(*world.map, world.state, view(), style);

    CHECK(labels.labels().size() == count);
    CHECK(labels.key() == key);
}

TEST_CASE("names come in the chosen language, key places before larger neighbours") {
    SmallWorld world;
    world.size = {1280, 720};
    const auto english = scene_support::texts(world.build(), scene::LayerKind::Labels);
    world.state.labels = session::LabelLanguage::Local;
    const auto local = scene_support::texts(world.build(), scene::LayerKind::Labels);
    const auto has = [](const std::vector<std::string>& texts, const char* text) {
        return std::find(texts.begin(), texts.end(), text) != texts.end();
    };

    CHECK(has(english, "Kursk"));
    CHECK(has(english, "Sudzha"));
    CHECK(has(local, "Курск"));
    CHECK(has(local, "Суджа"));
    CHECK(has(local, "Суми"));
    CHECK_FALSE(has(english, "Hamlet"));
}
