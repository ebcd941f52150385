#pragma once

#include "base/result.hpp"
#include "events/event.hpp"
#include "extract/extract.hpp"
#include "extract/models.hpp"
#include "time/span.hpp"
#include "toponym/toponym.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace salient::app {

/// Word lists and weights for reading events, from the data folder.
[[nodiscard]] base::Result<extract::Models> load_event_models();

/// What articles are read with.
struct ExtractionSetup {
    const toponym::Finder& finder;
    const extract::Models& models;
    std::optional<time::Span> published;  ///< of articles that do not state one
    extract::Options options;
};

struct ExtractionCounts {
    std::size_t read = 0;
    std::size_t failed = 0;
    std::size_t undated = 0;  ///< articles without a date of publication
};

/// Reads articles out of files, folders and `-` (JSON lines) on all cores and hands over their events in the order of the input.
/// Memory is bounded by the longest article. An article that cannot be read costs one line on standard error.
ExtractionCounts extract_articles(
    const std::vector<std::string>& inputs,
    const ExtractionSetup& setup,
    const std::function<void(const events::Event&)>& take);

}  // namespace salient::app
