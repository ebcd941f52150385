#include "extract/links.hpp"

#include "extract_support.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace salient::extract;
using namespace salient::extract::test;

namespace {

/// The places of the happening whose word stands in brackets.
std::vector<std::string> places_of(const std::string& marked) {
    const std::size_t open = marked.find('[');
    const std::size_t close = marked.find(']');
    const std::string text = marked.substr(0, open) + marked.substr(open + 1, close - open - 1)
                             + marked.substr(close + 1);
    std::vector<std::string> out;
    for (const TextSpan& span :
         find_event_places(text, "en", {open, close - 1}, finder(), models())) {
        out.push_back(text.substr(span.begin, span.end - span.begin));
    }
    return out;
}

}  // namespace

TEST_CASE("a happening is placed where its own verb says") {
    struct Row {
        const char* text;
        std::vector<std::string> places;
    };
    const Row row = GENERATE(
        Row{"Farmers [demonstrated] in Madrid on Monday.", {"Madrid"}},
        Row{"A bus driver from Lyon was [shot] by police.", {}},
        Row{"Troops [captured] the town of Zuwetina after a short fight.", {"Zuwetina"}},
        Row{"According to sources in Cairo, the general was [killed] on Friday.", {}},
        Row{"Two men were [killed] in clashes near Homs.", {"Homs"}},
        Row{"One soldier was [killed] in Aleppo and another was wounded in Homs.", {"Aleppo"}});

    INFO(row.text);
    CHECK(places_of(row.text) == row.places);
}
