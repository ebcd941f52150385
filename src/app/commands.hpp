#pragma once

#include "app/options.hpp"

namespace salient::app {

/// Each runs one command to its end and gives the exit code: 0 done, 1 failed at work, 2 wrong usage.
/// Results go to the output, messages to standard error.

[[nodiscard]] int run_shot(const ShotOptions& options);
[[nodiscard]] int run_window(const WindowOptions& options);
[[nodiscard]] int run_extract(const ExtractOptions& options);
[[nodiscard]] int run_annotate(const AnnotateOptions& options);
[[nodiscard]] int run_text(const TextOptions& options);
[[nodiscard]] int run_info(const InfoOptions& options);
[[nodiscard]] int run_convert(const ConvertOptions& options);
[[nodiscard]] int run_save(const SaveOptions& options);
[[nodiscard]] int run_control(const ControlOptions& options);

}  // namespace salient::app
