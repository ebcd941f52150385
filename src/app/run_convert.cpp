#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/read_options.hpp"
#include "app/workspace_file.hpp"
#include "io/read_events.hpp"
#include "io/write_events.hpp"

#include <filesystem>

namespace salient::app {

namespace {

/// Of an event file or a workspace.
base::Result<events::EventList> read_input(const ConvertOptions& options) {
    if (is_workspace(options.input)) {
        auto loaded = load_workspace(options.input, {}, {});
        if (!loaded) {
            return loaded.error();
        }
        report(loaded->diagnostics);
        return std::move(loaded->events);
    }
    auto file = io::read_events(options.input, event_read_options(options.limits, options.choices));
    if (!file) {
        return file.error();
    }
    report(file->report.diagnostics);
    return std::move(file->events);
}

base::Status convert(const ConvertOptions& options) {
    if (auto status = check_output(options.output); !status) {
        return status;
    }
    if (auto status = check_crs(options.choices.crs); !status) {
        return status;
    }
    const std::string ending = std::filesystem::path(options.output.path).extension().string();
    const auto format = io::event_format(options.format.empty() ? ending : options.format);
    if (!format) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected an output ending in .geojson, .csv, .kml, .gpkg or .fgb, or --format",
            options.output.path};
    }
    const auto events = read_input(options);
    if (!events) {
        return events.error();
    }
    if (options.output.path != "-") {
        return io::write_events(options.output.path, *format, *events);
    }
    auto text = io::events_text(*events, *format);
    if (!text) {
        return text.error();
    }
    return write_output(options.output, *text);
}

}  // namespace

int run_convert(const ConvertOptions& options) {
    const base::Status status = convert(options);
    if (!status) {
        report(status.error());
        return 1;
    }
    return 0;
}

}  // namespace salient::app
