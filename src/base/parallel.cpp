#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace salient::base {

void for_each_index(
    std::size_t count,
    const std::function<void(std::size_t)>& work,
    const std::stop_token& stop) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::once_flag has_failed;
    const auto loop = [&] {
        try {
            for (std::size_t i = next++; i < count && !stop.stop_requested(); i = next++) {
                work(i);
            }
        } catch (...) {  // told by the caller's thread
            next = count;
            std::call_once(has_failed, [&] { failure = std::current_exception(); });
        }
    };
    {
        const std::size_t cores = std::max<std::size_t>(1, std::thread::hardware_concurrency());
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < std::min(cores, count); ++i) {
            helpers.emplace_back(loop);
        }
        loop();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
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
