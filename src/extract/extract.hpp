#pragma once

#include "events/event.hpp"
#include "extract/models.hpp"
#include "extract/reading.hpp"
#include "page/article.hpp"
#include "toponym/toponym.hpp"

#include <vector>

namespace salient::extract {

/// How an article is read.
struct Options {
    bool theatre_bias = true;  ///< prefer Ukraine and Russia among places that are equally likely
    double min_confidence = 0.2;  ///< events below are dropped
};

/// Reads the events out of an article's body: what, when, where, how many, who says so; unreviewed, in the order of the text.
///
/// Every field has its evidence: bytes of `article.text`, the rule, a confidence. What the text does not say is absent. A headline, menu or
/// caption gives no event. Time grows linearly with the text.
/// @thread any, shares only the finder and the models
[[nodiscard]] std::vector<events::Event> extract_events(
    const page::Article& article,
    const toponym::Finder& finder,
    const Models& models,
    const Options& options = {});

/// The same out of a text that was read already (reading.hpp), with passages; names of areas among its toponyms are widened.
[[nodiscard]] std::vector<events::Event> extract_events(
    const page::Article& article,
    Reading& reading,
    const places::Gazetteer& gazetteer,
    const Models& models,
    const Options& options = {});

}  // namespace salient::extract
