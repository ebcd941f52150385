#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace salient::base {

/// Calls `work(0)` … `work(count - 1)`, each once, on all cores, in no particular order; returns when all are done.
/// After a request to stop, no further call begins.
/// @param work  shares nothing between calls but what it guards itself; must not throw
/// @thread any
void for_each_index(
    std::size_t count,
    const std::function<void(std::size_t)>& work,
    const std::stop_token& stop = {});

}  // namespace salient::base
