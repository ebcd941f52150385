#include "page/html_prose.hpp"

#include <string_view>

namespace salient::page {

namespace {

constexpr std::size_t kLongBlock = 80;      // bytes of text without spaces
constexpr std::size_t kShortSentence = 25;  // when it ends like a sentence

/// A block's own text, without that of blocks inside.
struct Own {
    std::size_t length = 0;
    std::size_t links = 0;
    bool sentence = false;
};

bool ends_sentence(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '"')) {
        text.remove_suffix(1);
    }
    return !text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == '?');
}

std::vector<Own> own_text(const HtmlTree& tree, const std::vector<bool>& left_out) {
    std::vector<std::size_t> block(tree.size(), 0);
    std::vector<bool> in_link(tree.size(), false);
    std::vector<Own> own(tree.size());
    for (std::size_t i = 1; i < tree.size(); ++i) {
        const Node& node = tree[i];
        block[i] = is_block_tag(node.tag) ? i : block[node.parent];
        in_link[i] = node.tag == GUMBO_TAG_A || in_link[node.parent];
        if (node.kind != Node::Kind::Text || left_out[i]) {
            continue;
        }
        Own& text = own[block[i]];
        text.length += node.length;
        text.links += in_link[i] ? node.length : 0U;
        text.sentence = node.length > 0 ? ends_sentence(tree.text(i)) : text.sentence;
    }
    return own;
}

}  // namespace

std::vector<std::size_t> prose_below(const HtmlTree& tree, const std::vector<bool>& left_out) {
    const std::vector<Own> own = own_text(tree, left_out);
    std::vector<std::size_t> prose(tree.size(), 0);
    for (std::size_t i = tree.size(); i-- > 1;) {
        const Own& text = own[i];
        const bool long_enough =
            text.length >= kLongBlock || (text.sentence && text.length >= kShortSentence);
        if (long_enough && text.links * 2 < text.length) {
            prose[i] += text.length - text.links;
        }
        prose[tree[i].parent] += prose[i];
    }
    return prose;
}

}  // namespace salient::page
