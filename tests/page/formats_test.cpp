#include "page/article.hpp"
#include "page/charset.hpp"
#include "time/text.hpp"

#include <catch2/catch.hpp>
#include <unicode/ucnv.h>

#include <string>

namespace page = salient::page;

namespace {

std::string encode(const std::string& utf8, const char* charset) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out(utf8.size() * 4 + 8, '\0');
    const std::int32_t length = ucnv_convert(
        charset,
        "UTF-8",
        out.data(),
        static_cast<std::int32_t>(out.size()),
        utf8.data(),
        static_cast<std::int32_t>(utf8.size()),
        &status);
    REQUIRE(U_SUCCESS(status));
    out.resize(static_cast<std::size_t>(length));
    return out;
}

const std::string kSentence =
    "Річка вийшла з берегів у вівторок уночі та відрізала три села на півночі району, повідомили "
    "рятувальники.";

page::PageHints hints(const std::string& path) {
    page::PageHints out;
    out.id = "page";
    out.path = path;
    return out;
}

std::string day_of(const page::Article& article) {
    return salient::time::iso_day(salient::time::first_day(article.published.value()));
}

}  // namespace

TEST_CASE("a page is read in the encoding it declares") {
    const std::string charset = GENERATE("windows-1251", "KOI8-U", "ISO-8859-5", "UTF-8");
    const std::string html =
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + charset
        + "\"></head><body><p>" + kSentence + "</p></body></html>";

    const auto article = page::read_page(encode(html, charset.c_str()), hints("page.html")).value();

    CHECK(page::body_text(article) == kSentence);
}

TEST_CASE("a text without a declaration is told by its bytes") {
    const std::string charset = GENERATE("windows-1251", "KOI8-U", "UTF-16LE", "UTF-16BE", "UTF-8");

    const auto article =
        page::read_page(encode(kSentence, charset.c_str()), hints("page.txt")).value();

    CHECK(page::body_text(article) == kSentence);
}

