#pragma once

namespace salient::cli {

/// Reads the arguments and runs the command they name.
/// @return the process's exit code: 0 done, 1 failed at work, 2 wrong usage
[[nodiscard]] int run(int argc, char** argv);

}  // namespace salient::cli
