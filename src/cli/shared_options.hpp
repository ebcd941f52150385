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
/// `--crs`.
void add_crs(CLI::App& command, std::string& crs);
/// `--max-bytes`, `--max-features`, `--max-vertices`, `--max-field-bytes` and `--max-nesting`.
void add_limits(CLI::App& command, app::Limits& limits);
/// `--gazetteer`.
void add_gazetteers(CLI::App& command, std::vector<std::string>& gazetteers);
/// `--swap-axes`, `--crs`, `--date-order` and `--layer`.
void add_import(CLI::App& command, app::ImportChoices& choices);
/// FILES and what both the window and a picture show.
void add_view(CLI::App& command, app::ViewOptions& view);

}  // namespace salient::cli
