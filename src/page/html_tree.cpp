#include "page/html_tree.hpp"

#include "page/tag_filter.hpp"

#include <utility>

namespace salient::page {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

const GumboVector* children_of(const GumboNode& node) {
    switch (node.type) {
        case GUMBO_NODE_DOCUMENT:
            return &node.v.document.children;
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE:
            return &node.v.element.children;
        default:
            return nullptr;
    }
}

/// Nothing for comments.
Node make_node(const GumboNode& source, std::size_t parent) {
    Node node;
    node.source = &source;
    node.parent = parent;
    if (source.type == GUMBO_NODE_ELEMENT || source.type == GUMBO_NODE_TEMPLATE) {
        node.tag = source.v.element.tag;
    } else {
        node.kind = source.type == GUMBO_NODE_WHITESPACE ? Node::Kind::Space : Node::Kind::Text;
    }
    return node;
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) : source_(tame_tags(html)) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    output_.reset(gumbo_parse_with_options(&options, source_.data(), source_.size()));
    flatten();
    measure();
}

void HtmlTree::flatten() {
    struct Open {
        std::size_t node;
        unsigned int next_child;
    };
    std::vector<Open> open;
    nodes_.push_back(make_node(*output_->root, 0));
    open.push_back({0, 0});
    while (!open.empty()) {
        Open& top = open.back();
        const GumboVector* list = children_of(*nodes_[top.node].source);
        if (list == nullptr || top.next_child >= list->length) {
            nodes_[top.node].end = nodes_.size();
            open.pop_back();
            continue;
        }
        const auto* child = static_cast<const GumboNode*>(list->data[top.next_child++]);
        if (child->type != GUMBO_NODE_COMMENT) {
            nodes_.push_back(make_node(*child, top.node));
            open.push_back({nodes_.size() - 1, 0});
        }
    }
}

/// Children stand behind their parents, so one pass from the end sums them up.
void HtmlTree::measure() {
    for (std::size_t i = nodes_.size(); i-- > 0;) {
        Node& node = nodes_[i];
        if (node.kind == Node::Kind::Text) {
            for (const char c : text(i)) {
                node.length += is_space(c) ? 0U : 1U;
            }
        }
        if (node.tag == GUMBO_TAG_A) {
            node.link_length = node.length;
        }
        if (i > 0 && !is_invisible_tag(node.tag)) {
            nodes_[node.parent].length += node.length;
            nodes_[node.parent].link_length += node.link_length;
        }
    }
}

std::string_view HtmlTree::attribute(std::size_t node, const char* name) const {
    if (nodes_[node].kind != Node::Kind::Element) {
        return {};
    }
    const GumboAttribute* found =
        gumbo_get_attribute(&nodes_[node].source->v.element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlTree::has_attribute(std::size_t node, const char* name) const {
    return nodes_[node].kind == Node::Kind::Element
           && gumbo_get_attribute(&nodes_[node].source->v.element.attributes, name) != nullptr;
}

std::string_view HtmlTree::text(std::size_t node) const {
    return nodes_[node].kind == Node::Kind::Text
               ? std::string_view(nodes_[node].source->v.text.text)
               : std::string_view();
}

std::string HtmlTree::text_of(std::size_t node) const {
    std::string out;
    bool space = false;
    for (std::size_t i = node; i < nodes_[node].end; ++i) {
        if (i != node && is_invisible_tag(nodes_[i].tag)) {
            i = nodes_[i].end - 1;
            continue;
        }
        space = space || nodes_[i].kind == Node::Kind::Space || is_block_tag(nodes_[i].tag);
        for (const char c : text(i)) {
            if (is_space(c)) {
                space = true;
                continue;
            }
            if (space && !out.empty()) {
                out.push_back(' ');
            }
            space = false;
            out.push_back(c);
        }
    }
    return out;
}

bool is_heading_tag(GumboTag tag) {
    return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4
           || tag == GUMBO_TAG_H5 || tag == GUMBO_TAG_H6;
}

bool is_invisible_tag(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_TITLE:
        case GUMBO_TAG_IFRAME:
            return true;
        default:
            return false;
    }
}

bool is_block_tag(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_DETAILS:
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
        case GUMBO_TAG_SUMMARY:
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
