#pragma once

#include "extract/clauses.hpp"
#include "extract/reading.hpp"
#include "extract/triggers.hpp"
#include "time/span.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace salient::extract {

/// A date for a happening. `begin` and `end` are the bytes it was read from.
struct DateChoice {
    time::Span span;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view
        rule;  ///< "date.clause", "date.sentence", "date.report", "date.carried", "date.published"
    double confidence = 0;
    friend bool operator==(const DateChoice&, const DateChoice&) = default;
};

/// The dates of the triggers of one sentence, in their order; nullopt where the sentence gives none.
///
/// Each expression of time goes to one verb: the nearest, clause borders and report verbs in between counting against it; one that opens
/// the sentence goes to its main verb. A trigger without a date of its own takes that of a verb it is joined with, then that of the report.
[[nodiscard]] std::vector<std::optional<DateChoice>> choose_dates(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Trigger>& triggers);

/// The date of a sentence's report ("said on Sunday"), for a statement; nullopt when it has none.
[[nodiscard]] std::optional<DateChoice>
report_date(const Reading& reading, const Passage& passage, const Clauses& clauses);

}  // namespace salient::extract
