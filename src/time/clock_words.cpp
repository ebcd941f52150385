#include "time/clock_words.hpp"

#include "base/digits.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <utility>

namespace salient::time {

bool has_clock(const Span& span) {
    return span.precision == Precision::Instant || span.precision == Precision::Minute
           || span.precision == Precision::Hour;
}

UnixSeconds last_moment(const Span& span) {
    const UnixSeconds unit = span.precision == Precision::Hour     ? 3600
                             : span.precision == Precision::Minute ? 60
                                                                   : 0;
    return std::max(span.begin, span.end - unit);
}

ClockParts clock_parts(UnixSeconds local, std::string zone) {
    const auto in_day = static_cast<int>(local - seconds_of(day_of(local)));
    return {
        display_day(day_of(local)),
        base::padded(in_day / 3600, 2) + ":" + base::padded(in_day / 60 % 60, 2),
        std::move(zone)};
}

std::string stretch_text(const ClockParts& first, const ClockParts& last) {
    std::string text = first.day + ", " + first.clock + (first.zone == last.zone ? "" : first.zone);
    if (first.day != last.day) {
        text += " – " + last.day + ", " + last.clock;
    } else if (first.clock != last.clock || first.zone != last.zone) {
        text += "–" + last.clock;
    }
    return text + last.zone;
}

}  // namespace salient::time
