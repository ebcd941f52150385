#include "scene_support.hpp"
#include "test_paths.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <sstream>

using namespace salient;
using scene_support::day;
using scene_support::SmallWorld;
using scene_support::texts;

namespace {

std::string expected_text(const std::string& name) {
    std::ifstream file(salient::tests::test_dir("scene") / "expected" / name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// On a mismatch the dump is left beside the build, to look at and to copy once it is right.
void check_dump(const scene::Scene& built, const std::string& name) {
    const std::string dump = to_text(built);
    if (dump != expected_text(name)) {
        std::ofstream(name) << dump;
    }
    CHECK(dump == expected_text(name));
}

bool has_line(const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

bool has_part(const std::vector<std::string>& lines, const std::string& part) {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
        return line.find(part) != std::string::npos;
    });
}

const scene::Layer& layer(const scene::Scene& built, scene::LayerKind kind) {
    return *std::find_if(built.layers.begin(), built.layers.end(), [&](const scene::Layer& entry) {
        return entry.kind == kind;
    });
}

std::vector<scene::Symbol> symbols(const scene::Scene& built) {
    std::vector<scene::Symbol> result;
    for (const scene::Item& item : layer(built, scene::LayerKind::Events).items) {
        if (const auto* draw = std::get_if<scene::SymbolDraw>(&item)) {
            result.insert(result.end(), draw->symbols.begin(), draw->symbols.end());
        }
    }
    return result;
}

}  // namespace

TEST_CASE("the small world's picture is as it was looked at, light and dark") {
    SmallWorld world;

    check_dump(world.build(), "kursk-light.txt");
    world.state.theme = session::Theme::Dark;
    world.state.labels = session::LabelLanguage::Local;
    check_dump(world.build(), "kursk-dark-local.txt");
}

TEST_CASE("the same inputs give the same scene, whatever the cache held before") {
    SmallWorld world;
    scene::SceneCache used;
    SmallWorld elsewhere;
    elsewhere.state.camera.center.x += 0.01;
    elsewhere.state.theme = session::Theme::Dark;
    static_cast<void>(scene::build(elsewhere.inputs(), used));

    CHECK(to_text(scene::build(world.inputs(), used)) == to_text(world.build()));
}

TEST_CASE("moving the cursor changes no key below the events while one snapshot holds") {
    SmallWorld world;
    const scene::Scene before = world.build();
    world.state.cursor += time::kSecondsPerDay;
    const scene::Scene next_day = world.build();
    world.state.cursor = time::seconds_of(day(2024, 12, 1));
    const scene::Scene older = world.build();

    CHECK(before.layers[0].key == next_day.layers[0].key);
    CHECK(before.layers[1].key == next_day.layers[1].key);
    CHECK(before.layers[0].key == older.layers[0].key);
    CHECK(before.layers[1].key != older.layers[1].key);
}

TEST_CASE("any change of the picture's frame changes the base key") {
    SmallWorld world;
    const auto base_key = [&] { return world.build().layers[0].key; };
    const auto before = base_key();

    SECTION("camera") {
        world.state.camera.zoom += 0.01;
    }
    SECTION("theme") {
        world.state.theme = session::Theme::Dark;
    }
    SECTION("size") {
        world.size.width += 1;
    }
    SECTION("pixel scale") {
        world.pixel_scale = 1.5F;
    }
    SECTION("layers") {
        world.state.layers.rivers = false;
    }
    SECTION("map") {
        world.map = nullptr;
    }

    CHECK(base_key() != before);
}

TEST_CASE("carried-forward ground says its age, and days before the first snapshot say so too") {
    SmallWorld world;
    const auto notes = [&] { return texts(world.build(), scene::LayerKind::Furniture); };

    CHECK(has_line(notes(), "Front as of 10 January 2025, 2 days old"));
    world.state.cursor = time::seconds_of(day(2025, 1, 10));
    CHECK(has_line(notes(), "Front as of 10 January 2025"));
    world.state.cursor = time::seconds_of(day(2024, 8, 7));
    CHECK(has_line(notes(), "Front as of 6 August 2024, 1 day old"));
    world.state.cursor = time::seconds_of(day(2024, 8, 5));
    CHECK(has_line(notes(), "Front: no data before 6 August 2024"));
    const scene::Scene built = world.build();
    CHECK(layer(built, scene::LayerKind::Control).items.empty());
}

TEST_CASE("a picture states borders, approximation, sources, window and zone") {
    SmallWorld world;
    world.size = {1280, 720};

    const auto words = texts(world.build(), scene::LayerKind::Furniture);

    CHECK(has_line(words, "12 January 2025"));
    CHECK(has_part(words, "68/262"));
    CHECK(has_part(words, "approximate"));
    CHECK(has_part(words, "Test data"));
    CHECK(has_part(words, "(UTC)"));
}

TEST_CASE("an event counts from its begin to its end, faint when only possibly inside") {
    SmallWorld world;
    const auto shown = symbols(world.build());

    // later is behind the cursor; attack and entered share a spot.
    REQUIRE(shown.size() == 4);
    const auto drawn = [&](const char* id) {
        const auto index = world.store.find(id).value();
        return *std::find_if(shown.begin(), shown.end(), [&](const scene::Symbol& symbol) {
            return symbol.event == index;
        });
    };
    CHECK(drawn("attack").fill.alpha == 255);
    CHECK(drawn("losses").fill.alpha < 128);
    CHECK(drawn("capture").outline.alpha == 255);
    CHECK(drawn("capture").fill != drawn("attack").fill);
}

TEST_CASE("a region-level event has its area drawn") {
    SmallWorld world;
    const scene::Scene built = world.build();
    std::vector<scene::RingDraw> areas;
    for (const scene::Item& item : layer(built, scene::LayerKind::Events).items) {
        if (const auto* ring = std::get_if<scene::RingDraw>(&item)) {
            areas.push_back(*ring);
        }
    }

    REQUIRE(areas.size() == 1);
    CHECK(areas[0].dash_px > 0);
    // 30 km at 51.6 north, checked against the scale of the projection.
    const double px_per_metre = session::pixels_per_world(world.state.camera)
                                / (40'075'016.7 * std::cos(51.6 * 3.14159265358979 / 180));
    CHECK(double{areas[0].radius_px} == Approx(30'000 * px_per_metre).epsilon(0.01));
}

TEST_CASE("a stack shows its count and gives all its events, the latest first") {
    SmallWorld world;
    scene::SceneCache cache;
    const auto shown = symbols(world.build());
    const auto attack = world.store.find("attack").value();
    const auto stack = *std::find_if(shown.begin(), shown.end(), [&](const scene::Symbol& symbol) {
        return symbol.event == attack;
    });

    CHECK(has_line(texts(world.build(), scene::LayerKind::Events), "2"));
    const auto hit = scene::hit_events(world.inputs(), cache, stack.position);
    CHECK(hit == std::vector<events::EventIndex>{attack, world.store.find("entered").value()});
    const scene::PointPx beside = {stack.position.x + 25, stack.position.y};
    CHECK(scene::hit_events(world.inputs(), cache, beside).empty());
}

TEST_CASE("the selected event is marked even when the filter hides it") {
    SmallWorld world;
    world.state.filter.types.reset();
    world.state.selected = "attack";

    const auto shown = symbols(world.build());

    REQUIRE(shown.size() == 1);
    CHECK(shown[0].event == world.store.find("attack").value());
    world.state.selected = "gone";
    CHECK(symbols(world.build()).empty());
}

TEST_CASE("hidden layers leave nothing behind") {
    SmallWorld world;
    world.state.layers = {false, false, false, false, false};

    const scene::Scene built = world.build();

    CHECK(layer(built, scene::LayerKind::Control).items.empty());
    CHECK(layer(built, scene::LayerKind::Events).items.empty());
    const auto words = texts(built, scene::LayerKind::Furniture);
    CHECK_FALSE(has_part(words, "Control"));
    CHECK_FALSE(has_part(words, "Events"));
}

TEST_CASE("a picture without map, control or events is still a picture") {
    SmallWorld world;
    world.map = nullptr;
    world.control = nullptr;
    world.store.clear();

    const scene::Scene built = world.build();

    CHECK(has_line(texts(built, scene::LayerKind::Furniture), "12 January 2025"));
    CHECK(built.layers[0].items.empty());
}

TEST_CASE(
    "an event placed only in a country has no mark: it would claim a spot that nobody knows") {
    SmallWorld world;
    events::Event vague =
        scene_support::event("vague", events::EventType::Strike, {36, 51.5}, day(2025, 1, 5));
    vague.location->precision = GENERATE(
        events::LocationPrecision::Country,
        events::LocationPrecision::Region,
        events::LocationPrecision::Settlement);
    world.store = events::EventStore();
    world.store.merge({vague});

    const bool drawn = !symbols(world.build()).empty();

    CHECK(drawn == (vague.location->precision != events::LocationPrecision::Country));
}

TEST_CASE("a region-level event is shown by the outline of its region where the map has it") {
    SmallWorld world;
    scene::MapData data = scene_support::small_map_data();
    scene::LayerFeature region = data.theatre_countries[1];
    region.name = "Test Oblast";
    region.iso = "RU-TST";
    data.theatre_admin1 = {region};
    world.map = scene::prepare_map_layers(data, {});
    events::Event wide =
        scene_support::event("wide", events::EventType::Strike, {36, 51.5}, day(2025, 1, 5));
    wide.location->precision = events::LocationPrecision::Region;
    wide.location->radius_m = 60'000;
    wide.location->region_id = GENERATE("RU-TST", "RU-NONE");
    world.store = events::EventStore();
    world.store.merge({wide});

    const scene::Scene built = world.build();
    const auto& below = layer(built, scene::LayerKind::Labels).items;
    const auto& items = layer(built, scene::LayerKind::Events).items;

    const auto strokes = std::count_if(below.begin(), below.end(), [](const scene::Item& item) {
        return std::holds_alternative<scene::StrokeDraw>(item);
    });
    const auto ring = std::find_if(items.begin(), items.end(), [](const scene::Item& item) {
        return std::holds_alternative<scene::RingDraw>(item);
    });
    REQUIRE(ring != items.end());
    const bool known = wide.location->region_id == "RU-TST";
    CHECK(strokes == (known ? 1 : 0));
    CHECK((std::get<scene::RingDraw>(*ring).radius_px < 15) == known);
}

TEST_CASE("dots look the same whatever was drawn before, and are drawn once while they stay") {
    SmallWorld world;
    std::mt19937 random(21);
    std::vector<events::Event> many;
    for (int i = 0; i < 6000; ++i) {
        const geo::LonLat point = {
            34 + scene_support::pick(random, 3000) / 1000.0,
            50.4 + scene_support::pick(random, 1500) / 1000.0};
        const auto when = day(2024, 9, 1) + std::chrono::days(scene_support::pick(random, 120));
        many.push_back(scene_support::event(
            "e" + std::to_string(i),
            static_cast<events::EventType>(i % 11),
            point,
            when));
    }
    world.store.merge(std::move(many));
    scene::SceneCache used;
    const auto dots = [&](scene::SceneCache& cache) {
        const scene::Scene built = scene::build(world.inputs(), cache);
        return std::get<scene::ImageDraw>(layer(built, scene::LayerKind::Events).items.front());
    };

    for (int round = 0; round < 40; ++round) {
        switch (scene_support::pick(random, 6)) {
            case 0:
                world.state.camera.center.x += (scene_support::pick(random, 3) - 1)
                                               / session::pixels_per_world(world.state.camera);
                break;
            case 1:
                world.state.theme = world.state.theme == session::Theme::Dark
                                        ? session::Theme::Light
                                        : session::Theme::Dark;
                break;
            case 2: {
                events::Event event = world.store.at(
                    static_cast<events::EventIndex>(scene_support::pick(random, 6000)));
                event.status = events::ReviewStatus::Unreviewed;
                world.store.replace(event);
                break;
            }
            default:
                world.state.cursor = time::seconds_of(
                    day(2024, 12, 1) + std::chrono::days(scene_support::pick(random, 40)));
                break;
        }
        scene::SceneCache fresh;
        CAPTURE(round);
        const scene::ImageDraw expected = dots(fresh);

        const scene::ImageDraw found = dots(used);

        REQUIRE(found.image->pixels == expected.image->pixels);
        CHECK(found.key == expected.key);
        CHECK(dots(used).image == found.image);
    }
}
