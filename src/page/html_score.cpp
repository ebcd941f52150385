#include "page/html_score.hpp"

#include "page/html_tree.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_map>

namespace salient::page {

namespace {

using Words = std::vector<std::string_view>;

const Words& furniture_words() {
    static const Words kWords = {
        "comment",       "disqus",          "share",       "social",     "related",
        "sidebar",       "breadcrumb",      "newsletter",  "subscri",    "promo",
        "sponsor",       "advert",          "cookie",      "gdpr",       "popup",
        "modal",         "outbrain",        "taboola",     "recirc",     "nav",
        "menu",          "footer",          "masthead",    "pagination", "pager",
        "signup",        "sign-up",         "login",       "most-read",  "trending",
        "recommend",     "read-more",       "readmore",    "widget",     "toolbar",
        "byline",        "author-",         "tags",        "tag-list",   "copyright",
        "skip-",         "banner",          "gallery-nav", "hidden",     "print-only",
        "screen-reader", "visually-hidden", "sr-only",     "donat",      "paywall",
        "teaser",        "more-stories",    "also-like",   "rating",     "correction-form"};
    return kWords;
}

const Words& body_words() {
    static const Words kWords =
        {"article", "body", "content", "entry", "main", "story", "post", "text", "column"};
    return kWords;
}

bool is_hidden(const GumboNode& node) {
    if (gumbo_get_attribute(&node.v.element.attributes, "hidden") != nullptr) {
        return true;
    }
    std::string style(attribute(node, "style"));
    style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
    return style.find("display:none") != std::string::npos
           || style.find("visibility:hidden") != std::string::npos
           || attribute(node, "aria-hidden") == "true" || attribute(node, "role") == "navigation"
           || attribute(node, "role") == "complementary";
}

bool is_furniture_tag(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_INPUT:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_AUDIO:
            return true;
        default:
            return false;
    }
}

/// Containers of a whole page are judged by what they hold, not by their names.
bool is_page_sized(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN
           || tag == GUMBO_TAG_ARTICLE;
}

bool is_paragraph(const GumboNode& node) {
    switch (node.v.element.tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_LI:
            return true;
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_SECTION: {
            // A div that is a paragraph: text directly inside, no blocks but <br>.
            bool text = false;
            for (const GumboNode* child : children(node)) {
                if (child->type == GUMBO_NODE_TEXT) {
                    text = true;
                } else if (
                    child->type == GUMBO_NODE_ELEMENT && child->v.element.tag != GUMBO_TAG_BR
                    && is_block_tag(child->v.element.tag)) {
                    return false;
                }
            }
            return text;
        }
        default:
            return false;
    }
}

double name_weight(const GumboNode& node) {
    const std::string names = class_and_id(node);
    double weight = 0;
    if (has_any(names, body_words())) {
        weight += 25;
    }
    if (has_any(names, furniture_words())) {
        weight -= 25;
    }
    const std::string_view property = attribute(node, "itemprop");
    if (property == "articleBody") {
        weight += 60;
    }
    return weight;
}

double start_score(const GumboNode& node) {
    switch (node.v.element.tag) {
        case GUMBO_TAG_ARTICLE:
            return 15 + name_weight(node);
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_SECTION:
            return 5 + name_weight(node);
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_BLOCKQUOTE:
            return 3 + name_weight(node);
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_LI:
            return -3 + name_weight(node);
        default:
            return name_weight(node);
    }
}

class Scorer {
public:
    void visit(const GumboNode& node) {
        if (node.type != GUMBO_NODE_ELEMENT || is_furniture(node)) {
            return;
        }
        if (is_paragraph(node)) {
            add_paragraph(node);
        }
        for (const GumboNode* child : children(node)) {
            visit(*child);
        }
    }

    /// Highest score after links have cost theirs; null when nothing scored.
    const GumboNode* best() {
        const GumboNode* top = nullptr;
        double top_score = 0;
        for (const GumboNode* node : order_) {
            const double score = final_score(*node);
            if (top == nullptr || score > top_score) {
                top = node;
                top_score = score;
            }
        }
        return top;
    }

