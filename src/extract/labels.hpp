#pragma once

#include "base/result.hpp"
#include "extract/lexicon.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace salient::extract {

/// What a short text says about its label: stems, pairs of stems, cues and kinds of happenings in it. Without repetition, sorted.
[[nodiscard]] std::vector<std::string> label_features(
    std::string_view text,
    const Lexicon& lexicon);

/// A linear classifier of short texts into kinds of political violence, protest and their consequences (the labels of the table).
/// Immutable; one object serves all threads.
class Labeller {
public:
    /// Reads event-labels.tsv: `#` comments, the labels, then a feature and its weights `label:weight` a line.
    /// @errors NotFound, Io: it cannot be read; BadFormat: a line is damaged.
    [[nodiscard]] static base::Result<Labeller> load(const std::filesystem::path& path);

    struct Guess {
        std::string_view label;  ///< empty when nothing of the text is known
        double confidence = 0;   ///< softmax, 0…1
    };
    [[nodiscard]] Guess label(std::string_view text, const Lexicon& lexicon) const;

private:
    struct Weight {
        std::uint32_t label = 0;
        float value = 0;
    };
    std::vector<std::string> labels_;
    std::unordered_map<std::string, std::vector<Weight>> weights_;
};

}  // namespace salient::extract
