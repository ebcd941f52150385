#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/read_options.hpp"
#include "io/read_events.hpp"

#include <iostream>

namespace salient::app {

int run_info(const InfoOptions& options) {
    int code = 0;
    for (const std::string& path : options.inputs) {
        io::ReadOptions read_options = event_read_options(options.limits);
        read_options.keep_events = false;
        const auto file = io::read_events(path, read_options);
        if (!file) {
            report(file.error());
            code = 1;
            continue;
        }
        std::cout
            << (options.json ? io::info_json(file->report, file->mapping)
                             : io::info_text(file->report, file->mapping))
            << '\n';
    }
    return code;
}

}  // namespace salient::app
