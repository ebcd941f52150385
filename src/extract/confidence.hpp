#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <vector>

namespace salient::extract {

/// Turns the raw score of an event into the share of events with such a score that are right.
///
/// A rising line of straight pieces from (0, 0) through the points of a table that assets/models/train/event_confidence.py makes out of
/// texts of our own.
class ConfidenceScale {
public:
    /// Without points: scores stay as they are.
    ConfidenceScale() = default;

    /// Reads event-confidence.tsv: `#` comments, then a score and a share a line, both in 0…1 and rising.
    /// @errors NotFound, Io: it cannot be read; BadFormat: a line is damaged or does not rise.
    [[nodiscard]] static base::Result<ConfidenceScale> load(const std::filesystem::path& path);

    /// @param score  0…1
    /// @return  0…1, never falling where the score rises
    [[nodiscard]] double of(double score) const;

private:
    struct Point {
        double score = 0;
        double share = 0;
    };
    std::vector<Point> points_;
};

}  // namespace salient::extract
