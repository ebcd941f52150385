#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace salient::base {

void for_each_index(
    std::size_t count,
    const std::function<void(std::size_t)>& work,
    const std::stop_token& stop) {
    std::atomic<std::size_t> next = 0;
    const auto loop = [&] {
        for (std::size_t i = next++; i < count && !stop.stop_requested(); i = next++) {
            work(i);
        }
    };
    const std::size_t cores = std::max<std::size_t>(1, std::thread::hardware_concurrency());
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min(cores, count); ++i) {
        helpers.emplace_back(loop);
    }
    loop();
}

std::vector<IndexRange> parts_for_threads(std::size_t count) {
    constexpr std::size_t worth_a_thread = 10'000;
    const std::size_t cores = std::max<std::size_t>(1, std::thread::hardware_concurrency());
    const std::size_t parts = std::clamp<std::size_t>(count / worth_a_thread, 1, cores);
    std::vector<IndexRange> ranges;
    for (std::size_t i = 0; i < parts; ++i) {
        ranges.push_back({count * i / parts, count * (i + 1) / parts});
    }
    return ranges;
}

void for_each_part(std::size_t count, const std::function<void(IndexRange)>& work) {
    const std::vector<IndexRange> parts = parts_for_threads(count);
    for_each_index(parts.size(), [&](std::size_t i) { work(parts[i]); });
}

}  // namespace salient::base
