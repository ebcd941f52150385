#include "page/article.hpp"

#include "page/charset.hpp"
#include "page/html_body.hpp"
#include "page/html_meta.hpp"
#include "page/html_tree.hpp"
#include "page/plain_text.hpp"
#include "page/publication_date.hpp"

#include <algorithm>
#include <array>
#include <cctype>

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

/// Pictures, archives and programs hold many NUL bytes; text in UTF-16 starts with a byte order mark.
bool looks_binary(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    const bool utf16 = head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF";
    return !utf16 && head.find('\0') != std::string_view::npos;
}

void read_html(std::string_view html, Article& article) {
    const HtmlTree tree(html);
    const std::string stated_body = read_html_metadata(tree, article);
    append_html_body(tree, stated_body, article);
}

/// Byte order marks move offsets by their length; nothing else is cut off in front.
void shift_runs(Article& article, std::size_t by) {
    for (SourceRun& run : article.runs) {
        run.source_begin += by;
    }
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

base::Result<Article> read_page(std::string_view bytes, const PageHints& hints) {
    if (looks_binary(bytes)) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected a page of text, found binary data",
            hints.path};
    }
    const Decoded decoded = decode_page(bytes);
    if (!has_text(decoded.text)) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected a page of text, found none",
            hints.path};
    }
    Article article;
    article.id = hints.id;
    article.path = hints.path;
    article.url = hints.url;
    switch (guess_format(decoded.text, hints.path)) {
        case PageFormat::Html:
            read_html(decoded.text, article);
            break;
        case PageFormat::Markdown:
            read_markdown(decoded.text, article);
            break;
        case PageFormat::PlainText:
            read_plain_text(decoded.text, article);
            break;
    }
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
        shift_runs(article, 3);
    }
    if (hints.published) {
        article.published = hints.published;
        article.published_evidence = {"", "option"};
    } else if (!article.published) {
        article.published = date_in_url(article.url);
        article.published_evidence = {
            article.published ? article.url : "",
            article.published ? "url" : ""};
    }
    return article;
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
