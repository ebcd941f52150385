// A million rows of a table into an empty store: order, columns and index of ids.
#include "events/event_list.hpp"
#include "events/store.hpp"

#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <utility>

namespace {

using namespace salient;

const events::EventList& million_rows() {
    static const events::EventList kRows = [] {
        constexpr std::size_t count = 1'000'000;
        std::mt19937_64 random(42);
        events::EventList rows;
        rows.reserve(count);
        events::Event row;
        row.location.emplace();
        for (std::size_t i = 0; i < count; ++i) {
            row.id = "rows:EV" + std::to_string(10'000'000 + i);
            row.time.emplace();
            row.time->begin =
                1'400'000'000 + static_cast<time::UnixSeconds>(random() % 3650) * 86'400;
            row.time->end = row.time->begin + 86'400;
            row.location->point = {
                20 + static_cast<double>(random() % 40'000) / 1000,
                42 + static_cast<double>(random() % 20'000) / 1000};
            row.extras = {{"event_id", row.id}, {"notes", std::string(120, 'x')}};
            row.title = row.extras[1].second;
            rows.push_back(row);
        }
        return rows;
    }();
    return kRows;
}

void load_million_rows(benchmark::State& state) {
    for (auto _ : state) {
        state.PauseTiming();
        events::EventList rows = million_rows();
        events::EventStore store;
        state.ResumeTiming();
        store.merge(std::move(rows));
        benchmark::DoNotOptimize(store.size());
        state.PauseTiming();
        store.clear();
        state.ResumeTiming();
    }
}

}  // namespace

BENCHMARK(load_million_rows)->Unit(benchmark::kMillisecond)->UseRealTime();

BENCHMARK_MAIN();
