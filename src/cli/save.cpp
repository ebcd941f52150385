#include "app/commands.hpp"
#include "cli/commands.hpp"
#include "cli/shared_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace salient::cli {

Action add_save(CLI::App& command) {
    auto options = std::make_shared<app::SaveOptions>();
    add_view(command, options->view);
    add_output(command, options->output);
    command.get_option("--output")->required();
    command.footer("Example:\n  salient save events.geojson --at 2025-01-12 -o work.gpkg");
    return [options] { return app::run_save(*options); };
}

}  // namespace salient::cli
