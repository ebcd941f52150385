// Saving and opening a workspace, and one gesture in the journal.
#include "workspace/journal.hpp"
#include "workspace/workspace.hpp"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <filesystem>
#include <string>

namespace {

using namespace salient;

std::filesystem::path scratch(const char* name) {
    return std::filesystem::temp_directory_path() / name;
}

/// Like rows of an event file with ten columns.
workspace::Contents contents_of(std::int64_t count) {
    workspace::Contents contents;
    for (std::int64_t i = 0; i < count; ++i) {
        events::Event event;
        event.id = "UKR" + std::to_string(i);
        event.title = "Shelling of village " + std::to_string(i % 5000);
        event.type = events::EventType::Shelling;
        event.time = time::day_span(std::chrono::sys_days(std::chrono::days(19'000 + i % 1100)));
        event.time_text = "2024-01-01";
        event.location = events::Location();
        event.location->point = {30 + 0.0001 * static_cast<double>(i % 99'991), 48.5};
        event.location->name = "Village";
        event.actors = {"Military Forces of Russia", "Civilians (Ukraine)"};
        event.sources = {{"Report", "Wire", "https://example.org/" + std::to_string(i), "", ""}};
        event.source_text = std::string(200, 'x');
        for (int column = 0; column < 10; ++column) {
            event.extras.emplace_back("column_" + std::to_string(column), "value of the column");
        }
        contents.events.push_back(std::move(event));
    }
    return contents;
}

void save(benchmark::State& state) {
    const workspace::Contents contents = contents_of(state.range(0));
    const auto file = scratch("salient-bench.gpkg");
    for (auto _ : state) {
        if (!workspace::save(file, contents)) {
            state.SkipWithError("not saved");
        }
    }
    state.counters["MB"] = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
    std::filesystem::remove(file);
}

void open(benchmark::State& state) {
    const auto file = scratch("salient-bench.gpkg");
    if (!workspace::save(file, contents_of(state.range(0)))) {
        state.SkipWithError("not saved");
    }
    for (auto _ : state) {
        base::Diagnostics diagnostics;
        benchmark::DoNotOptimize(workspace::open(file, diagnostics));
    }
    std::filesystem::remove(file);
}

void journal_gesture(benchmark::State& state) {
    auto journal = workspace::Journal::start(scratch("salient-bench-journal"), {});
    const workspace::Contents one = contents_of(1);
    for (auto _ : state) {
        if (!journal
            || !journal->append(
                {workspace::PutEvents{one.events}, workspace::SetState{one.state}})) {
            state.SkipWithError("not written");
        }
    }
    if (journal) {
        journal->finish();
    }
}

BENCHMARK(save)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(open)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(journal_gesture)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
