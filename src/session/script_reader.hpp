#pragma once

#include "session/script.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace salient::session {

/// What one line of a script turned into, or what was expected instead.
struct Outcome {
    std::optional<ScriptStep> step;
    std::string expected;
};
[[nodiscard]] inline Outcome done(Command command) {
    return {ScriptStep(std::move(command)), ""};
}
[[nodiscard]] inline Outcome expected(std::string what) {
    return {std::nullopt, std::move(what)};
}

/// A line after its first word, and what the lines before it have set.
struct Line {
    std::string_view rest;
    const State& state;
};

/// Reads the lines that begin with a word.
struct LineReader {
    std::string_view word;
    Outcome (*read)(Line);
};

/// Lines that say where, when and what is shown.
[[nodiscard]] std::span<const LineReader> view_line_readers();
/// Lines that change events, open and save files, or press keys.
[[nodiscard]] std::span<const LineReader> work_line_readers();

}  // namespace salient::session
