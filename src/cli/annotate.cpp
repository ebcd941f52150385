#include "app/commands.hpp"
#include "cli/commands.hpp"
#include "cli/shared_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace salient::cli {

Action add_annotate(CLI::App& command) {
    auto options = std::make_shared<app::AnnotateOptions>();
    command.add_option(
        "inputs",
        options->inputs,
        "Files of JSON lines {\"id\", \"text\", \"doc_date\"}, pages or folders; none or - reads "
        "standard input");
    add_gazetteers(command, options->gazetteers);
    add_output(command, options->output);
    command.footer("Example:\n  salient annotate < articles.jsonl > found.jsonl");
    return [options] { return app::run_annotate(*options); };
}

}  // namespace salient::cli
