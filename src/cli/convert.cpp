#include "app/commands.hpp"
#include "cli/commands.hpp"
#include "cli/shared_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace salient::cli {

Action add_convert(CLI::App& command) {
    auto options = std::make_shared<app::ConvertOptions>();
    command.add_option("input", options->input, "An event file")->required();
    command
        .add_option(
            "result",
            options->output.path,
            "The file to write: .geojson, .csv, .kml, .gpkg or .fgb")
        ->required();
    command.add_option(
        "--format",
        options->format,
        "geojson, csv, kml, gpkg or fgb; by the ending when left out");
    command.add_flag("--overwrite", options->output.overwrite, "Replace an existing file");
    add_import(command, options->choices);
    add_limits(command, options->limits);
    command.footer("Example:\n  salient convert events.csv events.geojson");
    return [options] { return app::run_convert(*options); };
}

}  // namespace salient::cli
