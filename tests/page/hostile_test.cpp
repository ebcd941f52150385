#include "page/article.hpp"
#include "page/charset.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace page = salient::page;

namespace {

std::string repeat(const std::string& piece, std::size_t count) {
    std::string out;
    out.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) {
        out += piece;
    }
    return out;
}

/// Reads without looking at what comes out; every run and block must lie inside.
void survives(const std::string& bytes, const std::string& path) {
    page::PageHints hints;
    hints.path = path;
    const auto article = page::read_page(bytes, hints);
    if (!article) {
        return;
    }
    // Offsets count in the page as UTF-8.
    const bool marked = bytes.compare(0, 3, "\xEF\xBB\xBF") == 0;
    const std::string source = (marked ? "\xEF\xBB\xBF" : "") + page::decode_page(bytes).text;
    std::size_t last = 0;
    for (const page::Block& block : article->blocks) {
        REQUIRE(block.begin >= last);
        REQUIRE(block.end >= block.begin);
        REQUIRE(block.end <= article->text.size());
        last = block.end;
    }
    last = 0;
    for (const page::SourceRun& run : article->runs) {
        REQUIRE(run.text_begin >= last);
        REQUIRE(run.text_begin + run.length <= article->text.size());
        REQUIRE(run.source_begin + run.length <= source.size());
        REQUIRE(
            article->text.compare(run.text_begin, run.length, source, run.source_begin, run.length)
            == 0);
        last = run.text_begin + run.length;
    }
}

constexpr std::size_t kMany = 100'000;

}  // namespace

TEST_CASE("pages made to be slow or deep are read in the time their size deserves") {
    const std::string text = " The bridge was closed on Tuesday, officials said. ";
    const std::string bytes = GENERATE_COPY(
        repeat("<div>", 2'000'000),
        repeat("<b>", kMany) + text,
        repeat("<p><b class=x>", kMany) + text,
        repeat("<p>" + text, kMany / 4),
        repeat("<font color=1><font color=2><i><u><p>", 20'000) + text,
        repeat("<table><tr><td>", 50'000) + text,
        repeat("<table>", 50'000) + text + repeat("</table>", 50'000),
        repeat("<ul><li>", kMany) + text,
        repeat("<a href=x>", kMany) + text,
        repeat("</p>", kMany) + text,
        repeat("<select><option>", kMany) + text,
        repeat("<svg><g/>", kMany) + text,
        repeat("<!--", kMany) + text,
        repeat("<script>", kMany) + text,
        repeat("&amp;", 500'000) + "<p>" + text,
        repeat("&", 500'000) + "<p>" + text,
        repeat("<", 500'000) + "<p>" + text,
        "<p title=\"" + repeat("x", 5'000'000) + "\">" + text,
        "<p " + repeat("a=1 b", kMany) + ">" + text,
        "<p class=\"" + repeat("comment share ", kMany) + "\">" + text,
        "<html><body>" + repeat("<div hidden>" + text, 2000),
        "<script type=application/ld+json>" + repeat("[", kMany) + "</script><p>" + text);

    survives(bytes, "page.html");
}

TEST_CASE("texts made to be slow are read in the time their size deserves") {
    const std::string bytes = GENERATE_COPY(
        repeat("\n", 1'000'000) + "x",
        repeat("[", 1'000'000),
        repeat("[a](", 300'000),
        repeat("a line of about sixty bytes that looks as if it were wrapped\n", 100'000),
        repeat("short line\n", 300'000),
        repeat("word ", 1'000'000),
        repeat("# ", 500'000),
        repeat("> ", 500'000),
        "---\n" + repeat("title: x\n", kMany),
        repeat("Related articles\n\n", kMany));

    survives(bytes, "page.md");
    survives(bytes, "page.txt");
}

TEST_CASE("any bytes give an article or an error") {
    std::string all;
    for (int i = 1; i < 256; ++i) {
        all += static_cast<char>(i);
    }
    const std::string bytes = GENERATE_COPY(
        std::string(),
        std::string("\0\0\0", 3),
        std::string("<p>one\0two</p>", 14),
        std::string(8000, 'x') + std::string("<p>one\0two</p>", 14),
        all,
        repeat("\xFF\xFE", 1000),
        std::string("\xFF\xFE<\0", 4),
        std::string("\xFE\xFF\0", 3),
        std::string("<meta charset=utf-16><p>text of the page"),
        std::string("<meta charset=nonsense><p>text \xE9"),
        std::string("<p>ends in the middle \xD0"),
        std::string("<p>a&#x110000;b&#0;c&#xD800;d&NotEqualTilde;e &notit; f</p>"),
        std::string("<p>a</foo>b<!-- x -->c<![CDATA[d]]>e</p>"),
        std::string("<p>line\r\nbreak\rhere &#13; and</p>"),
        std::string("<pre>\n\nkept\n</pre>"));

    survives(bytes, "page.html");
    survives(bytes, "page.md");
    survives(bytes, "page.txt");
}
