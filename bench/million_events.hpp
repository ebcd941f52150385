#pragma once

#include "events/store.hpp"
#include "session/state.hpp"

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace salient::bench {

inline constexpr time::UnixSeconds kFirst = 1'640'995'200;  // 1 January 2022
inline constexpr int kDays = 1200;

/// Around a curved line from Kherson to Kharkiv, a fifth everywhere in the theatre, one in twenty a month long.
inline const events::EventStore& million() {
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

inline session::State state_at(int day, int window_days) {
    session::State state = session::default_state();
    state.camera = session::camera_for_box(session::kTheatreBox, 1280, 720, 0);
    state.mode = session::TimeMode::Window;
    const time::UnixSeconds end = kFirst + static_cast<time::UnixSeconds>(day) * 86'400;
    state.window = {end - static_cast<time::UnixSeconds>(window_days) * 86'400, end};
    state.cursor = end - 86'400;
    return state;
}

}  // namespace salient::bench
