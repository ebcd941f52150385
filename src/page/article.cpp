#include "page/article.hpp"

#include "page/block_writer.hpp"
#include "page/charset.hpp"
#include "page/feed.hpp"
#include "page/html_body.hpp"
#include "page/html_meta.hpp"
#include "page/html_tree.hpp"
#include "page/mhtml.hpp"
#include "page/plain_text.hpp"
#include "page/publication_date.hpp"
#include "page/stated_fields.hpp"
#include "prose/language.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <utility>

namespace salient::page {

namespace {

bool ends_with(std::string_view path, std::string_view ending) {
    return path.size() >= ending.size() && path.substr(path.size() - ending.size()) == ending;
}

bool has_text(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0
               || (static_cast<unsigned char>(c) & 0x80U) != 0;
    });
}

/// Pages that scripts fill have their text in JSON-LD only: a paragraph a line, without runs.
void use_stated_body(const std::string& stated, Article& article) {
    article.text.clear();
    article.blocks.clear();
    article.runs.clear();
    BlockWriter writer({}, article);
    for (std::size_t at = 0; at < stated.size();) {
        const std::size_t end = std::min(stated.find('\n', at), stated.size());
        writer.begin(BlockKind::Paragraph);
        writer.text(std::string_view(stated).substr(at, end - at), {});
        at = end + 1;
    }
}

void read_html(std::string_view html, Article& article) {
    const HtmlTree tree(html);
    const std::string stated_body = read_html_metadata(tree, article);
    append_html_body(tree, article);
    if (body_text(article).size() * 2 < stated_body.size()
        && stated_body.find("</") == std::string::npos) {
        use_stated_body(stated_body, article);
    }
}

void shift_runs(Article& article, std::size_t by) {
    for (SourceRun& run : article.runs) {
        run.source_begin += by;
    }
}

/// The address, then the file's name: "2025-01-12-kursk.txt", "page_20250112T101500Z.html".
void read_date_of_address(Article& article) {
    const std::string name = std::filesystem::path(article.path).filename().string();
    article.published_evidence = {};
    if (const auto in_url = date_in_url(article.url)) {
        article.published = in_url;
        article.published_evidence = {article.url, "url"};
    } else if (const auto in_name = date_in_url(name)) {
        article.published = in_name;
        article.published_evidence = {name, "file name"};
    }
}

void finish(Article& article, const PageHints& hints) {
    // Templates often state the language of the site's start page; the text knows better.
    if (std::string language = prose::detect_language(article.text); !language.empty()) {
        article.language = std::move(language);
    }
    if (!article.published) {
        for (const Block& block : article.blocks) {
            if (block.kind == BlockKind::Paragraph) {
                read_dateline(
                    std::string_view(article.text).substr(block.begin, block.end - block.begin),
                    article);
                break;
            }
        }
    }
    if (hints.published) {
        article.published = hints.published;
        article.published_evidence = {"", "option"};
    } else if (!article.published) {
        read_date_of_address(article);
    }
}

Article start(const PageHints& hints) {
    Article article;
    article.id = hints.id;
    article.path = hints.path;
    article.url = hints.url;
    return article;
}

Article read_single(std::string_view text, PageFormat format, const PageHints& hints) {
    Article article = start(hints);
    if (format == PageFormat::Html) {
        read_html(text, article);
    } else if (format == PageFormat::Markdown) {
        read_markdown(text, article);
    } else {
        read_plain_text(text, article);
    }
    return article;
}

Article read_item(const FeedItem& item, const Feed& feed, const PageHints& hints) {
    Article article = start(hints);
    article.url = item.link;
    article.author = item.author;
    article.publisher = feed.title;
    set_published(article, item.date, "feed");
    read_html(item.html, article);
    set_if_empty(article.title, item.title);
    if (!item.html_begin) {
        article.runs.clear();
    }
    shift_runs(article, item.html_begin.value_or(0));
    if (article.text.empty()) {
        article.text = item.title;
        article.blocks = {{BlockKind::Title, 0, item.title.size()}};
    }
    return article;
}

std::vector<Article> read_items(std::string_view text, const PageHints& hints) {
    const Feed feed = read_feed(text);
    std::vector<Article> articles;
    for (const FeedItem& item : feed.items) {
        PageHints own = hints;
        own.id += "-" + std::to_string(articles.size() + 1);
        articles.push_back(read_item(item, feed, own));
    }
    return articles;
}

base::Error no_page(const char* found, const PageHints& hints) {
    return {
        base::ErrorCode::BadFormat,
        std::string("Expected a page of text, found ") + found,
        hints.path};
}

}  // namespace

PageFormat guess_format(std::string_view bytes, std::string_view path) {
    if (ends_with(path, ".md") || ends_with(path, ".markdown")) {
        return PageFormat::Markdown;
    }
    std::string head(bytes.substr(0, 2048));
    std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    if (is_feed(bytes)) {
        return PageFormat::Feed;
    }
    static constexpr std::array<std::string_view, 7> kMarks =
        {"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>"};
    const bool html = std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
        return head.find(mark) != std::string::npos;
    });
    const bool named_html =
        ends_with(path, ".html") || ends_with(path, ".htm") || ends_with(path, ".xhtml");
    return html || (named_html && head.find('<') != std::string::npos) ? PageFormat::Html
                                                                       : PageFormat::PlainText;
}

base::Result<std::vector<Article>> read_pages(std::string_view bytes, const PageHints& hints) {
    if (looks_binary(bytes)) {
        return no_page("binary data", hints);
    }
    const auto saved = read_mhtml(bytes);
    const Decoded decoded =
        saved ? decode_page(saved->bytes, saved->charset) : decode_page(bytes, {});
    if (!has_text(decoded.text)) {
        return no_page("none", hints);
    }
    const PageFormat format = saved ? PageFormat::Html : guess_format(decoded.text, hints.path);
    std::vector<Article> articles;
    if (format == PageFormat::Feed) {
        articles = read_items(decoded.text, hints);
    } else {
        articles.push_back(read_single(decoded.text, format, hints));
    }
    if (articles.empty()) {
        return no_page("a feed without items", hints);
    }
    for (Article& article : articles) {
        if (saved) {
            article.runs.clear();
            set_if_empty(article.url, saved->url);
        }
        shift_runs(article, bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0);
        finish(article, hints);
    }
    return articles;
}

base::Result<Article> read_page(std::string_view bytes, const PageHints& hints) {
    auto articles = read_pages(bytes, hints);
    if (!articles) {
        return articles.error();
    }
    return std::move(articles->front());
}

std::string body_text(const Article& article) {
    std::string out;
    for (const Block& block : article.blocks) {
        const bool body = block.kind != BlockKind::Boilerplate && block.kind != BlockKind::Title
                          && block.kind != BlockKind::Caption;
        if (!body) {
            continue;
        }
        if (!out.empty()) {
            out += "\n\n";
        }
        out.append(article.text, block.begin, block.end - block.begin);
    }
    return out;
}

}  // namespace salient::page
