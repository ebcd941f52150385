#include "app/commands.hpp"
#include "cli/commands.hpp"
#include "cli/shared_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace salient::cli {

Action add_extract(CLI::App& command) {
    auto options = std::make_shared<app::ExtractOptions>();
    command.add_option("articles", options->inputs, "Article files, folders, or - for JSON lines")
        ->required();
    command.add_option(
        "--published",
        options->published,
        "Publication date of articles that do not state one");
    command
        .add_option("--scheme", options->scheme, "Words in the property 'type': plain or salient")
        ->check(CLI::IsMember({"plain", "salient"}))
        ->capture_default_str();
    command.add_flag(
        "!--no-theatre-bias",
        options->theatre_bias,
        "Do not prefer places in Ukraine and western Russia");
    command.add_flag(
        "--group",
        options->propose_groups,
        "Say which events of different articles may be the same happening (in 'extras')");
    add_gazetteers(command, options->gazetteers);
    add_output(command, options->output);
    command.footer("Example:\n  salient extract article.txt -o events.geojson");
    return [options] { return app::run_extract(*options); };
}

}  // namespace salient::cli
