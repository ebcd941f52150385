#include "cli/shared_options.hpp"

#include <CLI/CLI.hpp>

namespace salient::cli {

void add_crs(CLI::App& command, std::string& crs) {
    command.add_option(
        "--crs",
        crs,
        "Coordinate system of files that do not say theirs and count in metres: EPSG:32637, or any "
        "other text that PROJ knows");
}

void add_output(CLI::App& command, app::Output& output) {
    command.add_option("-o,--output", output.path, "Where the result goes; - is standard output")
        ->capture_default_str();
    command.add_flag("--overwrite", output.overwrite, "Replace an existing file");
}

void add_limits(CLI::App& command, app::Limits& limits) {
    command
        .add_option(
            "--max-bytes",
            limits.max_bytes,
            "Refuse input that unpacks to more bytes than this")
        ->capture_default_str();
    command
        .add_option(
            "--max-features",
            limits.max_features,
            "Refuse a file with more features than this")
        ->capture_default_str();
    command
        .add_option(
            "--max-vertices",
            limits.max_vertices,
            "Refuse a file with more vertices than this")
        ->capture_default_str();
    command
        .add_option(
            "--max-field-bytes",
            limits.max_field_bytes,
            "Leave out rows with a value of more bytes than this")
        ->capture_default_str();
    command
        .add_option("--max-nesting", limits.max_nesting, "Leave out JSON nested deeper than this")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
}

void add_import(CLI::App& command, app::ImportChoices& choices) {
    command.add_flag(
        "--swap-axes",
        choices.swap_axes,
        "The file has latitude and longitude the wrong way round");
    add_crs(command, choices.crs);
    command
        .add_option("--layer", choices.layers, "Read this layer only; may be given several times")
        ->allow_extra_args(false);
    command
        .add_option(
            "--date-order",
            choices.date_order,
            "How 03/04/2022 is read when no row decides: day or month first")
        ->check(CLI::IsMember({"day", "month"}));
}

void add_gazetteers(CLI::App& command, std::vector<std::string>& gazetteers) {
    command
        .add_option(
            "--gazetteer",
            gazetteers,
            "Read more places from this file: a GeoNames country dump or a table like ours")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_view(CLI::App& command, app::ViewOptions& view) {
    command.add_option(
        "files",
        view.files,
        "Articles, event files, control areas, or folders of them");
    command.add_option("--at", view.at, "The day to show: 2025-01-12");
    command.add_option("--from", view.from, "First day of the events shown");
    command.add_option("--to", view.to, "Last day of the events shown, inclusive");
    command.add_option("--view", view.view, "A place name (kursk, Київ) or W,S,E,N in degrees");
    command.add_option("--bookmark", view.bookmark, "A bookmark of the workspace among the files");
    command.add_option(
        "--published",
        view.published,
        "Publication date of articles that do not state one");
    command.add_option("--theme", view.theme, "light or dark")
        ->check(CLI::IsMember({"light", "dark"}))
        ->capture_default_str();
    command.add_option("--labels", view.labels, "Names on the map: english or local")
        ->check(CLI::IsMember({"english", "local"}))
        ->capture_default_str();
    command.add_option("--zone", view.zone, "Time zone of clock times: UTC or Europe/Kyiv")
        ->capture_default_str();
    add_crs(command, view.crs);
    command.add_flag("!--no-default-events", view.default_events, "Leave out the bundled articles");
    add_gazetteers(command, view.gazetteers);
    add_limits(command, view.limits);
}

}  // namespace salient::cli
