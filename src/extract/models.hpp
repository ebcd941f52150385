#pragma once

#include "base/result.hpp"
#include "extract/confidence.hpp"
#include "extract/lexicon.hpp"

#include <filesystem>

namespace salient::extract {

/// What events are read by: word lists and trained weights. Immutable; one object serves all threads.
struct Models {
    Lexicon lexicon;
    ConfidenceScale confidence;
};

/// @param data  the data directory; the tables are in its folder models/
/// @errors NotFound, Io: a table cannot be read; BadFormat: a table is damaged.
[[nodiscard]] base::Result<Models> load_models(const std::filesystem::path& data);

}  // namespace salient::extract
