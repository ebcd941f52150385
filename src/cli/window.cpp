#include "app/commands.hpp"
#include "cli/commands.hpp"
#include "cli/shared_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace salient::cli {

Action add_window(CLI::App& command) {
    auto options = std::make_shared<app::WindowOptions>();
    add_view(command, options->view);
    command.add_option("--size", options->size, "Width x height of the window");
    command.add_option("--script", options->script, "A file of commands, run one a frame");
    return [options] { return app::run_window(*options); };
}

}  // namespace salient::cli
