#include "page/html_meta.hpp"

#include "page/stated_fields.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace salient::page {

namespace {

using nlohmann::json;

std::string string_of(const json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_object() && value.contains("name")) {
        return string_of(value["name"]);
    }
    if (value.is_array() && !value.empty()) {
        return string_of(value.front());
    }
    return {};
}

bool is_article_type(const std::string& type) {
    return type.find("Article") != std::string::npos || type.find("Posting") != std::string::npos
           || type == "Report";
}

void read_json_ld(const json& value, Article& article, std::string& body, int depth) {
    if (depth > 6) {
        return;
    }
    if (value.is_array()) {
        for (const json& item : value) {
            read_json_ld(item, article, body, depth + 1);
        }
        return;
    }
    if (!value.is_object()) {
        return;
    }
    if (value.contains("@graph")) {
        read_json_ld(value["@graph"], article, body, depth + 1);
    }
    if (!value.contains("@type") || !is_article_type(string_of(value["@type"]))) {
        return;
    }
    const auto field = [&](const char* name) {
        return value.contains(name) ? string_of(value[name]) : std::string();
    };
    set_published(article, field("datePublished"), "json-ld");
    set_if_empty(article.title, field("headline"));
    set_if_empty(article.publisher, field("publisher"));
    set_if_empty(article.author, field("author"));
    set_if_empty(article.url, field("url"));
    set_if_empty(body, field("articleBody"));
}

void read_script(const HtmlTree& tree, std::size_t node, Article& article, std::string& body) {
    if (tree.attribute(node, "type") != "application/ld+json") {
        return;
    }
    for (std::size_t i = node + 1; i < tree[node].end; ++i) {
        const json parsed = json::parse(tree.text(i), nullptr, false, true);
        if (!parsed.is_discarded()) {
            read_json_ld(parsed, article, body, 0);
        }
    }
}

/// Candidates that count only when nothing better was found.
struct Weaker {
    std::string time_element;
    std::string heading;
    std::string window_title;
    std::string meta_date;
};

void read_meta(const HtmlTree& tree, std::size_t node, Article& article, Weaker& weaker) {
    std::string name(tree.attribute(node, "property"));
    if (name.empty()) {
        name = tree.attribute(node, "name");
    }
    if (name.empty()) {
        name = tree.attribute(node, "itemprop");
    }
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    const std::string content(tree.attribute(node, "content"));
    static constexpr auto kDates = std::to_array<std::string_view>(
        {"article:published_time",
         "datepublished",
         "og:published_time",
         "pubdate",
         "publishdate",
         "date",
         "dc.date",
         "dc.date.issued",
         "sailthru.date",
         "parsely-pub-date",
         "publication_date",
         "dcterms.created"});
    if (std::find(kDates.begin(), kDates.end(), name) != kDates.end()) {
        if (name == "article:published_time" || name == "datepublished") {
            set_published(article, content, "meta");
        } else if (weaker.meta_date.empty()) {
            weaker.meta_date = content;
        }
    } else if (name == "og:title") {
        article.title = content;
    } else if (name == "og:site_name") {
        set_if_empty(article.publisher, content);
    } else if (name == "author" || name == "article:author") {
        set_if_empty(article.author, content);
    } else if (name == "og:url") {
        set_if_empty(article.url, content);
    }
}

void visit(
    const HtmlTree& tree,
    std::size_t node,
    Article& article,
    Weaker& weaker,
    std::string& body) {
    switch (tree[node].tag) {
        case GUMBO_TAG_HTML:
            article.language = std::string(tree.attribute(node, "lang").substr(0, 2));
            break;
        case GUMBO_TAG_META:
            read_meta(tree, node, article, weaker);
            break;
        case GUMBO_TAG_SCRIPT:
            read_script(tree, node, article, body);
            break;
        case GUMBO_TAG_LINK:
            if (tree.attribute(node, "rel") == "canonical") {
                set_if_empty(article.url, std::string(tree.attribute(node, "href")));
            }
            break;
        case GUMBO_TAG_TIME:
            if (weaker.time_element.empty()) {
                const std::string_view stamp = tree.attribute(node, "datetime");
                weaker.time_element = stamp.empty() ? tree.text_of(node) : std::string(stamp);
            }
            break;
        case GUMBO_TAG_H1:
            set_if_empty(weaker.heading, tree.text_of(node));
            break;
        case GUMBO_TAG_TITLE:
            set_if_empty(weaker.window_title, tree.text_of(node));
            break;
        default:
            break;
    }
}

}  // namespace

std::string read_html_metadata(const HtmlTree& tree, Article& article) {
    Weaker weaker;
    std::string body;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        visit(tree, i, article, weaker, body);
    }
    set_published(article, weaker.meta_date, "meta");
    set_published(article, weaker.time_element, "time element");
    set_if_empty(article.title, weaker.heading);
    set_if_empty(article.title, weaker.window_title);
    return body;
}

}  // namespace salient::page
