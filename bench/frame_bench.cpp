// Whole frames, scene and GL, without a window: the default theatre while time is scrubbed, and one million events in three
// windows. 1280×720 on whatever driver EGL offers (llvmpipe where there is no GPU).
#include "app/project.hpp"
#include "gl/target.hpp"
#include "million_events.hpp"
#include "platform/headless.hpp"
#include "render/renderer.hpp"
#include "scene/build.hpp"

#include <benchmark/benchmark.h>

#include <memory>
#include <optional>

using namespace salient;

namespace {

constexpr scene::SizePx kSize = {1280, 720};

/// A context, fonts, a renderer and a picture to draw into; made once.
struct Stage {
    platform::HeadlessContext context;
    text::FontSet fonts;
    render::Renderer renderer;
    gl::Target target;
    scene::MeasureText measure;

    Stage(platform::HeadlessContext c, text::FontSet f, gl::Target t)
        : context(std::move(c)),
          fonts(std::move(f)),
          renderer(render::Renderer::create(fonts).value()),
          target(std::move(t)),
          measure(scene::measure_with(fonts)) {}
};

// The context first: what comes after needs it.
Stage* make_stage() {
    platform::HeadlessContext context = platform::HeadlessContext::create().value();
    text::FontSet fonts = text::FontSet::load().value();
    gl::Target target = gl::Target::create(kSize.width, kSize.height).value();
    return new Stage(std::move(context), std::move(fonts), std::move(target));
}

Stage& stage() {
    // Lives as long as the program: GL objects may not outlive their context.
    static Stage& kept = *make_stage();
    return kept;
}

const app::Project& theatre() {
    static const app::Project kProject =
        app::load_project({}, {kSize.width, kSize.height}, 1).value();
    return kProject;
}

/// Draws a frame a day later each time, and waits until it is drawn.
void scrub(benchmark::State& run, const session::State& first, const events::EventStore& events) {
    Stage& on = stage();
    scene::SceneCache cache;
    session::State state = first;
    for (auto _ : run) {
        state.cursor += time::kSecondsPerDay;
        state.window.begin += time::kSecondsPerDay;
        state.window.end += time::kSecondsPerDay;
        if (state.cursor > first.cursor + 60 * time::kSecondsPerDay) {
            state = first;
        }
        const scene::Inputs inputs{
            state,
            events,
            kSize,
            1,
            theatre().map.get(),
            theatre().control.get(),
            on.measure,
            scene::window_page({})};
        on.renderer.draw(scene::build(inputs, cache), on.target.framebuffer());
        glFinish();
    }
}

void scrub_default_theatre(benchmark::State& run) {
    session::State first = theatre().state;
    first.cursor -= 60 * time::kSecondsPerDay;
    scrub(run, first, theatre().events);
}
void scrub_million_30_days(benchmark::State& run) {
    scrub(run, bench::state_at(600, 30), bench::million());
}
void scrub_million_up_to_a_day(benchmark::State& run) {
    scrub(run, bench::state_at(600, 600), bench::million());
}
void scrub_million_all(benchmark::State& run) {
    scrub(run, bench::state_at(bench::kDays + 10, bench::kDays + 40), bench::million());
}

}  // namespace

BENCHMARK(scrub_default_theatre)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(scrub_million_30_days)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(scrub_million_up_to_a_day)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(scrub_million_all)->Unit(benchmark::kMillisecond)->UseRealTime();

BENCHMARK_MAIN();
