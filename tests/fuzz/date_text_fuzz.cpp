#include "fuzz.hpp"
#include "io/date_text.hpp"
#include "time/text.hpp"

#include <array>
#include <string_view>

namespace io = salient::io;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = salient::fuzz::text_of(data, size);
    const std::array<std::string_view, 1> column = {text};
    const io::DateReading date = io::read_date(text, io::study_dates(column));
    if (date.span) {
        salient::fuzz::require(date.span->begin <= date.span->end);
        static_cast<void>(io::with_clock(*date.span, text));
    }
    static_cast<void>(salient::time::parse_iso(text).has_value());
    static_cast<void>(salient::time::parse_typed(text).has_value());
    return 0;
}
