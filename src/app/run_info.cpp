#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/read_options.hpp"
#include "app/workspace_file.hpp"
#include "io/control_kind.hpp"
#include "io/read_events.hpp"

#include <iostream>
#include <limits>
#include <vector>

namespace salient::app {

int run_info(const InfoOptions& options) {
    if (const auto status = check_crs(options.choices.crs); !status) {
        report(status.error());
        return 1;
    }
    int code = 0;
    const Output rejected_to{options.rejected.empty() ? "-" : options.rejected, options.overwrite};
    if (const auto status = check_output(rejected_to); !status) {
        report(status.error());
        return 1;
    }
    std::vector<io::RejectedRow> rejected;
    for (const std::string& path : options.inputs) {
        if (is_workspace(path)) {
            const auto text = workspace_info(path, options.json);
            if (text) {
                std::cout << *text << '\n';
            } else {
                report(text.error());
                code = 1;
            }
            continue;
        }
        io::ReadOptions read_options = event_read_options(options.limits, options.choices);
        read_options.keep_events = false;
        if (!options.rejected.empty()) {
            read_options.keep_rejected = std::numeric_limits<std::size_t>::max();
        }
        auto file = io::read_events(path, read_options);
        if (!file) {
            report(file.error());
            code = 1;
            continue;
        }
        if (io::holds_control(path, {read_options.limits, read_options.crs})) {
            file->report.diagnostics.note(
                "control.areas",
                "These are control areas, and the map shows them as such; salient control says "
                "more");
        }
        std::cout
            << (options.json ? io::info_json(file->report, file->mapping)
                             : io::info_text(file->report, file->mapping))
            << '\n';
        rejected.insert(
            rejected.end(),
            file->report.rejected_rows.begin(),
            file->report.rejected_rows.end());
    }
    if (!options.rejected.empty()) {
        const base::Status written = write_output(rejected_to, io::rejected_csv(rejected));
        if (!written) {
            report(written.error());
            code = 1;
        }
    }
    if (const auto status = flush_output(); !status) {
        report(status.error());
        code = 1;
    }
    return code;
}

}  // namespace salient::app
