#pragma once

#include "app/options.hpp"
#include "base/diagnostics.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>

namespace salient::app {

/// Refuses an output that exists and may not be replaced, before any work is done.
/// @errors BadValue: the file exists and `overwrite` is off.
[[nodiscard]] base::Status check_output(const Output& output);

/// Writes the result to the file (atomically) or to standard output.
/// @errors Io: it cannot be written.
[[nodiscard]] base::Status write_output(const Output& output, std::string_view bytes);

/// What was written to standard output is out. @errors Io: it cannot be written.
[[nodiscard]] base::Status flush_output();

/// One line on standard error: `salient: message`. Control characters of input are made visible.
void report(const base::Error& error);
/// Warnings and errors, one a line, each code at most `per_code` times, then how many more there were.
void report(const base::Diagnostics& diagnostics, std::size_t per_code = 5);

}  // namespace salient::app
