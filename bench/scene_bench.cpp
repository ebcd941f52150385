// Building scenes: the default theatre while time is scrubbed, and one million events in three windows. Text is measured by a
// stand-in: fonts are the renderer's matter.
#include "scene/build.hpp"

#include <benchmark/benchmark.h>

#include <random>

using namespace salient;

namespace {

constexpr time::UnixSeconds kFirst = 1'640'995'200;  // 1 January 2022
constexpr int kDays = 1200;

scene::MeasureText stand_in() {
    return [](std::string_view text, scene::FontWeight, float size_px, float spacing_px) {
        return static_cast<float>(text.size()) * (0.55F * size_px + spacing_px);
    };
}

// Around a curved line from Kherson to Kharkiv, a fifth everywhere in the theatre, one in twenty a month long.
const events::EventStore& million() {
    static const events::EventStore kStore = [] {
        std::mt19937_64 random(42);
        std::normal_distribution<double> spread(0, 0.6);
        std::uniform_real_distribution<double> unit(0, 1);
        std::vector<events::Event> all(1'000'000);
        for (std::size_t i = 0; i < all.size(); ++i) {
            events::Event& event = all[i];
            event.id = "e" + std::to_string(i);
            event.type = static_cast<events::EventType>(random() % events::kEventTypeCount);
            event.time.emplace();
            event.time->begin = kFirst + static_cast<time::UnixSeconds>(random() % kDays) * 86'400;
            event.time->end = event.time->begin + (i % 20 == 0 ? 30 : 1) * 86'400;
            event.location.emplace();
            const double along = unit(random);
            event.location->point =
                i % 5 == 0 ? geo::LonLat{20 + 25 * unit(random), 45 + 10 * unit(random)}
                           : geo::LonLat{
                               32 + 6 * along + spread(random),
                               46.5 + 3.5 * along * along + spread(random)};
            event.location->precision = events::LocationPrecision::Settlement;
        }
        events::EventStore store;
        store.merge(std::move(all));
        return store;
    }();
    return kStore;
}

session::State state_at(int day, int window_days) {
    session::State state = session::default_state();
    state.camera = session::camera_for_box(session::kTheatreBox, 1280, 720, 0);
    state.mode = session::TimeMode::Window;
    const time::UnixSeconds end = kFirst + static_cast<time::UnixSeconds>(day) * 86'400;
    state.window = {end - static_cast<time::UnixSeconds>(window_days) * 86'400, end};
    state.cursor = end - 86'400;
    return state;
}

void frame(benchmark::State& run, const session::State& first, const events::EventStore& store) {
    const scene::MeasureText measure = stand_in();
    scene::SceneCache cache;
    session::State state = first;
    for (auto _ : run) {
        state.window.end += 86'400;
        state.window.begin += 86'400;
        state.cursor += 86'400;
        if (state.cursor > first.cursor + 20 * 86'400) {
            state = first;
        }
        const scene::Inputs inputs{state, store, {1280, 720}, 1, nullptr, nullptr, measure, {}};
        benchmark::DoNotOptimize(scene::build(inputs, cache));
    }
}

void million_30_days(benchmark::State& run) {
    frame(run, state_at(600, 30), million());
}
void million_up_to_a_day(benchmark::State& run) {
    frame(run, state_at(600, 600), million());
}
void million_all(benchmark::State& run) {
    frame(run, state_at(kDays + 10, kDays + 40), million());
}

// A view that the index does not cover: the price of a zoom step or a long pan.
void million_new_view(benchmark::State& run) {
    const scene::MeasureText measure = stand_in();
    session::State state = state_at(600, 30);
    scene::SceneCache cache;
    for (auto _ : run) {
        state.camera.zoom = state.camera.zoom < 6.2 ? 7 : 6;
        const scene::Inputs inputs{state, million(), {1280, 720}, 1, nullptr, nullptr, measure, {}};
        benchmark::DoNotOptimize(scene::build(inputs, cache));
    }
}

void million_hit(benchmark::State& run) {
    const scene::MeasureText measure = stand_in();
    const session::State state = state_at(600, 30);
    scene::SceneCache cache;
    for (auto _ : run) {
        const scene::Inputs inputs{state, million(), {1280, 720}, 1, nullptr, nullptr, measure, {}};
        benchmark::DoNotOptimize(scene::hit_events(inputs, cache, {800, 400}));
    }
}

void merge_million(benchmark::State& run) {
    for (auto _ : run) {
        run.PauseTiming();
        std::vector<events::Event> copy(million().all().begin(), million().all().end());
        std::shuffle(copy.begin(), copy.end(), std::mt19937(1));
        events::EventStore store;
        run.ResumeTiming();
        store.merge(std::move(copy));
        run.PauseTiming();
        store.clear();
        run.ResumeTiming();
    }
}

}  // namespace

BENCHMARK(million_30_days)->Unit(benchmark::kMillisecond);
BENCHMARK(million_up_to_a_day)->Unit(benchmark::kMillisecond);
BENCHMARK(million_all)->Unit(benchmark::kMillisecond);
BENCHMARK(million_new_view)->Unit(benchmark::kMillisecond);
BENCHMARK(million_hit)->Unit(benchmark::kMillisecond);
BENCHMARK(merge_million)->Unit(benchmark::kMillisecond)->Iterations(1);

BENCHMARK_MAIN();
