#include "page/html_tree.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace salient::page {

namespace {

constexpr std::size_t kMaxDepth = 4000;

constexpr std::array<std::string_view, 14> kVoidTags = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr"};

bool is_name_char(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ':';
}

std::string lower_name(std::string_view html, std::size_t at) {
    std::string name;
    while (at < html.size() && is_name_char(html[at]) && name.size() < 32) {
        name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(html[at++]))));
    }
    return name;
}

/// An upper estimate of the nesting: open tags that have not been closed. `<p>` and `<li>` close themselves.
std::size_t estimate_depth(std::string_view html) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    for (std::size_t at = html.find('<'); at != std::string_view::npos;
         at = html.find('<', at + 1)) {
        const bool closing = at + 1 < html.size() && html[at + 1] == '/';
        const std::string name = lower_name(html, at + (closing ? 2 : 1));
        if (name.empty() || name == "p" || name == "li"
            || std::find(kVoidTags.begin(), kVoidTags.end(), name) != kVoidTags.end()) {
            continue;
        }
        if (closing) {
            depth -= depth > 0 ? 1U : 0U;
        } else {
            deepest = std::max(deepest, ++depth);
        }
    }
    return deepest;
}

void append_text(const GumboNode& node, std::string& out) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) {
        out += node.v.text.text;
    } else if (node.type == GUMBO_NODE_WHITESPACE) {
        out += ' ';
    }
    for (const GumboNode* child : children(node)) {
        if (!is_element(*child, GUMBO_TAG_SCRIPT) && !is_element(*child, GUMBO_TAG_STYLE)) {
            append_text(*child, out);
        }
    }
    if (node.type == GUMBO_NODE_ELEMENT && is_block_tag(node.v.element.tag)) {
        out += ' ';
    }
}

}  // namespace

GumboTree parse_html(std::string_view html) {
    if (estimate_depth(html) > kMaxDepth) {
        return nullptr;
    }
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    return GumboTree(gumbo_parse_with_options(&options, html.data(), html.size()));
}

std::string_view attribute(const GumboNode& node, const char* name) {
    if (node.type != GUMBO_NODE_ELEMENT) {
        return {};
    }
    const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_element(const GumboNode& node, GumboTag tag) {
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

std::vector<const GumboNode*> children(const GumboNode& node) {
    std::vector<const GumboNode*> out;
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE
        && node.type != GUMBO_NODE_DOCUMENT) {
        return out;
    }
    const GumboVector& list =
        node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
    out.reserve(list.length);
    for (unsigned int i = 0; i < list.length; ++i) {
        out.push_back(static_cast<const GumboNode*>(list.data[i]));
    }
    return out;
}

std::string text_of(const GumboNode& node) {
    std::string raw;
    append_text(node, raw);
    std::string out;
    for (const char c : raw) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (!space) {
            out.push_back(c);
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    while (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

std::string class_and_id(const GumboNode& node) {
    std::string out(attribute(node, "class"));
    out += ' ';
    out += attribute(node, "id");
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return out;
}

bool has_any(std::string_view text, const std::vector<std::string_view>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

bool is_block_tag(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_BR:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_P:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_UL:
            return true;
        default:
            return false;
    }
}

}  // namespace salient::page
