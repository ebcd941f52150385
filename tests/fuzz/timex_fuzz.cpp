#include "fuzz.hpp"
#include "prose/language.hpp"
#include "prose/sentences.hpp"
#include "prose/tokens.hpp"
#include "time/text.hpp"
#include "timex/timex.hpp"

using salient::fuzz::require;
namespace prose = salient::prose;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string text = salient::fuzz::text_of(data + 1, size - 1);
    const auto tokens = prose::tokenize(text);
    std::size_t last = 0;
    for (const prose::Sentence& sentence : prose::split_sentences(text, tokens)) {
        require(sentence.begin >= last && sentence.begin < sentence.end);
        last = sentence.end;
    }
    require(last <= text.size());
    salient::timex::Options options;
    options.domain = static_cast<salient::timex::Domain>(data[0] % 3);
    options.language = prose::detect_language(text);
    options.doc_date = salient::time::parse_iso("2025-01-12").value();
    last = 0;
    for (const salient::timex::Timex& found : salient::timex::find_timexes(text, tokens, options)) {
        require(found.begin >= last && found.begin < found.end && found.end <= text.size());
        last = found.end;
    }
    return 0;
}
