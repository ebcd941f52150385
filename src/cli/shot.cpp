#include "app/commands.hpp"
#include "cli/commands.hpp"
#include "cli/shared_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace salient::cli {

Action add_shot(CLI::App& command) {
    auto options = std::make_shared<app::ShotOptions>();
    add_view(command, options->view);
    command.add_option("--size", options->size, "Width x height in pixels")->capture_default_str();
    command
        .add_option(
            "--scale",
            options->scale,
            "Size of text and lines; 0 chooses by the picture's size")
        ->check(CLI::Range(0.0, 8.0))
        ->capture_default_str();
    command.add_option("--title", options->title, "A headline on the picture");
    add_output(command, options->output);
    command.get_option("--output")->required();
    command.footer(
        "Example:\n  salient shot --at 2025-01-12 --view kursk --size 1920x1080 -o out.png");
    return [options] { return app::run_shot(*options); };
}

}  // namespace salient::cli
