#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <stop_token>
#include <utility>
#include <vector>

namespace salient::base {

/// Calls `work(0)` … `work(count - 1)`, each once, on all cores, in no particular order; returns when all are done.
/// After a request to stop, or when a call has thrown, no further call begins.
/// @param work  shares nothing between calls but what it guards itself
/// @throws what the first failing call threw, when the running ones are done
/// @thread any
void for_each_index(
    std::size_t count,
    const std::function<void(std::size_t)>& work,
    const std::stop_token& stop = {});

/// A run of indices, `end` not among them.
struct IndexRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Cuts 0 … count - 1 into as many runs as are worth a thread: one for a few thousand, never more than there are cores.
/// In order, together all indices. @return at least one
[[nodiscard]] std::vector<IndexRange> parts_for_threads(std::size_t count);

/// Calls `work` for each of parts_for_threads(count), on all cores. @thread any
void for_each_part(std::size_t count, const std::function<void(IndexRange)>& work);

/// std::sort on all cores. @param before  a strict weak order that leaves no two elements equal
template <class T, class Before>
void sort_in_parts(std::vector<T>& values, const Before& before) {
    const auto at = [&values](std::size_t index) {
        return values.begin() + static_cast<std::ptrdiff_t>(index);
    };
    for_each_part(values.size(), [&](IndexRange part) {
        std::sort(at(part.begin), at(part.end), before);
    });
    std::vector<IndexRange> sorted = parts_for_threads(values.size());
    while (sorted.size() > 1) {
        std::vector<IndexRange> merged((sorted.size() + 1) / 2);
        for_each_index(merged.size(), [&](std::size_t i) {
            merged[i] = sorted[2 * i];
            if (2 * i + 1 < sorted.size()) {
                merged[i].end = sorted[2 * i + 1].end;
                std::inplace_merge(
                    at(sorted[2 * i].begin),
                    at(sorted[2 * i].end),
                    at(merged[i].end),
                    before);
            }
        });
        sorted = std::move(merged);
    }
}

}  // namespace salient::base
