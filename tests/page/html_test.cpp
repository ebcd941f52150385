#include "page/article.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace page = salient::page;

namespace {

const std::string kPage =
    R"(<!DOCTYPE html><html lang="en"><head><title>Bridge reopens | Valley Post</title>
<meta property="og:title" content="Bridge reopens after repair">
<script>var menu = "<div>Not text</div>";</script></head><body class="has-sidebar comments-enabled">
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<div class="page-wrapper"><article class="story"><h1>Bridge reopens after repair</h1>
<p class="byline">By Olena Tkach</p>
<div class="story-body">
<p>Engineers reopened the bridge over the northern channel on Tuesday, three weeks after a flood had cut the only road to the valley.</p>
<div class="share-buttons"><a href="#">Share</a> <a href="#">Tweet</a></div>
<h2>What comes next</h2>
<p>The second lane will stay closed until the piers have been checked, the road authority&rsquo;s spokesman said &amp; repeated.</p>
<p>ADVERTISEMENT</p>
<figure><img src="a.jpg"><figcaption>Lorries cross the bridge. Photo: A. Koval</figcaption></figure>
<p>Traffic is <b>slow</b>er than before, drivers said, but the valley&#39;s shops have bread again.</p>
<ul class="related-links"><li><a href="/1">Flood cuts off valley</a></li><li><a href="/2">River rises again</a></li></ul>
</div></article>
<div id="comments"><p>First! I have driven over this bridge every day of my life and it was never as slow as this.</p></div>
<aside class="sidebar"><p>Our newsletter brings the valley's news to your mailbox every single morning.</p></aside>
</div><footer>All rights reserved.</footer></body></html>)";

page::Article read(const std::string& bytes, const std::string& path = "page.html") {
    page::PageHints hints;
    hints.path = path;
    return page::read_page(bytes, hints).value();
}

}  // namespace

TEST_CASE("the body of a page is its paragraphs and headings, without what stands around them") {
    const std::string body = page::body_text(read(kPage));

    CHECK(body ==
          "Engineers reopened the bridge over the northern channel on Tuesday, three weeks after a flood had cut the only road to "
          "the valley.\n\nWhat comes next\n\nThe second lane will stay closed until the piers have been checked, the road "
          "authority’s spokesman said & repeated.\n\nTraffic is slower than before, drivers said, but the valley's shops have bread "
          "again.");
}

TEST_CASE("captions are kept apart from the body") {
    const page::Article article = read(kPage);

    std::string captions;
    for (const page::Block& block : article.blocks) {
        if (block.kind == page::BlockKind::Caption) {
            captions += article.text.substr(block.begin, block.end - block.begin);
        }
    }
    CHECK(captions == "Lorries cross the bridge. Photo: A. Koval");
}

TEST_CASE("every run of the text holds the source's own bytes") {
    const page::Article article = read(kPage);

    std::size_t covered = 0;
    std::size_t last = 0;
    for (const page::SourceRun& run : article.runs) {
        CHECK(run.text_begin >= last);
        CHECK(
            article.text.substr(run.text_begin, run.length)
            == kPage.substr(run.source_begin, run.length));
        last = run.text_begin + run.length;
        covered += run.length;
    }
    CHECK(covered * 100 > article.text.size() * 95);
}

TEST_CASE("an article with a furniture-like name is read when it holds the page's prose") {
    std::string html = "<html><body><div class=\"sidebar widget\">";
    for (int i = 0; i < 5; ++i) {
        html += "<p>Paragraph " + std::to_string(i)
                + " tells at length what happened in the town on the day the river rose.</p>";
    }

    CHECK(
        page::body_text(read(html + "</div></body></html>")).find("Paragraph 4")
        != std::string::npos);
}
