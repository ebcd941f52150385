#include "base/workers.hpp"

#include <algorithm>

namespace salient::base {

Workers::Workers(std::size_t thread_count) {
    const std::size_t count = thread_count > 0
                                  ? thread_count
                                  : std::max<std::size_t>(1, std::thread::hardware_concurrency());
    threads_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        threads_.emplace_back([this](const std::stop_token& stop) { loop(stop); });
    }
}

Workers::~Workers() {
    for (std::jthread& thread : threads_) {
        thread.request_stop();
    }
}

void Workers::run(Task task) {
    {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void Workers::loop(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
                return;
            }
            task = std::move(waiting_.front());
            waiting_.pop_front();
        }
        task(stop);
    }
}

}  // namespace salient::base
