#include "app/commands.hpp"
#include "cli/commands.hpp"
#include "cli/shared_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace salient::cli {

Action add_text(CLI::App& command) {
    auto options = std::make_shared<app::TextOptions>();
    command
        .add_option(
            "pages",
            options->inputs,
            "Pages (HTML, MHTML, Markdown, plain text, feeds), files of JSON lines or folders; - "
            "for JSON lines")
        ->required();
    add_output(command, options->output);
    command.footer("Example:\n  salient text page.html");
    return [options] { return app::run_text(*options); };
}

}  // namespace salient::cli
