#include "app/commands.hpp"
#include "cli/commands.hpp"
#include "cli/shared_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace salient::cli {

Action add_info(CLI::App& command) {
    auto options = std::make_shared<app::InfoOptions>();
    command.add_option("files", options->inputs, "Event files, control areas or articles")
        ->required();
    command.add_flag("--json", options->json, "One JSON object a file");
    command.add_option("--rejected", options->rejected, "Write the rejected rows to this CSV file");
    command.add_flag(
        "--overwrite",
        options->overwrite,
        "Replace an existing file of rejected rows");
    add_import(command, options->choices);
    add_limits(command, options->limits);
    command.footer("Example:\n  salient info events.csv --json");
    return [options] { return app::run_info(*options); };
}

}  // namespace salient::cli
