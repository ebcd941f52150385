#include "page/html_meta.hpp"

#include "page/entities.hpp"
#include "page/html_names.hpp"
#include "page/line_marks.hpp"
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

constexpr auto kDateNames = std::to_array<std::string_view>(
    {"og:published_time",
     "pubdate",
     "publishdate",
     "publish-date",
     "publish_date",
     "date",
     "dc.date",
     "dc.date.issued",
     "dc.date.created",
     "dcterms.created",
     "dcterms.issued",
     "sailthru.date",
     "parsely-pub-date",
     "publication_date",
     "article.published",
     "mediator_published_time"});
/// In name_words() of elements that hold a date of publication.
constexpr auto kNamedDates = std::to_array<std::string_view>(
    {" date ",
     " post date",
     " published",
     " publish ",
     " pubdate",
     " posted",
     " datetime",
     " time ",
     " entry date",
     " timestamp"});

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
        return value.contains(name) ? decode_entities(string_of(value[name])) : std::string();
    };
    set_published(article, field("datePublished"), "json-ld");
    set_if_empty(article.title, field("headline"));
    set_if_empty(article.publisher, field("publisher"));
    set_if_empty(article.author, field("author"));
    set_if_empty(article.url, field("url"));
    set_if_empty(body, field("articleBody"));
}

class MetaReader {
public:
    MetaReader(const HtmlTree& tree, Article& article) : tree_(tree), article_(article) {}

    std::string run() {
        for (std::size_t i = 0; i < tree_.size(); ++i) {
            if (tree_[i].kind == Node::Kind::Element) {
                visit(i);
            }
        }
        set_published(article_, meta_date_, "meta");
        set_published(article_, time_element_, "time element");
        set_published(article_, named_date_, "first lines");
        set_if_empty(article_.title, heading_);
        set_if_empty(article_.title, without_site(window_title_));
        return std::move(body_);
    }

private:
    const HtmlTree& tree_;
    Article& article_;
    std::string body_;  // as JSON-LD gives it
    // Candidates that count only when nothing better was found.
    std::string meta_date_;
    std::string time_element_;
    std::string named_date_;  // in an element that is called "date" or "published"
    std::string heading_;
    std::string window_title_;

    void visit(std::size_t node) {
        switch (tree_[node].tag) {
            case GUMBO_TAG_HTML:
                article_.language = std::string(tree_.attribute(node, "lang").substr(0, 2));
                break;
            case GUMBO_TAG_META:
                read_meta(node);
                break;
            case GUMBO_TAG_SCRIPT:
                if (tree_.attribute(node, "type") == "application/ld+json") {
                    read_json_ld_script(node);
                }
                break;
            case GUMBO_TAG_LINK:
                if (tree_.attribute(node, "rel") == "canonical") {
                    set_if_empty(article_.url, tree_.attribute(node, "href"));
                }
                break;
            case GUMBO_TAG_TIME:
                if (time_element_.empty()) {
                    const std::string_view stamp = tree_.attribute(node, "datetime");
                    time_element_ = stamp.empty() ? tree_.text_of(node) : std::string(stamp);
                }
                break;
            case GUMBO_TAG_H1:
                set_if_empty(heading_, tree_.text_of(node));
                break;
            case GUMBO_TAG_TITLE:
                set_if_empty(window_title_, tree_.text_of(node));
                break;
            default:
                read_named_date(node);
                break;
        }
    }

    void read_json_ld_script(std::size_t node) {
        for (std::size_t i = node + 1; i < tree_[node].end; ++i) {
            const json parsed = json::parse(tree_.text(i), nullptr, false, true);
            if (!parsed.is_discarded()) {
                read_json_ld(parsed, article_, body_, 0);
            }
        }
    }

    void read_meta(std::size_t node) {
        std::string name(tree_.attribute(node, "property"));
        for (const char* other : {"name", "itemprop"}) {
            name = name.empty() ? std::string(tree_.attribute(node, other)) : name;
        }
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
            return static_cast<char>(std::tolower(c));
        });
        const std::string_view content = tree_.attribute(node, "content");
        if (name == "article:published_time" || name == "datepublished") {
            set_published(article_, content, "meta");
        } else if (std::find(kDateNames.begin(), kDateNames.end(), name) != kDateNames.end()) {
            set_if_empty(meta_date_, content);
        } else if (name == "og:title" && !content.empty()) {
            article_.title = content;
        } else if (name == "og:site_name") {
            set_if_empty(article_.publisher, content);
        } else if (name == "author" || name == "article:author") {
            set_if_empty(article_.author, content);
        } else if (name == "og:url") {
            set_if_empty(article_.url, content);
        }
    }

    void read_named_date(std::size_t node) {
        static constexpr std::size_t kLongestDate = 60;
        if (!named_date_.empty() || tree_[node].length == 0 || tree_[node].length > kLongestDate) {
            return;
        }
        const std::string words = name_words(tree_, node);
        const bool named = std::any_of(kNamedDates.begin(), kNamedDates.end(), [&](auto word) {
            return words.find(word) != std::string::npos;
        });
        const std::string text = named ? tree_.text_of(node) : std::string();
        if (named && is_date_line(text)) {
            named_date_ = text;
        }
    }

    /// "Headline | Valley Post" without the site's name.
    std::string without_site(const std::string& title) const {
        for (const std::string_view mark : {" | ", " — ", " – ", " - ", " :: "}) {
            const std::size_t at = title.rfind(mark);
            if (at == std::string::npos || at == 0) {
                continue;
            }
            const std::string site = title.substr(at + mark.size());
            if (mark == " | " || mark == " :: " || site == article_.publisher
                || (site.find(' ') == std::string::npos && site.find('.') != std::string::npos)) {
                return title.substr(0, at);
            }
        }
        return title;
    }
};

}  // namespace

std::string read_html_metadata(const HtmlTree& tree, Article& article) {
    return MetaReader(tree, article).run();
}

}  // namespace salient::page
