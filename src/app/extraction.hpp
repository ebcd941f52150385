#pragma once

#include "base/result.hpp"
#include "events/event.hpp"
#include "extract/extract.hpp"
#include "extract/labels.hpp"
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

/// The classifier of short texts, from the data folder.
[[nodiscard]] base::Result<extract::Labeller> load_labeller();

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
};

/// Reads articles out of files, folders and `-` (JSON lines) on all cores and hands over the events of each article in the order of the
/// input. Memory is bounded by the longest articles. An article that cannot be read costs one line on standard error; so does one
/// without a date of publication.
ExtractionCounts extract_articles(
    const std::vector<std::string>& inputs,
    const ExtractionSetup& setup,
    const std::function<void(std::vector<events::Event>)>& take);

}  // namespace salient::app