TEST_CASE("byte order marks are no text, and offsets count them") {
    const auto [mark, charset] = GENERATE(table<std::string, std::string>(
        {{"\xEF\xBB\xBF", "UTF-8"}, {"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}));

    const auto article =
        page::read_page(mark + encode(kSentence, charset.c_str()), hints("page.txt")).value();

    CHECK(article.text == kSentence);
    CHECK(article.runs.front().source_begin == (charset == "UTF-8" ? 3U : 0U));
}

TEST_CASE("what is no text is refused with what was found") {
    const auto [bytes, message] = GENERATE(table<std::string, std::string>({
        {"", "Expected a page of text, found none"},
        {" \n\t ", "Expected a page of text, found none"},
        {"%PDF-1.7 and more", "Expected a page of text, found binary data"},
        {std::string("\x89PNG\r\n\x1A\n\0\0\0", 11), "Expected a page of text, found binary data"},
        {"<rss version=\"2.0\"><channel><title>Empty</title></channel></rss>",
         "Expected a page of text, found a feed without items"},
    }));

    const auto article = page::read_page(bytes, hints("page.bin"));

    REQUIRE_FALSE(article);
    CHECK(article.error().message == message);
    CHECK(article.error().where == "page.bin");
}

TEST_CASE("every item of an RSS feed is an article") {
    const std::string feed =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Valley Post</title>"
        "<item><title>River &amp; road</title><link>https://valley.example/1</link><dc:creator>Olena Tkach</dc:creator>"
        "<pubDate>Sun, 12 Jan 2025 08:30:00 GMT</pubDate><description><![CDATA[<p>" + kSentence
        + "</p>]]></description></item>"
          "<item><title>Second</title><pubDate>Mon, 13 Jan 2025 08:30:00 GMT</pubDate>"
          "<description>&lt;p&gt;The road is open again, the district said on Monday.&lt;/p&gt;</description></item>"
          "<item><title>Third, cut";

    const auto articles = page::read_pages(feed, hints("feed.xml")).value();

    REQUIRE(articles.size() == 2);
    CHECK(articles[0].id == "page-1");
    CHECK(articles[0].title == "River & road");
    CHECK(articles[0].url == "https://valley.example/1");
    CHECK(articles[0].author == "Olena Tkach");
    CHECK(articles[0].publisher == "Valley Post");
    CHECK(day_of(articles[0]) == "2025-01-12");
    CHECK(articles[0].published_evidence.method == "feed");
    CHECK(page::body_text(articles[0]) == kSentence);
    const page::SourceRun run = articles[0].runs.front();
    CHECK(
        feed.substr(run.source_begin, run.length)
        == articles[0].text.substr(run.text_begin, run.length));
    CHECK(page::body_text(articles[1]) == "The road is open again, the district said on Monday.");
    CHECK(day_of(articles[1]) == "2025-01-13");
}

TEST_CASE("every entry of an Atom feed is an article") {
    const auto articles =
        page::read_pages(
            "<feed "
            "xmlns=\"http://www.w3.org/2005/Atom\"><title>Valley</title><entry><title>River</title>"
            "<link rel=\"alternate\" href=\"https://valley.example/a?x=1&amp;y=2\"/>"
            "<author><name>O. Tkach</name></author><published>2025-01-12T08:00:00Z</published>"
            "<content type=\"html\">&lt;p&gt;The road is open again, the district "
            "said.&lt;/p&gt;</content>"
            "</entry></feed>",
            hints("feed.atom"))
            .value();

    REQUIRE(articles.size() == 1);
    CHECK(articles[0].url == "https://valley.example/a?x=1&y=2");
    CHECK(articles[0].author == "O. Tkach");
    CHECK(day_of(articles[0]) == "2025-01-12");
    CHECK(page::body_text(articles[0]) == "The road is open again, the district said.");
}

TEST_CASE("a saved page is unpacked") {
    const auto [encoding, body] = GENERATE(table<std::string, std::string>({
        {"quoted-printable",
         "<html><body><p>The road is open =\r\nagain, the district=E2=80=99s head "
         "said.</p></body></html>"},
        {"base64",
         "PHA+VGhlIHJvYWQgaXMgb3BlbiBhZ2FpbiwgdGhlIGRpc3RyaWN04oCZcyBoZWFkIHNhaWQuPC9w\r\nPg=="},
    }));
    const std::string saved =
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: "
        "multipart/related;\r\n\ttype=\"text/html\";\r\n"
        "\tboundary=\"----Part\"\r\n\r\n\r\n------Part\r\nContent-Type: "
        "text/html\r\nContent-Transfer-Encoding: "
        + encoding + "\r\nContent-Location: https://valley.example/road\r\n\r\n" + body
        + "\r\n------Part\r\nContent-Type: text/css\r\n\r\nbody {}\r\n------Part--\r\n";

    const auto article = page::read_page(saved, hints("road.mhtml")).value();

    CHECK(page::body_text(article) == "The road is open again, the district’s head said.");
    CHECK(article.url == "https://valley.example/road");
}

TEST_CASE("a page filled by scripts gives the body that its description holds") {
    const auto article =
        page::read_page(
            "<html><head><script "
            "type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Road open\","
            "\"datePublished\":\"2025-01-12\",\"articleBody\":\"The road is open again.\\nThe "
            "district said so on "
            "Monday, a day after the river fell.\"}</script></head><body><div "
            "id=\"root\"></div></body></html>",
            hints("app.html"))
            .value();

    CHECK(
        page::body_text(article)
        == "The road is open again.\n\nThe district said so on Monday, a day after the river "
           "fell.");
    CHECK(article.title == "Road open");
}

TEST_CASE("the date of an HTML page comes from the best place that states it") {
    const auto [head, body, day, method] =
        GENERATE(table<std::string, std::string, std::string, std::string>({
            {"<meta property=\"article:published_time\" content=\"2025-01-12T08:00:00Z\">",
             "<time datetime=\"2025-02-01\">",
             "2025-01-12",
             "meta"},
            {"<meta name=\"pubdate\" content=\"12 січня 2025\">", "", "2025-01-12", "meta"},
            {"",
             "<time datetime=\"2025-01-12T10:00\">Jan 12, 2025</time>",
             "2025-01-12",
             "time element"},
            {"",
             "<span class=\"post-date\">12 января 2025, 10:15</span>",
             "2025-01-12",
             "first lines"},
            {"<link rel=\"canonical\" href=\"https://valley.example/2025/01/12/road\">",
             "",
             "2025-01-12",
             "url"},
        }));

    const auto article = page::read_page(
                             "<html><head>" + head + "</head><body>" + body + "<p>" + kSentence
                                 + "</p></body></html>",
                             hints("page.html"))
                             .value();

    CHECK(day_of(article) == day);
    CHECK(article.published_evidence.method == method);
    CHECK(page::body_text(article) == kSentence);
}
