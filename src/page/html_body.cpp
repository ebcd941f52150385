#include "page/html_body.hpp"

#include "page/block_writer.hpp"
#include "page/html_clean.hpp"
#include "page/html_score.hpp"

#include <algorithm>
#include <utility>

namespace salient::page {

namespace {

BlockKind kind_of(GumboTag tag, const NameHints& names, BlockKind around) {
    if (around == BlockKind::Caption || names.caption) {
        return BlockKind::Caption;
    }
    if (tag == GUMBO_TAG_H1) {
        return BlockKind::Title;
    }
    if (is_heading_tag(tag)) {
        return BlockKind::Heading;
    }
    switch (tag) {
        case GUMBO_TAG_LI:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
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

/// Cuts the elements of a body into blocks, leaving out furniture and lists of links.
class BlockCollector {
public:
    BlockCollector(const HtmlTree& tree, const PageParts& parts) : tree_(tree), parts_(parts) {}

    std::vector<HtmlBlock> run() {
        for (const std::size_t root : parts_.body) {
            collect(root);
        }
        return std::move(blocks_);
    }

private:
    struct Open {
        std::size_t end;
        BlockKind kind;
        bool block;
    };

    const HtmlTree& tree_;
    const PageParts& parts_;
    std::vector<HtmlBlock> blocks_;
    std::vector<Open> open_;
    HtmlBlock current_;
    bool space_ = false;
    std::size_t link_end_ = 0;

    void collect(std::size_t root) {
        for (std::size_t i = root; i < tree_[root].end;) {
            close_before(i);
            if (parts_.furniture[i] || (i != root && is_link_list(i))) {
                space_ = true;
                i = tree_[i].end;
                continue;
            }
            visit(i);
            ++i;
        }
        close_before(tree_[root].end);
        flush();
    }

    void close_before(std::size_t node) {
        while (!open_.empty() && open_.back().end <= node) {
            if (open_.back().block) {
                flush();
            }
            open_.pop_back();
        }
    }

    void flush() {
        if (!current_.text.empty()) {
            blocks_.push_back(std::move(current_));
        }
        current_ = {};
        space_ = false;
    }

    void visit(std::size_t i) {
        const Node& node = tree_[i];
        if (node.kind == Node::Kind::Space) {
            space_ = true;
        } else if (node.kind == Node::Kind::Text) {
            add_text(i);
        } else if (node.tag == GUMBO_TAG_BR) {
            flush();
        } else {
            open(i);
        }
    }

    void open(std::size_t i) {
        const Node& node = tree_[i];
        const BlockKind around = open_.empty() ? BlockKind::Paragraph : open_.back().kind;
        const BlockKind kind = kind_of(node.tag, parts_.names[i], around);
        const bool cell =
            (node.tag == GUMBO_TAG_TD || node.tag == GUMBO_TAG_TH) && node.length < 60;
        const bool block = (is_block_tag(node.tag) && !cell) || kind != around;
        if (block) {
            flush();
        }
        space_ = space_ || cell;
        link_end_ = node.tag == GUMBO_TAG_A ? node.end : link_end_;
        open_.push_back({node.end, kind, block});
    }

    void add_text(std::size_t i) {
        if (current_.pieces.empty()) {
            current_.kind = open_.empty() ? BlockKind::Paragraph : open_.back().kind;
        }
        current_.pieces.push_back({i, space_});
        const std::size_t before = current_.text.size();
        for (const char c : tree_.text(i)) {
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                space_ = true;
                continue;
            }
            if (space_ && !current_.text.empty()) {
                current_.text += ' ';
            }
            space_ = false;
            current_.text += c;
        }
        current_.link_length += i < link_end_ ? current_.text.size() - before : 0U;
    }

    /// Lists of links, lines of links and empty shells inside the body are furniture too.
    bool is_link_list(std::size_t i) const {
        const Node& node = tree_[i];
        switch (node.tag) {
            case GUMBO_TAG_UL:
            case GUMBO_TAG_OL:
            case GUMBO_TAG_DIV:
            case GUMBO_TAG_SECTION:
            case GUMBO_TAG_TABLE:
                return node.link_length * 10 > node.length * 6;
            case GUMBO_TAG_P:
                return node.link_length * 10 > node.length * 9 && node.length < 200;
            default:
                return false;
        }
    }
};

std::string_view original_text(const GumboNode& node) {
    const GumboStringPiece& piece = node.v.text.original_text;
    return {piece.data, piece.length};
}

}  // namespace

void append_html_body(const HtmlTree& tree, Article& article) {
    const PageParts parts = find_parts(tree);
    std::vector<HtmlBlock> blocks = BlockCollector(tree, parts).run();
    remove_furniture(blocks, article.title);
    BlockWriter writer(tree.source(), article);
    for (const HtmlBlock& block : blocks) {
        if (block.kind == BlockKind::Boilerplate) {
            continue;
        }
        writer.begin(block.kind);
        for (const HtmlPiece& piece : block.pieces) {
            if (piece.space_before) {
                writer.space();
            }
            writer.text(tree.text(piece.node), original_text(*tree[piece.node].source));
        }
    }
    writer.end();
}

}  // namespace salient::page
