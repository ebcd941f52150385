#pragma once

#include "events/event.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace salient::ui {

/// What a stretch of an article was read as; decides its colour.
enum class Highlight : std::uint8_t { Sentence, Date, Place, Type, Quantity, ClaimedBy, Actor };

/// A stretch of text with one background. Bytes, end exclusive.
struct HighlightRun {
    std::size_t begin = 0;
    std::size_t end = 0;
    Highlight kind = Highlight::Sentence;
    friend bool operator==(const HighlightRun&, const HighlightRun&) = default;
};

/// The highlights of an event in its article, in text order, not overlapping: a field's words lie over the sentence. Evidence
/// that lies outside the text, or whose words are not what stands there, is left out. Without any, the sentence is looked for by
/// its words.
[[nodiscard]] std::vector<HighlightRun> highlight_runs(
    const events::Event& event,
    std::string_view text);

/// Where the sentence of an event stands in its article; without one, the first of its highlights.
[[nodiscard]] std::optional<HighlightRun> source_run(
    const events::Event& event,
    std::string_view text);

}  // namespace salient::ui
