#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace salient::workspace::testing {

/// What a program printed, and how it ended: its exit code, or minus the signal that killed it.
struct Outcome {
    int code = 0;
    std::string output;
};

/// Runs the victim to its end.
[[nodiscard]] Outcome run_victim(const std::vector<std::string>& arguments);
/// When to kill: so many microseconds after the victim has printed so many lines.
struct Moment {
    std::size_t lines = 0;
    unsigned microseconds = 0;
};
/// Starts the victim, reads what it prints, and kills it with SIGKILL.
[[nodiscard]] Outcome kill_victim(const std::vector<std::string>& arguments, Moment moment);

}  // namespace salient::workspace::testing
