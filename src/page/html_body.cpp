#include "page/html_body.hpp"

#include "page/html_score.hpp"
#include "page/html_tree.hpp"

#include <gumbo.h>

#include <string>

namespace salient::page {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// Writes blocks of text one after another, folding white space and remembering where each byte came from.
class BlockWriter {
public:
    BlockWriter(std::string_view html, Article& article) : html_(html), article_(article) {}

    void begin(BlockKind kind) {
        end();
        kind_ = kind;
    }

    void text(const GumboNode& node) {
        const std::string_view decoded = node.v.text.text;
        const GumboStringPiece& original = node.v.text.original_text;
        const std::string_view source(original.data, original.length);
        std::size_t at = 0;
        for (std::size_t i = 0; i < decoded.size(); ++i) {
            const bool same = at < source.size() && source[at] == decoded[i];
            put(decoded[i],
                same ? std::optional<std::size_t>(
                    static_cast<std::size_t>(source.data() + at - html_.data()))
                     : std::nullopt);
            advance(decoded, i, source, at);
        }
    }

    void space() { put(' ', std::nullopt); }

    void end() {
        std::string& text = article_.text;
        while (open_ && text.size() > begin_ && is_space(text.back())) {
            text.pop_back();
        }
        if (open_ && text.size() > begin_) {
            article_.blocks.push_back({kind_, begin_, text.size()});
        }
        if (!article_.runs.empty()) {
            SourceRun& last = article_.runs.back();
            if (last.text_begin + last.length > text.size()) {
                last.length = text.size() > last.text_begin ? text.size() - last.text_begin : 0;
            }
        }
        open_ = false;
    }

private:
    std::string_view html_;
    Article& article_;
    BlockKind kind_ = BlockKind::Paragraph;
    bool open_ = false;
    std::size_t begin_ = 0;

    /// Moves `at` in the source behind what gave decoded[i]; an entity gives one character of one to four bytes.
    static void
    advance(std::string_view decoded, std::size_t i, std::string_view source, std::size_t& at) {
        if (at >= source.size()) {
            return;
        }
        if (source[at] == decoded[i] && source[at] != '&') {
            ++at;
            return;
        }
        const bool last_byte = i + 1 >= decoded.size()
                               || (static_cast<unsigned char>(decoded[i + 1]) & 0xC0U) != 0x80U;
        if (source[at] != '&' || !last_byte) {
            return;
        }
        const std::size_t semicolon = source.find(';', at);
        at = semicolon != std::string_view::npos && semicolon - at < 12 ? semicolon + 1 : at + 1;
    }

    void put(char c, std::optional<std::size_t> source) {
        std::string& text = article_.text;
        if (!open_) {
            if (is_space(c)) {
                return;
            }
            if (!text.empty()) {
                text += "\n\n";
            }
            open_ = true;
            begin_ = text.size();
        }
        if (is_space(c)) {
            if (text.size() > begin_ && text.back() == ' ') {
                return;
            }
            c = ' ';
        }
        if (source) {
            remember(text.size(), *source);
        }
        text.push_back(c);
    }

    void remember(std::size_t text_at, std::size_t source_at) {
        if (!article_.runs.empty()) {
            SourceRun& last = article_.runs.back();
            if (last.text_begin + last.length == text_at
                && last.source_begin + last.length == source_at) {
                ++last.length;
                return;
            }
        }
        article_.runs.push_back({text_at, source_at, 1});
    }
};

BlockKind kind_of(GumboTag tag, BlockKind around) {
    switch (tag) {
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
            return BlockKind::Heading;
        case GUMBO_TAG_LI:
            return BlockKind::ListItem;
        case GUMBO_TAG_BLOCKQUOTE:
            return BlockKind::Quote;
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FIGCAPTION:
            return BlockKind::Caption;
        default:
            return around;
    }
}

/// Lists of links, lines of links and empty shells inside the body are furniture too.
bool is_link_list(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DIV
        || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_TABLE) {
        const TextSize size = text_size(node);
        return size.length > 0 && size.link_share() > 0.6;
    }
    if (tag == GUMBO_TAG_P) {
        const TextSize size = text_size(node);
        return size.length > 0 && size.link_share() > 0.9 && size.length < 200;
    }
    return false;
}

void walk(const GumboNode& node, BlockKind kind, BlockWriter& writer) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) {
        writer.text(node);
        return;
    }
    if (node.type == GUMBO_NODE_WHITESPACE) {
        writer.space();
        return;
    }
    if (node.type != GUMBO_NODE_ELEMENT || is_furniture(node) || is_link_list(node)) {
        return;
    }
    const GumboTag tag = node.v.element.tag;
    const bool block = is_block_tag(tag);
    const BlockKind inner = kind_of(tag, kind);
    if (block) {
        writer.begin(inner);
    }
    for (const GumboNode* child : children(node)) {
        walk(*child, inner, writer);
        if (child->type == GUMBO_NODE_ELEMENT && is_block_tag(child->v.element.tag)) {
            writer.begin(inner);
        }
    }
    if (block) {
        writer.end();
    }
}

}  // namespace

void append_html_body(const GumboInternalNode& root, std::string_view html, Article& article) {
    BlockWriter writer(html, article);
    for (const GumboNode* node : find_body(root)) {
        writer.begin(BlockKind::Paragraph);
        walk(*node, BlockKind::Paragraph, writer);
    }
    writer.end();
    // Headings that nothing follows belong to what came after the article.
    while (!article.blocks.empty() && article.blocks.back().kind == BlockKind::Heading) {
        article.text.resize(
            article.blocks.size() > 1 ? article.blocks[article.blocks.size() - 2].end : 0);
        article.blocks.pop_back();
    }
    while (!article.runs.empty() && article.runs.back().text_begin >= article.text.size()) {
        article.runs.pop_back();
    }
}

}  // namespace salient::page
