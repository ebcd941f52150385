#pragma once

#include "base/workers.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace salient::app {

/// A job as it is shown while it runs.
struct ShownJob {
    std::string label;
    std::optional<double> share;  ///< done, 0…1; nullopt: nobody knows
    bool can_cancel = false;
};

/// Jobs on worker threads. A job leaves behind what is to be done with its result; the main thread does that when it asks.
/// @thread main, but for the jobs themselves
class Background {
public:
    /// What is done with a result, on the main thread.
    using Finish = std::function<void()>;
    /// The job, on a worker: gets values, shares nothing.
    using Work = std::function<Finish(const std::stop_token&)>;

    /// @param wake  called on a worker when a job is done
    explicit Background(std::function<void()> wake);

    /// How far a job has come, 0…1; asked on the main thread.
    using Share = std::function<std::optional<double>()>;

    /// @param label       what is shown; empty: nothing
    /// @param can_cancel  cancel() stops it
    /// @param share       empty: nobody knows, and the finished ones of several jobs are counted
    void run(std::string label, bool can_cancel, Work work, Share share = {});
    /// Does what finished jobs left, in the order in which they finished. @return there was something
    bool finish_ready();
    /// Stops all jobs that can be.
    void cancel();

    [[nodiscard]] bool is_idle() const { return jobs_.empty(); }
    /// The oldest job with a label.
    [[nodiscard]] std::optional<ShownJob> shown() const;

private:
    struct Job {
        std::uint64_t id = 0;
        std::string label;
        bool can_cancel = false;
        Share share;
        std::stop_source stop;
    };
    struct Arrival {
        std::uint64_t job = 0;
        Finish finish;
    };
    std::function<void()> wake_;
    std::vector<Job> jobs_;
    std::uint64_t last_id_ = 0;
    std::size_t asked_ = 0;  // labelled jobs since there was none
    std::size_t done_ = 0;
    base::Inbox<Arrival> inbox_;
    base::Workers workers_;  // last: joined before what it uses goes
};

}  // namespace salient::app
