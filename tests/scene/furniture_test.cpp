#include "scene/furniture.hpp"

#include "base/utf8.hpp"
#include "geo/geodesic.hpp"
#include "geo/mercator.hpp"
#include "scene/number_text.hpp"
#include "scene/scale_bar.hpp"
#include "scene_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace salient;
using scene::RectPx;
using scene_support::SmallWorld;

namespace {

bool overlap(const RectPx& a, const RectPx& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height
           && b.y < a.y + a.height;
}

std::vector<std::string> row_texts(const std::vector<scene::LegendRow>& rows) {
    std::vector<std::string> texts;
    for (const scene::LegendRow& row : rows) {
        texts.push_back(row.text);
    }
    return texts;
}

scene::PageContent full_content() {
    scene::PageContent content;
    content.headline = "The Kursk salient after the second push";
    content.date = "12 January 2025";
    content.notes = {
        "Events of 1 August 2024 – 12 January 2025 (UTC): 14 in this view",
        "Control: Reports"};
    scene::ShownEvents shown;
    shown.by_type.fill(3);
    shown.total = 33;
    shown.unreviewed = shown.reviewed = shown.uncertain = shown.wide = shown.stacked = 2;
    content.legend = scene::legend_rows({}, shown);
    content.credits =
        "Borders: as recognised. Map data: many people, many licences, all of them named here.";
    return content;
}

}  // namespace

TEST_CASE("pieces of a page never overlap, are never cut, and no text leaves its picture") {
    struct Case {
        scene::SizePx size;
        float scale;
    };
    const auto page = GENERATE(
        Case{{640, 360}, 1},
        Case{{320, 200}, 1},
        Case{{480, 270}, 1},
        Case{{1280, 720}, 1},
        Case{{1080, 1920}, 1.5F},
        Case{{3840, 2160}, 3},
        Case{{800, 200}, 2});
    const scene::MeasureText measure = scene_support::fake_measure();
    const scene::View view =
        scene::view_of(scene_support::kursk_state().camera, page.size, page.scale);
    const scene::TextStyle style{{scene::theme(session::Theme::Light), page.scale}, measure};

    const scene::Page laid =
        scene::lay_out_page(full_content(), scene::picture_page(), view, style);

    const auto width = static_cast<float>(page.size.width);
    const auto height = static_cast<float>(page.size.height);
    for (std::size_t i = 0; i < laid.taken.size(); ++i) {
        const RectPx& rect = laid.taken[i];
        CHECK((rect.x >= 0 && rect.y >= 0));
        CHECK((rect.x + rect.width <= width + 0.5F && rect.y + rect.height <= height + 0.5F));
        for (std::size_t j = i + 1; j < laid.taken.size(); ++j) {
            CHECK_FALSE(overlap(rect, laid.taken[j]));
        }
    }
    for (const scene::Item& item : laid.items) {
        if (const auto* text = std::get_if<scene::TextDraw>(&item)) {
            const float right =
                text->baseline.x
                + measure(text->text, text->weight, text->size_px, text->spacing_px);
            CHECK(right <= width);
            CHECK(text->baseline.y <= height);
        }
    }
}

TEST_CASE("panels of the window push the pieces aside") {
    const scene::MeasureText measure = scene_support::fake_measure();
    const scene::View view = scene::view_of(scene_support::kursk_state().camera, {1280, 720}, 1);
    const scene::TextStyle style{{scene::theme(session::Theme::Dark), 1}, measure};

    const auto page =
        scene::lay_out_page(full_content(), scene::window_page({300, 40, 250, 120}), view, style);

    REQUIRE(page.taken.size() == 3);
    for (const RectPx& rect : page.taken) {
        CHECK(rect.x >= 300);
        CHECK(rect.y >= 40);
        CHECK(rect.x + rect.width <= 1280 - 250);
        CHECK(rect.y + rect.height <= 720 - 120);
    }
}

TEST_CASE("the legend has a row for what is shown and for nothing else") {
    SmallWorld world;
    const auto rows = [&] {
        scene::EventView events;
        const scene::View view = scene::view_of(world.state.camera, world.size, 1);
        const scene::EventView::Look look{view, 1, session::shown_window(world.state)};
        events.update(world.store, world.state.filter, look);
        const auto visible = events.visible(world.store, look);
        const auto* day = world.control->at(session::cursor_day(world.state));
        return row_texts(scene::legend_rows(
            scene::shown_control(day, view),
            scene::count_shown(world.store, visible, view, look.window)));
    };

    CHECK(
        rows()
        == std::vector<std::string>{
            "Held ground (approximate)",
            "Ukrainian-held inside Russia",
            "Front line",
            "Events",
            "Ground combat (2)",
            "Air, missile or drone strike (1)",
            "Capture of persons (1)",
            "Casualties (1)",
            "How they are drawn",
            "Machine-read, not yet reviewed",
            "Accepted",
            "Date uncertain",
            "Place known only as an area",
            "Several events at one spot"});
    world.state.filter.types.reset().set(static_cast<std::size_t>(events::EventType::Strike));
    CHECK(
        rows()
        == std::vector<std::string>{
            "Held ground (approximate)",
            "Ukrainian-held inside Russia",
            "Front line",
            "Events",
            "Air, missile or drone strike (1)"});
    world.state.filter.types.reset();
    CHECK(rows().size() == 3);
    // Held ground that lies outside the view is not explained.
    world.state.camera.center.x += 0.05;
    CHECK(rows().empty());
}