    double final_score(const GumboNode& node) const {
        const auto found = scores_.find(&node);
        return found == scores_.end() ? 0 : found->second * (1 - text_size(node).link_share());
    }
    bool scored(const GumboNode& node) const { return scores_.count(&node) > 0; }

private:
    std::unordered_map<const GumboNode*, double> scores_;
    std::vector<const GumboNode*> order_;  // as first met: the result never depends on addresses

    void add_paragraph(const GumboNode& node) {
        const std::string text = text_of(node);
        if (text.size() < 25) {
            return;
        }
        const double commas = static_cast<double>(std::count(text.begin(), text.end(), ','));
        const double score = 1 + commas + std::min(static_cast<double>(text.size()) / 100.0, 3.0);
        double divider = 1;
        const GumboNode* holder = node.parent;
        for (int level = 0; level < 4 && holder != nullptr && holder->type == GUMBO_NODE_ELEMENT;
             ++level) {
            if (scores_.try_emplace(holder, start_score(*holder)).second) {
                order_.push_back(holder);
            }
            scores_[holder] += score / divider;
            divider = level == 0 ? 2 : (level + 1) * 3.0;
            holder = holder->parent;
        }
    }
};

bool joins(
    const GumboNode& sibling,
    const Scorer& scorer,
    double threshold,
    const std::string& top_names) {
    if (sibling.type != GUMBO_NODE_ELEMENT || is_furniture(sibling)) {
        return false;
    }
    const std::string names = class_and_id(sibling);
    const double bonus = names.size() > 1 && names == top_names ? threshold : 0;
    if (scorer.scored(sibling) && scorer.final_score(sibling) + bonus >= threshold) {
        return true;
    }
    if (sibling.v.element.tag != GUMBO_TAG_P) {
        return false;
    }
    const TextSize size = text_size(sibling);
    const std::string text = text_of(sibling);
    return (size.length > 80 && size.link_share() < 0.25)
           || (size.length > 0 && size.link_length == 0 && text.find(". ") != std::string::npos);
}

}  // namespace

bool is_furniture(const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT) {
        return false;
    }
    if (is_furniture_tag(node.v.element.tag) || is_hidden(node)) {
        return true;
    }
    if (is_page_sized(node)) {
        return false;
    }
    const std::string names = class_and_id(node);
    if (!has_any(names, furniture_words())) {
        return false;
    }
    // "article-share-body" and the like: a name of both kinds counts when it holds several paragraphs of text.
    return !(
        has_any(names, body_words()) && text_size(node).length > 600
        && text_size(node).link_share() < 0.3);
}

TextSize text_size(const GumboNode& node) {
    TextSize size;
    if (node.type == GUMBO_NODE_TEXT) {
        for (const char* c = node.v.text.text; *c != '\0'; ++c) {
            size.length += *c != ' ' && *c != '\n' && *c != '\t' ? 1 : 0;
        }
        return size;
    }
    if (is_element(node, GUMBO_TAG_SCRIPT) || is_element(node, GUMBO_TAG_STYLE)) {
        return size;
    }
    for (const GumboNode* child : children(node)) {
        const TextSize part = text_size(*child);
        size.length += part.length;
        size.link_length += part.link_length;
    }
    if (is_element(node, GUMBO_TAG_A)) {
        size.link_length = size.length;
    }
    return size;
}

std::vector<const GumboNode*> find_body(const GumboNode& root) {
    Scorer scorer;
    scorer.visit(root);
    const GumboNode* top = scorer.best();
    if (top == nullptr) {
        return {};
    }
    if (top->parent == nullptr || top->parent->type != GUMBO_NODE_ELEMENT) {
        return {top};
    }
    const double threshold = std::max(10.0, scorer.final_score(*top) * 0.2);
    const std::string names = class_and_id(*top);
    std::vector<const GumboNode*> body;
    for (const GumboNode* sibling : children(*top->parent)) {
        if (sibling == top || joins(*sibling, scorer, threshold, names)) {
            body.push_back(sibling);
        }
    }
    return body;
}

}  // namespace salient::page
