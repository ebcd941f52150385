// A long history of control areas: reading a folder of daily files, preparing it for drawing, going from day to day.
// The folder is that of $SALIENT_CONTROL_FOLDER, or 769 generated days.

#include "app/project.hpp"
#include "control/change.hpp"
#include "gl/target.hpp"
#include "io/control_file.hpp"
#include "platform/headless.hpp"
#include "render/renderer.hpp"
#include "scene/build.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <string>

namespace {

using namespace salient;

constexpr int kDays = 769;
constexpr int kCorners = 3000;

/// A ragged outline that moves a little from day to day.
void write_day(const std::filesystem::path& path, int day) {
    std::ofstream out(path);
    out << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)"
        << R"({"type":"MultiPolygon","coordinates":[[[)";
    for (int i = 0; i <= kCorners; ++i) {
        const double angle = 2 * std::numbers::pi * (i % kCorners) / kCorners;
        const double radius = 2 + 0.1 * std::sin(40 * angle) + 0.05 * std::sin(7 * angle + day / 3);
        char point[64];
        std::snprintf(
            point,
            sizeof point,
            "%s[%.6f,%.6f]",
            i == 0 ? "" : ",",
            37 + radius * std::cos(angle),
            48 + 0.7 * radius * std::sin(angle));
        out << point;
    }
    out << "]]]}}]}\n";
}

std::filesystem::path folder() {
    if (const char* given = std::getenv("SALIENT_CONTROL_FOLDER")) {
        return given;
    }
    static const std::filesystem::path made = [] {
        const auto path = std::filesystem::temp_directory_path() / "salient-control-bench";
        std::filesystem::create_directories(path);
        const std::chrono::sys_days first{std::chrono::year{2024} / 7 / 8};
        for (int day = 0; day < kDays; ++day) {
            const std::chrono::year_month_day date(first + std::chrono::days(day));
            char name[40];
            std::snprintf(
                name,
                sizeof name,
                "front_%04d%02u%02u.geojson",
                static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
            write_day(path / name, day);
        }
        return path;
    }();
    return made;
}

control::ControlHistory read() {
    base::Diagnostics diagnostics;
    return io::read_control(folder(), diagnostics).value();
}

void read_daily_files(benchmark::State& state) {
    static_cast<void>(folder());
    for (auto _ : state) {
        benchmark::DoNotOptimize(read());
    }
}
BENCHMARK(read_daily_files)->Unit(benchmark::kMillisecond)->UseRealTime();

void prepare_daily_files(benchmark::State& state) {
    const control::ControlHistory history = read();
    for (auto _ : state) {
        benchmark::DoNotOptimize(scene::prepare_control(history, nullptr, {}));
    }
    state.counters["days"] = static_cast<double>(history.snapshots().size());
}
BENCHMARK(prepare_daily_files)->Unit(benchmark::kMillisecond)->UseRealTime();

void go_from_day_to_day(benchmark::State& state) {
    const control::ControlHistory history = read();
    const auto layers = scene::prepare_control(history, nullptr, {});
    std::chrono::sys_days day = history.snapshots().front().day;
    for (auto _ : state) {
        benchmark::DoNotOptimize(layers->at(day));
        benchmark::DoNotOptimize(history.at(day));
        day = day < history.snapshots().back().day ? day + std::chrono::days(1)
                                                   : history.snapshots().front().day;
    }
}
BENCHMARK(go_from_day_to_day)->Unit(benchmark::kNanosecond);

void change_of_one_day(benchmark::State& state) {
    const control::ControlHistory history = read();
    const auto& snapshots = history.snapshots();
    std::size_t i = 1;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            control::change_between(snapshots[i - 1], snapshots[i], control::Holder::Russia));
        i = i + 1 < snapshots.size() ? i + 1 : 1;
    }
}
BENCHMARK(change_of_one_day)->Unit(benchmark::kMillisecond);

/// A day later every frame, scene and GL, 1280×720: each frame shows ground that was not drawn before.
void scrub_daily_files(benchmark::State& run) {
    constexpr int kWidth = 1280;
    constexpr int kHeight = 720;
    const auto context = platform::HeadlessContext::create();
    const auto fonts = text::FontSet::load().value();
    app::ViewOptions options;
    options.files = {folder().string()};
    const app::Project project = app::load_project(options, {kWidth, kHeight}, 1).value();
    auto renderer = render::Renderer::create(fonts).value();
    const auto target = gl::Target::create(kWidth, kHeight).value();
    const scene::MeasureText measure = scene::measure_with(fonts);
    scene::SceneCache cache;
    session::State state = project.state;
    const auto& days = project.control->days;
    std::size_t i = 0;
    double worst_ms = 0;
    for (auto _ : run) {
        const auto start = std::chrono::steady_clock::now();
        state.cursor = time::kSecondsPerDay * days[i].day.time_since_epoch().count();
        renderer.draw(
            scene::build(
                {state,
                 project.events,
                 {kWidth, kHeight},
                 1,
                 project.map.get(),
                 project.control.get(),
                 measure,
                 scene::window_page({})},
                cache),
            target.framebuffer());
        glFinish();
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - start;
        worst_ms = i > 0 ? std::max(worst_ms, took.count()) : worst_ms;
        i = i + 1 < days.size() ? i + 1 : 0;
    }
    run.counters["worst_ms"] = worst_ms;
}
BENCHMARK(scrub_daily_files)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(kDays);

}  // namespace

BENCHMARK_MAIN();
