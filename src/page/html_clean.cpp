#include "page/html_clean.hpp"

#include "page/line_marks.hpp"

#include <algorithm>
#include <unordered_set>

namespace salient::page {

namespace {

constexpr std::size_t kHeaderBlocks = 8;  // where title, byline and date stand
constexpr std::size_t kTwiceFrom = 60;    // bytes; shorter lines may come twice
constexpr std::size_t kProseFrom = 80;    // bytes of a paragraph without a full stop

bool is_body(const HtmlBlock& block) {
    return block.kind != BlockKind::Boilerplate && block.kind != BlockKind::Caption
           && block.kind != BlockKind::Title;
}

bool is_prose(const HtmlBlock& block) {
    return is_body(block) && block.kind != BlockKind::Heading
           && block.link_length * 2 < block.text.size()
           && (block.text.size() >= kProseFrom
               || (ends_like_a_sentence(block.text) && count_words(block.text) >= 4));
}

/// Letters and digits alone, lower case: "Title | Site" starts with "Title".
std::string skeleton(std::string_view text) {
    std::string out;
    for (const char c : lower_start(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
        }
    }
    return out;
}

void drop(HtmlBlock& block) {
    block.kind = BlockKind::Boilerplate;
}

void drop_lines(std::vector<HtmlBlock>& blocks) {
    for (HtmlBlock& block : blocks) {
        if (is_furniture_line(block.text)) {
            drop(block);
        } else if (block.kind == BlockKind::Paragraph && is_caption_line(block.text)) {
            block.kind = BlockKind::Caption;
        }
    }
}

/// Captions and paragraphs said twice; lists and short lines may repeat.
void drop_repeated(std::vector<HtmlBlock>& blocks) {
    std::unordered_set<std::string> seen;
    for (HtmlBlock& block : blocks) {
        const bool counts = block.kind == BlockKind::Caption || block.kind == BlockKind::Paragraph;
        if (counts && block.text.size() >= kTwiceFrom && ends_like_a_sentence(block.text)
            && !seen.insert(block.text).second) {
            drop(block);
        }
    }
}

void drop_header(std::vector<HtmlBlock>& blocks, std::string_view title) {
    const std::string title_skeleton = skeleton(title);
    for (std::size_t i = 0; i < std::min(blocks.size(), kHeaderBlocks); ++i) {
        HtmlBlock& block = blocks[i];
        if (!is_body(block)) {
            block.kind = block.kind == BlockKind::Title ? BlockKind::Boilerplate : block.kind;
            continue;
        }
        const std::string own = skeleton(block.text);
        const bool says_title = own.size() >= 8 && title_skeleton.compare(0, own.size(), own) == 0;
        if (says_title || is_byline(block.text) || is_date_line(block.text)) {
            drop(block);
        } else if (is_prose(block)) {
            return;
        }
    }
}

/// Everything behind a line that ends articles, when little prose follows it.
void drop_behind_end(std::vector<HtmlBlock>& blocks) {
    std::size_t total = 0;
    for (const HtmlBlock& block : blocks) {
        total += is_prose(block) ? block.text.size() : 0U;
    }
    std::size_t before = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        before += is_prose(blocks[i]) ? blocks[i].text.size() : 0U;
        if (i > 2 && !is_prose(blocks[i]) && is_article_end(blocks[i].text)
            && before * 10 >= total * 7) {
            std::for_each(blocks.begin() + static_cast<std::ptrdiff_t>(i), blocks.end(), drop);
            return;
        }
    }
}

/// Headings and links that nothing follows belong to what came after the article.
void drop_tail(std::vector<HtmlBlock>& blocks) {
    for (std::size_t left = blocks.size(); left > 0; --left) {
        HtmlBlock& block = blocks[left - 1];
        const bool loose =
            block.kind == BlockKind::Heading
            || (block.link_length * 10 >= block.text.size() * 9 && block.text.size() < 200);
        if (is_body(block)) {
            if (!loose) {
                return;
            }
            drop(block);
        }
    }
}

}  // namespace

void remove_furniture(std::vector<HtmlBlock>& blocks, std::string_view title) {
    drop_lines(blocks);
    drop_repeated(blocks);
    drop_header(blocks, title);
    for (HtmlBlock& block : blocks) {
        block.kind = block.kind == BlockKind::Title ? BlockKind::Heading : block.kind;
    }
    drop_behind_end(blocks);
    drop_tail(blocks);
}

}  // namespace salient::page
