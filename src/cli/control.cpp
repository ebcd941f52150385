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
            "Files or folders of dated control areas: one history, or with --at two to compare")
        ->required();
    command.add_option("--from", options->from, "First day to list, and to compare with --to");
    command.add_option("--to", options->to, "Last day to list and compare");
    command.add_option("--at", options->at, "A day: what holds on it; where two sources differ");
    command.add_flag("--by-region", options->by_region, "Areas in each oblast");
    command.add_option(
        "--region-layer",
        options->region_layer,
        "Areas in each polygon of this layer, by its attribute name");
    command.add_flag("--json", options->json, "One JSON object");
    command.add_option(
        "-o,--output",
        options->polygons,
        "GeoJSON file for the ground gained and lost, or agreed and not");
    command.add_flag("--overwrite", options->overwrite, "Replace an existing file");
    add_crs(command, options->crs);
    add_limits(command, options->limits);
    command.footer(
        "Examples:\n  salient control fronts/ --from 2024-08-06 --to 2025-01-12 --by-region\n"
        "  salient control mine.geojson theirs/ --at 2025-01-12 -o differing.geojson");
    return [options] { return app::run_control(*options); };
}

}  // namespace salient::cli
