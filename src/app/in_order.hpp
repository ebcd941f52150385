#pragma once

#include "base/workers.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <stop_token>
#include <thread>
#include <utility>

namespace salient::app {

/// Works on items on all cores and hands the results over in the order of the items, in bounded memory:
/// `add` waits while too many are under way.
template <class Item, class Result>
class InOrder {
public:
    using Work = std::function<Result(const Item&)>;  ///< @thread any
    using Take = std::function<void(Result)>;         ///< called from `add` and `finish` only

    InOrder(Work work, Take take) : work_(std::move(work)), take_(std::move(take)) {}

    void add(Item item) {
        auto task = std::make_shared<std::packaged_task<Result()>>(
            [this, kept = std::move(item)] { return work_(kept); });
        waiting_.push_back(task->get_future());
        workers_.run([task](const std::stop_token&) { (*task)(); });
        while (!waiting_.empty() && (waiting_.size() > limit_ || is_first_ready())) {
            take_first();
        }
    }

    /// Hands over what is left. Call once, after the last `add`.
    void finish() {
        while (!waiting_.empty()) {
            take_first();
        }
    }

private:
    static constexpr std::size_t kItemsPerCore =
        8;  // enough that one slow item lets the others go on

    Work work_;
    Take take_;
    std::size_t limit_ =
        kItemsPerCore * std::max<std::size_t>(1, std::thread::hardware_concurrency());
    std::deque<std::future<Result>> waiting_;
    base::Workers workers_;  // last: joined first

    bool is_first_ready() {
        return waiting_.front().wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }

    void take_first() {
        Result result = waiting_.front().get();
        waiting_.pop_front();
        take_(std::move(result));
    }
};

}  // namespace salient::app
