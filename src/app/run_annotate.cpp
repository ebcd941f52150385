#include "app/annotate.hpp"
#include "app/base_data.hpp"
#include "app/commands.hpp"
#include "app/output.hpp"

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

namespace salient::app {

namespace {

base::Status annotate(const AnnotateOptions& options, base::Diagnostics& diagnostics) {
    if (auto status = check_output(options.output); !status) {
        return status;
    }
    auto gazetteer = load_gazetteer();
    if (!gazetteer) {
        return gazetteer.error();
    }
    auto finder = load_finder(*gazetteer);
    if (!finder) {
        return finder.error();
    }
    std::ofstream file;
    if (options.output.path != "-") {
        file.open(options.output.path, std::ios::binary);
        if (!file) {
            return base::Error{base::ErrorCode::Io, "Cannot write here", options.output.path};
        }
    }
    std::ostream& out = file.is_open() ? file : std::cout;
    const std::vector<std::string> inputs =
        options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs;
    for (const std::string& input : inputs) {
        if (input == "-") {
            annotate_stream(std::cin, out, "standard input", **finder, diagnostics);
            continue;
        }
        std::ifstream in(input, std::ios::binary);
        if (!in) {
            return base::Error{base::ErrorCode::NotFound, "File not found", input};
        }
        annotate_stream(in, out, input, **finder, diagnostics);
    }
    if (!out) {
        return base::Error{base::ErrorCode::Io, "Writing failed", options.output.path};
    }
    return base::Done{};
}

}  // namespace

int run_annotate(const AnnotateOptions& options) {
    std::ios::sync_with_stdio(false);
    base::Diagnostics diagnostics;
    const base::Status status = annotate(options, diagnostics);
    report(diagnostics);
    if (!status) {
        report(status.error());
        return 1;
    }
    return 0;
}

}  // namespace salient::app
