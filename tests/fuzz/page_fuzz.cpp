#include "fuzz.hpp"
#include "page/article.hpp"
#include "page/charset.hpp"

#include <array>

namespace page = salient::page;
using salient::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // The first byte chooses the ending, which chooses the reader.
    static constexpr std::array<const char*, 4> kPaths = {"a.html", "a.md", "a.txt", "a.xml"};
    if (size == 0) {
        return 0;
    }
    const std::string bytes = salient::fuzz::text_of(data + 1, size - 1);
    page::PageHints hints;
    hints.path = kPaths[data[0] % kPaths.size()];
    const auto articles = page::read_pages(bytes, hints);
    if (!articles) {
        return 0;
    }
    const bool marked = bytes.compare(0, 3, "\xEF\xBB\xBF") == 0;
    const std::string source = (marked ? "\xEF\xBB\xBF" : "") + page::decode_page(bytes).text;
    for (const page::Article& article : *articles) {
        std::size_t last = 0;
        for (const page::Block& block : article.blocks) {
            require(block.begin >= last && block.begin <= block.end);
            last = block.end;
        }
        require(last <= article.text.size());
        last = 0;
        for (const page::SourceRun& run : article.runs) {
            require(run.text_begin >= last);
            last = run.text_begin + run.length;
            require(last <= article.text.size() && run.source_begin + run.length <= source.size());
            require(
                source
                    .compare(run.source_begin, run.length, article.text, run.text_begin, run.length)
                == 0);
        }
        require(page::body_text(article).size() <= article.text.size() + 2 * article.blocks.size());
    }
    return 0;
}
