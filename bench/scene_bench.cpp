// Building scenes: the default theatre while time is scrubbed, and one million events in three windows. Text is measured by a
// stand-in: fonts are the renderer's matter.
#include "million_events.hpp"
#include "scene/build.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>

using namespace salient;
using bench::kDays;
using bench::million;
using bench::state_at;

namespace {

scene::MeasureText stand_in() {
    return [](std::string_view text, scene::FontWeight, float size_px, float spacing_px) {
        return static_cast<float>(text.size()) * (0.55F * size_px + spacing_px);
    };
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
