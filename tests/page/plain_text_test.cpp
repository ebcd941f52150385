#include "page/article.hpp"
#include "time/text.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace page = salient::page;

namespace {

page::Article read(const std::string& bytes, const std::string& path) {
    page::PageHints hints;
    hints.path = path;
    return page::read_page(bytes, hints).value();
}

std::string published(const page::Article& article) {
    return article.published ? salient::time::iso_day(salient::time::first_day(*article.published))
                             : "none";
}

const std::string kFirst =
    "The river crossed the upper dam on Tuesday night and cut off three villages in the north of "
    "the district, rescue teams said.";
const std::string kSecond = "Nobody was hurt, but the road will stay closed for a week.";

}  // namespace

TEST_CASE("a page copied with its menus keeps only the article in its body") {
    const std::string copied = "Monday, March 3, 2025\nHomeNewsRiver cuts off three villages\n\n"
                               "River cuts off three villages\n\n\n"
                               + kFirst + "\n\n" + kSecond
                               + "\n\nRELATED ARTICLES\n\nDam was repaired in May\n\nLEAVE A REPLY\n\n"
                                 "Please enter your comment!\nPlease enter your name here\n\nMost Popular\n";

    const page::Article article = read(copied, "copied.txt");

    CHECK(page::body_text(article) == kFirst + "\n\n" + kSecond);
    CHECK(article.title == "River cuts off three villages");
    CHECK(published(article) == "2025-03-03");
    CHECK(article.published_evidence.text == "Monday, March 3, 2025");
    CHECK(article.published_evidence.method == "first lines");
    CHECK(article.text == copied);
}

TEST_CASE("a text that starts with a paragraph has no title") {
    CHECK(read(kFirst + "\n\n" + kSecond, "plain.txt").title.empty());
}

TEST_CASE("Markdown gives its marks away and says what they meant") {
    const std::string source = "# River cuts off *three* villages\n\nPublished: `2025-03-03 21:10:00`\n\n---\n\n" + kFirst
                               + "\n\n## What next\n\n- boats wait at the [upper pier](https://example.org/a_b)\n\n"
                                 "![A picture](x.jpg)\n\n"
                               + kSecond + "\n";

    const page::Article article = read(source, "river.md");

    CHECK(article.title == "River cuts off three villages");
    CHECK(published(article) == "2025-03-03");
    CHECK(
        page::body_text(article)
        == kFirst + "\n\nWhat next\n\n- boats wait at the upper pier\n\n" + kSecond);
    for (const page::SourceRun& run : article.runs) {
        CHECK(
            article.text.substr(run.text_begin, run.length)
            == source.substr(run.source_begin, run.length));
    }
}

TEST_CASE("front matter fills the fields and stays out of the text") {
    const page::Article article = read(
        "---\nlayout: post\ntitle: \"River cuts off villages\"\ndate: 2025-03-04T05:46:54\nauthor: "
        "\"olena\"\n"
        "excerpt: \"Three villages\"\n---\n\n"
            + kFirst + "\n",
        "post.md");

    CHECK(article.title == "River cuts off villages");
    CHECK(article.author == "olena");
    CHECK(published(article) == "2025-03-04");
    CHECK(page::body_text(article) == kFirst);
}

TEST_CASE("the day a page was scraped is not the day it was published") {
    const page::Article article = read(
        "# news.example\n\n## Metadata\n\n- **URL**: https://news.example/a/river\n- **Scraped "
        "at**: 2026-01-09T02:00:00\n"
        "- **timestamp**: 2026-01-07T19:53:06\n\n## Content\n\nRiver cuts off three villages\n"
            + kFirst + "\n",
        "scraped.md");

    CHECK(published(article) == "2026-01-07");
    CHECK(article.url == "https://news.example/a/river");
    CHECK(article.title == "River cuts off three villages");
}

TEST_CASE("a date is found where pages have it") {
    const auto [text, day] = GENERATE(table<std::string, std::string>({
        {"Headline of the day here\n12 January 2025\n\n" + kFirst, "2025-01-12"},
        {"Заголовок сьогоднішнього дня\n12 січня 2025, 10:30\n\n" + kFirst, "2025-01-12"},
        {"Заголовок этого дня\n12 января 2025 года\n\n" + kFirst, "2025-01-12"},
        {"Headline of the day here\n12.01.2025\n\n" + kFirst, "2025-01-12"},
        {"KYIV, Jan. 12, 2025 (Agency) — " + kFirst, "2025-01-12"},
        {"Battle plans of March 3, 2025 leaked again\n\n" + kFirst, "none"},
        {kFirst, "none"},
    }));

    CAPTURE(text);
    CHECK(published(read(text, "a.txt")) == day);
}

TEST_CASE("a caption is told by who took the picture") {
    const page::Article article = read(
        "River cuts off villages\n\nA boat on the flooded main street of the upper village on "
        "Tuesday (Ola Lis/AP)\n\n"
            + kFirst,
        "a.txt");

    CHECK(page::body_text(article) == kFirst);
    CHECK(article.blocks[1].kind == page::BlockKind::Caption);
}

TEST_CASE("lines wrapped by hand are one paragraph") {
    const page::Article article = read(
        "The river crossed the upper dam on Tuesday night and cut off\nthree villages in the north "
        "of the district, rescue teams\n"
        "said.\n\nNobody was hurt, the head of the district told us by phone.\n",
        "a.txt");

    CHECK(article.blocks.size() == 2);
}
