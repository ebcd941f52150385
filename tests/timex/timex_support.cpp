#include "timex/timex_support.hpp"

#include "prose/tokens.hpp"
#include "time/text.hpp"

using namespace salient;

std::vector<timex::Timex> timexes_of(std::string_view text, const timex::Options& options) {
    return timex::find_timexes(text, prose::tokenize(text), options);
}

std::string reading_of(std::string_view text, const timex::Options& options) {
    std::string out;
    for (const timex::Timex& found : timexes_of(text, options)) {
        out += out.empty() ? "" : "; ";
        out += std::string(text.substr(found.begin, found.end - found.begin)) + "=" + found.value;
    }
    return out;
}

timex::Options news(std::string_view language, std::string_view day) {
    timex::Options options;
    options.language = std::string(language);
    if (const auto parsed = time::parse_iso(day)) {
        options.doc_date = *parsed;
    }
    return options;
}

timex::Options story(std::string_view language) {
    timex::Options options = news(language, "2019-05-20");
    options.domain = timex::Domain::Narrative;
    return options;
}

timex::Options phrase(std::string_view language, std::string_view day) {
    timex::Options options = news(language, day);
    options.domain = timex::Domain::Expression;
    return options;
}
