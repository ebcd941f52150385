#include "scene_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace salient;
using scene::RectPx;
using scene_support::day;
using scene_support::SmallWorld;

namespace {

struct Word {
    std::string text;
    RectPx box;
};

// Each text of a layer with the box it fills.
std::vector<Word> words(const SmallWorld& world, const scene::Scene& built, scene::LayerKind kind) {
    std::vector<Word> result;
    for (const scene::Layer& layer : built.layers) {
        for (const scene::Item& item : layer.items) {
            const auto* text = std::get_if<scene::TextDraw>(&item);
            if (layer.kind == kind && text != nullptr) {
                const float width =
                    world.measure(text->text, text->weight, text->size_px, text->spacing_px);
                result.push_back(
                    {text->text,
                     {text->baseline.x,
                      text->baseline.y - 0.7F * text->size_px,
                      width,
                      0.7F * text->size_px}});
            }
        }
    }
    return result;
}

bool overlap(const RectPx& a, const RectPx& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height
           && b.y < a.y + a.height;
}

const Word* find(const std::vector<Word>& all, const std::string& text) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Word& word) { return word.text == text; });
    return found == all.end() ? nullptr : &*found;
}

events::Event at(const std::string& id, geo::LonLat point) {
    return scene_support::event(id, events::EventType::Strike, point, day(2025, 1, 5));
}

// East of a town, where its name stands.
SmallWorld world_with_mark_on_name(geo::LonLat town) {
    SmallWorld world;
    world.store = events::EventStore();
    world.page.title = world.page.legend = world.page.scale = world.page.credits = false;
    world.size = {1280, 720};
    world.state.camera = session::camera_for_box({34, 50.3, 37.5, 52}, 1280, 720, 0);
    world.store.merge({at("mark", {town.lon_deg + 0.08, town.lat_deg})});
    return world;
}

RectPx mark_box(const scene::Scene& built) {
    for (const scene::Layer& layer : built.layers) {
        for (const scene::Item& item : layer.items) {
            if (const auto* marks = std::get_if<scene::SymbolDraw>(&item)) {
                const scene::Symbol& mark = marks->symbols.at(0);
                const float r = mark.radius_px;
                return {mark.position.x - r, mark.position.y - r, 2 * r, 2 * r};
            }
        }
    }
    return {};
}

}  // namespace

TEST_CASE("a name moves to another side of its place when an event's mark lies on it") {
    SmallWorld world = world_with_mark_on_name({35.27, 51.19});
    const scene::Scene built = world.build();
    world.store = events::EventStore();
    const scene::Scene bare = world.build();

    const auto moved = words(world, built, scene::LayerKind::Labels);
    const auto before = words(world, bare, scene::LayerKind::Labels);

    REQUIRE(find(moved, "Sudzha") != nullptr);
    REQUIRE(find(before, "Sudzha") != nullptr);
    CHECK(overlap(find(before, "Sudzha")->box, mark_box(built)));
    CHECK_FALSE(overlap(find(moved, "Sudzha")->box, mark_box(built)));
    for (const Word& word : moved) {
        const bool other = word.text != "Sudzha";
        CHECK_FALSE((other && overlap(word.box, find(moved, "Sudzha")->box)));
    }
}

TEST_CASE("names that no mark touches stay where they are") {
    SmallWorld world = world_with_mark_on_name({35.27, 51.19});
    const auto moved = words(world, world.build(), scene::LayerKind::Labels);
    world.store = events::EventStore();
    const auto before = words(world, world.build(), scene::LayerKind::Labels);

    for (const char* name : {"Kursk", "Sumy", "Oboyan"}) {
        REQUIRE(find(moved, name) != nullptr);
        CHECK(find(moved, name)->box == find(before, name)->box);
    }
}

TEST_CASE("an area is named once, in its part that is in sight") {
    SmallWorld world;
    world.store = events::EventStore();
    world.page.title = world.page.legend = world.page.scale = world.page.credits = false;
    world.size = {1280, 720};
    // Far from the middle of either country, with the border across.
    world.state.camera = session::camera_for_box({36, 50.6, 39, 51.6}, 1280, 720, 0);

    const auto labels = words(world, world.build(), scene::LayerKind::Labels);

    const auto count = [&](const std::string& text) {
        return std::count_if(labels.begin(), labels.end(), [&](const Word& word) {
            return word.text == text;
        });
    };
    REQUIRE(count("UKRAINE") == 1);
    REQUIRE(count("RUSSIA") == 1);
    CHECK(find(labels, "RUSSIA")->box.y < find(labels, "UKRAINE")->box.y);
}

