#include "scene_support.hpp"

#include "base/utf8.hpp"
#include "geo/mercator.hpp"

namespace scene_support {

using namespace salient;
using events::EventType;
using events::LocationPrecision;
using events::ReviewStatus;

namespace {

geo::MultiPolygon rectangle(double west, double south, double east, double north) {
    return {geo::Polygon{
        {{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}};
}

scene::LabelPlace
place(const char* id, const char* name, geo::LonLat point, std::uint32_t population) {
    scene::LabelPlace result;
    result.id = id;
    result.name = name;
    result.country = "RU";
    result.code = "PPL";
    result.point = point;
    result.population = population;
    return result;
}

scene::LayerFeature country(const char* a3, const char* name, geo::MultiPolygon polygons) {
    scene::LayerFeature feature;
    feature.country_a3 = a3;
    feature.iso = a3;
    feature.name = name;
    const geo::Ring& ring = polygons[0].rings[0];
    feature.label_point = geo::LonLat{
        (ring[0].lon_deg + ring[2].lon_deg) / 2,
        (ring[0].lat_deg + ring[2].lat_deg) / 2};
    feature.polygons = std::move(polygons);
    return feature;
}

}  // namespace

int pick(std::mt19937& random, int below) {
    return static_cast<int>(random() % static_cast<unsigned>(below));
}

scene::MeasureText fake_measure() {
    return [](std::string_view text, scene::FontWeight, float size_px, float spacing_px) {
        return static_cast<float>(base::count_code_points(text)) * (0.55F * size_px + spacing_px);
    };
}

scene::MapData small_map_data() {
    scene::MapData data;
    // The border runs along 51 north, the coast along 49.
    data.theatre_countries = {
        country("UKR", "Ukraine", rectangle(30, 49, 40, 51)),
        country("RUS", "Russia", rectangle(30, 51, 40, 53))};
    scene::LayerFeature border;
    border.kind = "international";
    border.lines = {{{30, 51}, {40, 51}}};
    data.theatre_borders = {border};
    scene::LayerFeature river;
    river.lines = {{{35, 50}, {35.5, 51.5}, {36, 52}}};
    data.theatre_rivers = {river};
    scene::LayerFeature lake;
    lake.name = "Long Lake";
    lake.area_km2 = 900;
    lake.polygons = rectangle(36.2, 50.4, 37.2, 50.5);
    data.theatre_water = {lake};
    scene::LabelPlace kursk = place("g1", "Kursk", {36.18, 51.73}, 448'733);
    kursk.code = "PPLA";
    kursk.name_ru = "Курск";
    scene::LabelPlace sudzha = place("g2", "Sudzha", {35.27, 51.19}, 6'940);
    sudzha.name_ru = "Суджа";
    scene::LabelPlace sumy = place("g3", "Sumy", {34.8, 50.91}, 259'660);
    sumy.country = "UA";
    sumy.name_uk = "Суми";
    sumy.name_ru = "Сумы";
    data.places = {
        place("g4", "Oboyan", {36.28, 51.21}, 14'000),
        sudzha,
        kursk,
        sumy,
        place("g5", "Hamlet", {35.9, 51.0}, 30)};
    data.credits = "Test data";
    return data;
}

events::Event
event(const std::string& id, EventType type, geo::LonLat point, std::chrono::sys_days when) {
    events::Event result;
    result.id = id;
    result.title = id;
    result.type = type;
    result.time = time::day_span(when);
    result.location.emplace();
    result.location->point = point;
    result.location->precision = LocationPrecision::Settlement;
    return result;
}

events::EventStore small_store() {
    const geo::LonLat sudzha = {35.27, 51.19};
    events::Event region = event("capture", EventType::Capture, {36.1, 51.6}, day(2025, 1, 9));
    region.location->precision = LocationPrecision::Region;
    region.location->radius_m = 30'000;
    region.status = ReviewStatus::Unreviewed;
    events::Event month = event("losses", EventType::Casualties, {34.9, 51.4}, day(2025, 1, 1));
    month.time = time::month_span(std::chrono::year(2025) / 1);
    events::Event read = event("entered", EventType::GroundCombat, sudzha, day(2024, 8, 8));
    read.status = ReviewStatus::Unreviewed;
    events::EventStore store;
    store.merge(
        {region,
         month,
         read,
         event("attack", EventType::GroundCombat, sudzha, day(2025, 1, 7)),
         event("drone", EventType::Strike, {34.8, 50.91}, day(2024, 12, 20)),
         event("later", EventType::Protest, {36.2, 51.7}, day(2025, 2, 1))});
    return store;
}

control::ControlHistory small_history() {
    control::ControlArea salient_area;
    salient_area.holder = control::Holder::Ukraine;
    salient_area.area_class = control::AreaClass::Incursion;
    salient_area.polygons = rectangle(35, 51, 35.5, 51.3);
    control::Snapshot first;
    first.day = day(2024, 8, 6);
    first.areas = {salient_area};
    control::Snapshot second = first;
    second.day = day(2025, 1, 10);
    second.areas[0].polygons = rectangle(35.1, 51, 35.4, 51.2);
    return {"Test reports", {first, second}};
}

session::State kursk_state() {
    session::State state = session::default_state();
    state.cursor = time::seconds_of(day(2025, 1, 12));
    state.window = {time::seconds_of(day(2024, 8, 1)), time::seconds_of(day(2025, 4, 1))};
    state.mode = session::TimeMode::UpToCursor;
    state.camera = session::camera_for_box({34, 50.3, 37.5, 52}, 640, 400, 0);
    return state;
}

SmallWorld::SmallWorld()
    : map(scene::prepare_map_layers(small_map_data(), {})),
      control(scene::prepare_control(small_history(), map.get(), {})),
      store(small_store()),
      state(kursk_state()),
      measure(fake_measure()) {}

scene::Inputs SmallWorld::inputs() const {
    return {state, store, size, pixel_scale, map.get(), control.get(), measure, page};
}

scene::Scene SmallWorld::build() const {
    scene::SceneCache cache;
    return scene::build(inputs(), cache);
}

std::vector<std::string> texts(const scene::Scene& scene, scene::LayerKind kind) {
    std::vector<std::string> result;
    for (const scene::Layer& layer : scene.layers) {
        if (layer.kind != kind) {
            continue;
        }
        for (const scene::Item& item : layer.items) {
            if (const auto* text = std::get_if<scene::TextDraw>(&item)) {
                result.push_back(text->text);
            }
        }
    }
    return result;
}

}  // namespace scene_support
