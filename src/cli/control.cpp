#include "app/commands.hpp"
#include "cli/commands.hpp"
#include "cli/shared_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace salient::cli {

Action add_control(CLI::App& command) {
    auto options = std::make_shared<app::ControlOptions>();
    command
        .add_option(
            "sources",
            options->inputs,
            "A file or a folder of dated control areas; several make one history")
        ->required();
    command.add_option(
        "--region-layer",
        options->region_layer,
        "Polygons with names: areas are given for each");
    command.add_option("--from", options->from, "First day to compare");
    command.add_option("--to", options->to, "Last day to compare");
    command.add_flag("--json", options->json, "One JSON object");
    add_limits(command, options->limits);
    command.footer("Example:\n  salient control fronts/ --from 2024-08-06 --to 2025-01-12 --json");
    return [options] { return app::run_control(*options); };
}

}  // namespace salient::cli
