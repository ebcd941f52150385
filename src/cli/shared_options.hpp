#pragma once

#include "app/options.hpp"

#include <string>
#include <vector>

// NOLINTNEXTLINE(readability-identifier-naming) -- CLI11's own name
namespace CLI {
class App;
}

namespace salient::cli {

/// `-o/--output` and `--overwrite`.
void add_output(CLI::App& command, app::Output& output);
/// `--max-bytes` and `--max-features`.
void add_limits(CLI::App& command, app::Limits& limits);
/// `--gazetteer`.
void add_gazetteers(CLI::App& command, std::vector<std::string>& gazetteers);
/// FILES and what both the window and a picture show.
void add_view(CLI::App& command, app::ViewOptions& view);

}  // namespace salient::cli
