#pragma once

#include "app/options.hpp"

// NOLINTNEXTLINE(readability-identifier-naming) -- CLI11's own name
namespace CLI {
class App;
}

namespace salient::cli {

/// `-o/--output` and `--overwrite`.
void add_output(CLI::App& command, app::Output& output);
/// `--max-bytes` and `--max-features`.
void add_limits(CLI::App& command, app::Limits& limits);
/// FILES and what both the window and a picture show.
void add_view(CLI::App& command, app::ViewOptions& view);

}  // namespace salient::cli