TEST_CASE("an area whose whole name is in sight has no other that the edge cuts") {
    SmallWorld world;
    world.store = events::EventStore();
    world.page.title = world.page.legend = world.page.scale = world.page.credits = false;
    world.size = {1280, 720};
    const RectPx screen = {0, 0, 1280, 720};
    const auto is_whole = [&](const Word& word) {
        return word.box.x >= screen.x && word.box.y >= screen.y
               && word.box.x + word.box.width <= screen.width
               && word.box.y + word.box.height <= screen.height;
    };
    world.page.whole_labels = false;  // as in a window
    // A wide country, named first in its middle and again in each tile.
    scene::MapData data = scene_support::small_map_data();
    data.theatre_countries[0].polygons = {
        geo::Polygon{{{{18, 44}, {60, 44}, {60, 58}, {18, 58}, {18, 44}}}}};
    data.theatre_countries[0].label_point = geo::LonLat{31.5, 49};
    world.map = scene::prepare_map_layers(data, {});
    int whole = 0;
    for (int step = 0; step < 200; ++step) {
        // The middle comes near the left edge and leaves.
        const double west = 30.5 + 0.01 * step;
        world.state.camera = session::camera_for_box({west, 47, west + 9, 51}, 1280, 720, 0);
        CAPTURE(step);

        const auto labels = words(world, world.build(), scene::LayerKind::Labels);

        std::vector<Word> names;
        std::copy_if(labels.begin(), labels.end(), std::back_inserter(names), [](const Word& word) {
            return word.text == "UKRAINE";
        });
        const bool is_named = std::any_of(names.begin(), names.end(), is_whole);
        whole += is_named ? 1 : 0;
        CHECK((!is_named || names.size() == 1));
    }
    CHECK(whole > 100);
}

TEST_CASE("the name of a wide area steps aside where marks lie on it, above and below") {
    SmallWorld world;
    world.store = events::EventStore();
    world.page.title = world.page.legend = world.page.scale = world.page.credits = false;
    world.size = {1280, 720};
    world.state.camera = session::camera_for_box({27, 47, 36, 51}, 1280, 720, 0);
    scene::MapData data = scene_support::small_map_data();
    data.theatre_countries[0].polygons = {
        geo::Polygon{{{{18, 44}, {60, 44}, {60, 58}, {18, 58}, {18, 44}}}}};
    data.theatre_countries[0].label_point = geo::LonLat{31.5, 49};
    // Of the world's countries only one spot for the name is known.
    data.world_countries_50m = {data.theatre_countries[0]};
    data.theatre_countries.erase(data.theatre_countries.begin());
    world.map = scene::prepare_map_layers(data, {});
    const auto before = words(world, world.build(), scene::LayerKind::Labels);
    std::vector<events::Event> marks;
    for (int i = 0; i < 20; ++i) {
        marks.push_back(at("mark" + std::to_string(i), {31.8, 47.5 + 0.15 * i}));
    }
    world.store.merge(marks);

    const auto after = words(world, world.build(), scene::LayerKind::Labels);

    REQUIRE(find(before, "UKRAINE") != nullptr);
    REQUIRE(find(after, "UKRAINE") != nullptr);
    const float aside = find(before, "UKRAINE")->box.x - find(after, "UKRAINE")->box.x;
    CHECK(aside > 0);
    CHECK(aside < find(before, "UKRAINE")->box.width / 2);
}

TEST_CASE("no name is drawn whose dot lies below a piece of the page") {
    SmallWorld world;
    world.size = {900, 600};
    world.state.camera = session::camera_for_box({35.2, 50.9, 36.4, 51.8}, 900, 600, 0);
    const scene::Scene built = world.build();
    std::vector<RectPx> panels;
    std::vector<scene::PointPx> dots;
    for (const scene::Layer& layer : built.layers) {
        for (const scene::Item& item : layer.items) {
            const auto* panel = std::get_if<scene::PanelDraw>(&item);
            const auto* ring = std::get_if<scene::RingDraw>(&item);
            if (layer.kind == scene::LayerKind::Furniture && panel != nullptr) {
                panels.push_back(panel->rect);
            }
            if (layer.kind == scene::LayerKind::Labels && ring != nullptr) {
                dots.push_back(ring->center);
            }
        }
    }

    REQUIRE_FALSE(dots.empty());
    for (const scene::PointPx& dot : dots) {
        for (const RectPx& panel : panels) {
            CHECK_FALSE(overlap({dot.x, dot.y, 1, 1}, panel));
        }
    }
}
