#include "cli/run.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <iostream>
#include <string>
#include <vector>

namespace salient::cli {

namespace {

struct Command {
    const char* name;
    const char* purpose;
    Action (*add)(CLI::App&);
};

constexpr std::array<Command, 8> kCommands = {{
    {"shot", "Render one picture without a window", add_shot},
    {"extract", "Read articles, write events as GeoJSON", add_extract},
    {"annotate", "JSON lines in, JSON lines out: the dates and places of each text", add_annotate},
    {"text", "The article's text, title and publication date, as JSON", add_text},
    {"info", "What a file holds, and what was not understood", add_info},
    {"convert", "Write events in another format", add_convert},
    {"save", "Save files as a workspace: one GeoPackage, or a database", add_save},
    {"control", "Areas, gained and lost ground, gaps between snapshots", add_control},
}};

}  // namespace

int run(int argc, char** argv) {
    CLI::App program("Salient: a conflict map through time, with evidence", "salient");
    program.set_version_flag("--version", SALIENT_VERSION);
    program.require_subcommand(0, 1);
    program.footer(
        "Example:\n  salient events.geojson article.html\n\nResults go to standard output or -o, "
        "messages to standard error.\n"
        "Exit codes: 0 done, 1 failed, 2 wrong usage.");

    std::vector<std::pair<CLI::App*, Action>> actions;
    for (const Command& command : kCommands) {
        CLI::App* subcommand = program.add_subcommand(command.name, command.purpose);
        actions.emplace_back(subcommand, command.add(*subcommand));
    }
    const Action open_window = add_window(program);

    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = program.exit(error, std::cout, std::cerr);
        return code == 0 ? 0 : 2;
    }
    for (const auto& [subcommand, action] : actions) {
        if (subcommand->parsed()) {
            return action();
        }
    }
    return open_window();
}

}  // namespace salient::cli
