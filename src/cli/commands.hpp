#pragma once

#include <functional>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming) -- CLI11's own name
namespace CLI {
class App;
}

namespace salient::cli {

/// What a command does once the arguments are read; gives the exit code.
using Action = std::function<int()>;

/// Each adds one subcommand with its options and an example at the end of its help.
/// Parsing opens no file; the returned action parses nothing.
[[nodiscard]] Action add_shot(CLI::App& command);
[[nodiscard]] Action add_extract(CLI::App& command);
[[nodiscard]] Action add_annotate(CLI::App& command);
[[nodiscard]] Action add_text(CLI::App& command);
[[nodiscard]] Action add_info(CLI::App& command);
[[nodiscard]] Action add_convert(CLI::App& command);
[[nodiscard]] Action add_save(CLI::App& command);
[[nodiscard]] Action add_control(CLI::App& command);
/// The command without a name: open the window.
[[nodiscard]] Action add_window(CLI::App& command);

}  // namespace salient::cli
