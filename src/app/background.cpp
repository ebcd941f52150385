#include "app/background.hpp"

#include <algorithm>
#include <utility>

namespace salient::app {

Background::Background(std::function<void()> wake) : wake_(std::move(wake)), workers_(2) {}

void Background::run(std::string label, bool can_cancel, Work work, Share share) {
    Job job;
    job.id = ++last_id_;
    job.label = std::move(label);
    job.can_cancel = can_cancel;
    job.share = std::move(share);
    if (!job.label.empty()) {
        ++asked_;
    }
    const std::uint64_t id = job.id;
    std::stop_source stop = job.stop;
    jobs_.push_back(std::move(job));
    workers_.run([this, id, stop, work = std::move(work)](const std::stop_token& pool) mutable {
        const std::stop_callback follow(pool, [&stop] { stop.request_stop(); });
        Finish finish = work(stop.get_token());
        inbox_.push({id, std::move(finish)});
        wake_();
    });
}

bool Background::finish_ready() {
    std::vector<Arrival> arrivals = inbox_.drain();
    for (Arrival& arrival : arrivals) {
        const auto job = std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& each) {
            return each.id == arrival.job;
        });
        done_ += job->label.empty() ? 0U : 1U;
        jobs_.erase(job);
        if (arrival.finish) {
            arrival.finish();
        }
        const auto is_labelled = [](const Job& each) { return !each.label.empty(); };
        if (std::none_of(jobs_.begin(), jobs_.end(), is_labelled)) {
            asked_ = 0;
            done_ = 0;
        }
    }
    return !arrivals.empty();
}

void Background::cancel() {
    for (Job& job : jobs_) {
        if (job.can_cancel) {
            job.stop.request_stop();
        }
    }
}

std::optional<ShownJob> Background::shown() const {
    for (const Job& job : jobs_) {
        if (job.label.empty()) {
            continue;
        }
        ShownJob shown{job.label, std::nullopt, job.can_cancel};
        if (job.share) {
            shown.share = job.share();
        } else if (asked_ > 1) {
            shown.share = static_cast<double>(done_) / static_cast<double>(asked_);
        }
        return shown;
    }
    return std::nullopt;
}

}  // namespace salient::app
