#pragma once

#include <chrono>

namespace salient::app {

/// Real time since it was made.
class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// With SALIENT_TIMING set, says on standard error how long after the process began this was reached.
void print_timing(const char* what);

}  // namespace salient::app