TEST_CASE("rejected events have a row, and a heading without rows is left out") {
    scene::ShownEvents shown;
    shown.total = 2;
    shown.reviewed = 1;
    shown.rejected = 1;
    shown.by_type[0] = 2;

    CHECK(
        row_texts(scene::legend_rows({}, shown, false))
        == std::vector<std::string>{"Events", "Rejected"});
    shown.rejected = 0;
    CHECK(scene::legend_rows({}, shown, false).empty());
}

TEST_CASE("held ground is dated only where its source tells the two kinds apart") {
    scene::ShownControl control;
    control.areas = {{control::Holder::Russia, control::AreaClass::Occupied}};

    CHECK(row_texts(scene::legend_rows(control, {})).back() == "Russian-held");
    control.tells_before = true;
    CHECK(
        row_texts(scene::legend_rows(control, {})).back() == "Russian-held since 24 February 2022");
}

TEST_CASE("an event beyond the edge is not counted as in this view") {
    SmallWorld world;
    const std::size_t first = 0;
    const geo::WorldPoint at = {
        world.store.columns().world_x[first],
        world.store.columns().world_y[first]};
    const auto [beyond_px, counted] = GENERATE(std::pair{-40.0, true}, std::pair{100.0, false});
    world.state.filter.types.reset().set(
        static_cast<std::size_t>(world.store.columns().type[first]));
    const double px = session::pixels_per_world(world.state.camera);
    world.state.camera.center = {at.x + (world.size.width / 2.0 + beyond_px) / px, at.y};
    const scene::View view = scene::view_of(world.state.camera, world.size, 1);
    const time::Window all = {
        world.store.columns().begin[first] - 1,
        world.store.columns().end[first] + 1};
    const scene::EventView::Look look{view, 1, all};
    scene::EventView events;
    events.update(world.store, world.state.filter, look);
    const auto visible = events.visible(world.store, look);

    CHECK(visible.total > 0);
    CHECK((scene::count_shown(world.store, visible, view, all).total > 0) == counted);
}

TEST_CASE("the scale bar is a round geodesic length that fits") {
    const auto latitude = GENERATE(0.0, 48.0, 51.2, 70.0);
    const auto zoom = GENERATE(2.0, 5.0, 8.3, 14.0);
    session::Camera camera;
    camera.center = geo::world_from_lonlat({35, latitude});
    camera.zoom = zoom;
    const scene::View view = scene::view_of(camera, {1280, 720}, 1);

    const scene::ScaleBar bar = scene::scale_bar(view, 150);

    CHECK(bar.metric.length_px <= 150);
    CHECK(bar.metric.length_px > 150 / 2.6F);
    CHECK(bar.imperial.length_px <= 150);
    const double metres_per_px =
        geo::distance_m({35, latitude}, {35.001, latitude}) / (0.001 / 360 * view.pixels_per_world);
    const double metres = double{bar.metric.length_px} * metres_per_px;
    const bool is_km = bar.metric.text.find("km") != std::string::npos;
    std::string digits = bar.metric.text.substr(0, bar.metric.text.find(' '));
    digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
    CHECK(metres == Approx(std::stod(digits) * (is_km ? 1000 : 1)).epsilon(1e-4));
}

TEST_CASE("text breaks at spaces, a long word is cut with an ellipsis, whole characters only") {
    const auto width = [](std::string_view text) {
        return static_cast<float>(base::count_code_points(text)) * 10;
    };

    CHECK(
        scene::wrap_text("one two three four", width, 80, 9)
        == std::vector<std::string>{"one two", "three", "four"});
    CHECK(scene::wrap_text("one two three", width, 80, 1) == std::vector<std::string>{"one two…"});
    CHECK(scene::wrap_text("Олександрівка", width, 60, 3) == std::vector<std::string>{"Олекс…"});
    CHECK(scene::wrap_text("", width, 60, 3).empty());
}

TEST_CASE("numbers have commas between thousands and no needless decimals") {
    CHECK(scene::number_text(1'234'567) == "1,234,567");
    CHECK(scene::number_text(999) == "999");
    CHECK(scene::number_text(-1000) == "-1,000");
    CHECK(scene::number_text(0.5) == "0.5");
    CHECK(scene::count_text(1, "day") == "1 day");
    CHECK(scene::count_text(2000, "day") == "2,000 days");
}
