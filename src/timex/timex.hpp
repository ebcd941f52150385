#pragma once

#include "prose/tokens.hpp"
#include "time/span.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace salient::timex {

/// @source TIMEX3, ISO 24617-1
enum class TimexType : std::uint8_t { Date, Time, Duration, Set };
[[nodiscard]] std::string_view type_name(TimexType type);  ///< "DATE", "TIME", "DURATION", "SET"

/// One expression of time in a text. Byte offsets, end exclusive.
struct Timex {
    std::size_t begin = 0;
    std::size_t end = 0;
    TimexType type = TimexType::Date;
    std::string value;  ///< TIMEX3: 2025-01-09, 2024-12, 2024-SU, P2W, PAST_REF, XXXX-01-09 …
    std::optional<time::Span> span;  ///< the calendar time, when the value says it
    bool relative = false;           ///< read against the date of publication or an earlier date
    const char* rule = "";           ///< name of the rule that read it
    double confidence = 0;           ///< 0…1
};

/// What kind of text it is: decides against what relative dates are read.
enum class Domain : std::uint8_t {
    News,        ///< the date of publication
    Narrative,   ///< the last full date in the text
    Expression,  ///< a phrase on its own
};

struct Options {
    std::optional<time::Span> doc_date;  ///< nullopt: relative dates stay unresolved
    std::string language;                ///< "en", "uk", "ru"; empty: all words are known
    Domain domain = Domain::News;
};

/// Finds expressions of time in English, Ukrainian and Russian, in order, without overlap. O(n).
/// @param tokens  of the whole text
[[nodiscard]] std::vector<Timex> find_timexes(
    std::string_view text,
    const std::vector<prose::Token>& tokens,
    const Options& options);

}  // namespace salient::timex
