#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace salient::base {

/// A fixed set of threads that run tasks in the order they were given.
/// Tasks get values and leave values behind (usually through an Inbox); they share nothing else.
/// The destructor asks running tasks to stop, drops waiting ones and joins.
class Workers {
public:
    using Task = std::function<void(std::stop_token)>;

    /// @param thread_count  0 takes one for each core, at least one
    explicit Workers(std::size_t thread_count = 0);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// @thread any
    void run(Task task);

private:
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Task> waiting_;
    std::vector<std::jthread> threads_;  // last: joined before the queue goes
    void loop(const std::stop_token& stop);
};

/// Values on their way from workers to the main thread, which drains it once a frame.
template <class T>
class Inbox {
public:
    /// @thread any
    void push(T value) {
        const std::scoped_lock lock(mutex_);
        values_.push_back(std::move(value));
    }
    /// Everything that has arrived since the last call, oldest first. @thread main
    [[nodiscard]] std::vector<T> drain() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(values_, {});
    }

private:
    std::mutex mutex_;
    std::vector<T> values_;
};

}  // namespace salient::base
