#include "page/plain_text.hpp"

#include "page/publication_date.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace salient::page {

namespace {

constexpr std::size_t kLongLine = 110;     // bytes; longer lines are paragraphs of their own
constexpr std::size_t kHeaderBlocks = 12;  // where title and date are looked for

/// Lines that stand around articles. A line is one of them when it starts with the phrase.
constexpr std::array<std::string_view, 44> kFurniture = {
    "leave a reply",
    "related articles",
    "related stories",
    "related news",
    "most popular",
    "most read",
    "please enter your",
    "read more",
    "read also",
    "share this",
    "share on",
    "subscribe",
    "sign up",
    "sign in",
    "log in",
    "advertisement",
    "all rights reserved",
    "previous article",
    "next article",
    "copyright",
    "©",
    "cookie",
    "we use cookies",
    "accept all",
    "follow us",
    "click here",
    "skip to",
    "tags:",
    "filed under",
    "save my name",
    "cancel reply",
    "post comment",
    "editor's picks",
    "trending",
    "recommended",
    "you may also like",
    "comments",
    "newsletter",
    "читайте також",
    "читайте также",
    "підписуйтесь",
    "подписывайтесь",
    "поширити",
    "поделиться"};
/// From these on, nothing is the article.
constexpr std::array<std::string_view, 10> kEndings = {
    "leave a reply",
    "related articles",
    "related stories",
    "related news",
    "most popular",
    "you may also like",
    "editor's picks",
    "post comment",
    "читайте також",
    "читайте также"};

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;  // trimmed
};

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return out;
}

template <std::size_t N>
bool starts_with_any(std::string_view line, const std::array<std::string_view, N>& phrases) {
    const std::string lower = lower_ascii(line.substr(0, 64));
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
        return lower.compare(0, phrase.size(), phrase) == 0;
    });
}

bool ends_like_a_sentence(std::string_view line) {
    static constexpr std::array<std::string_view, 12> kEnds =
        {".", "!", "?", ":", ";", "\"", ")", "…", "”", "»", "’", "—"};
    return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) {
        return line.size() >= end.size() && line.substr(line.size() - end.size()) == end;
    });
}

std::size_t count_words(std::string_view line) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : line) {
        const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
        words += !space && !inside ? 1U : 0U;
        inside = !space;
    }
    return words;
}

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t newline = std::min(text.find('\n', at), text.size());
        std::size_t begin = at;
        std::size_t end = newline;
        while (begin < end && std::isspace(static_cast<unsigned char>(text[begin])) != 0) {
            ++begin;
        }
        while (end > begin && std::isspace(static_cast<unsigned char>(text[end - 1])) != 0) {
            --end;
        }
        lines.push_back({begin, end});
        at = newline + 1;
    }
    return lines;
}

/// Lines between blank ones: one paragraph when it was wrapped by hand, else a paragraph a line.
void add_group(const std::vector<Line>& group, std::string_view text, std::vector<Block>& blocks) {
    const bool wrapped =
        group.size() > 1 && std::all_of(group.begin(), group.end() - 1, [&](const Line& line) {
            const std::size_t length = line.end - line.begin;
            return length >= 45 && length <= kLongLine;
        });
    if (wrapped) {
        blocks.push_back({BlockKind::Paragraph, group.front().begin, group.back().end});
        return;
    }
    for (const Line& line : group) {
        const std::string_view content = text.substr(line.begin, line.end - line.begin);
        const bool item = content.size() > 2
                          && (content.substr(0, 2) == "- " || content.substr(0, 2) == "* "
                              || content.substr(0, 3) == "•");
        blocks.push_back({item ? BlockKind::ListItem : BlockKind::Paragraph, line.begin, line.end});
    }
}

std::vector<Block> split_blocks(std::string_view text) {
    std::vector<Block> blocks;
    std::vector<Line> group;
    for (const Line& line : split_lines(text)) {
        if (line.end > line.begin) {
            group.push_back(line);
            continue;
        }
        if (!group.empty()) {
            add_group(group, text, blocks);
            group.clear();
        }
    }
    if (!group.empty()) {
        add_group(group, text, blocks);
    }
    return blocks;
}

std::string_view of(std::string_view text, const Block& block) {
    return text.substr(block.begin, block.end - block.begin);
}

bool is_sentence_block(std::string_view content) {
    return content.size() > kLongLine
           || (ends_like_a_sentence(content) && count_words(content) >= 5);
}

/// A line of header that is a date, with little else.
bool is_date_line(std::string_view content) {
    return count_words(content) <= 12 && content.size() < 120
           && parse_publication_date(content).has_value();
}

void mark_boilerplate(std::string_view text, std::vector<Block>& blocks) {
    bool ended = false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::string_view content = of(text, blocks[i]);
        ended =
            ended || (i > 2 && !is_sentence_block(content) && starts_with_any(content, kEndings));
        const bool furniture = content.size() < 200 && starts_with_any(content, kFurniture);
        if (ended || furniture) {
            blocks[i].kind = BlockKind::Boilerplate;
        } else if (!is_sentence_block(content) && blocks[i].kind == BlockKind::Paragraph) {
            blocks[i].kind = BlockKind::Heading;
        }
    }
    // Three short lines in a row are a menu, not headings.
    for (std::size_t i = 0; i < blocks.size();) {
        std::size_t j = i;
        while (j < blocks.size() && blocks[j].kind == BlockKind::Heading) {
            ++j;
        }
        if (j - i >= 4 || j == blocks.size()) {
            for (std::size_t k = i; k < j; ++k) {
                blocks[k].kind = BlockKind::Boilerplate;
            }
        }
        i = std::max(j, i + 1);
    }
}

/// The headline: the last short line before the first paragraph that is not a date and has three words or more.
void find_title(std::string_view text, Article& article) {
    std::vector<Block>& blocks = article.blocks;
    std::optional<std::size_t> title;
    for (std::size_t i = 0; i < std::min(blocks.size(), kHeaderBlocks); ++i) {
        const std::string_view content = of(text, blocks[i]);
        if (is_sentence_block(content) && title) {
            break;
        }
        const bool short_line =
            !is_sentence_block(content) && content.size() < 250 && !is_date_line(content);
        if (short_line && count_words(content) >= 3 && !starts_with_any(content, kFurniture)
            && !title) {
            title = i;
        }
        // "HomeNewsHeadline" in front of the headline itself is a trail of links.
        if (title && i > *title && short_line && content.size() > 20
            && of(text, blocks[*title]).find(content) != std::string_view::npos) {
            title = i;
        }
    }
    if (!title) {
        return;
    }
    for (std::size_t i = 0; i < *title; ++i) {
        blocks[i].kind = BlockKind::Boilerplate;
    }
    blocks[*title].kind = BlockKind::Title;
    if (article.title.empty()) {
        article.title = std::string(of(text, blocks[*title]));
    }
}

void find_date(std::string_view text, Article& article) {
    for (std::size_t i = 0; i < std::min(article.blocks.size(), kHeaderBlocks); ++i) {
        Block& block = article.blocks[i];
        const std::string_view content = of(text, block);
        if (!is_date_line(content)) {
            continue;
        }
        if (!article.published) {
            article.published = parse_publication_date(content);
            article.published_evidence = {std::string(content), "first lines"};
        }
        if (block.kind != BlockKind::Title) {
            block.kind = BlockKind::Boilerplate;
        }
    }
}

/// Copies Markdown without its marks, remembering where each byte came from.
class MarkdownStripper {
public:
    explicit MarkdownStripper(std::string_view source) : source_(source) {}

    void run(Article& article) {
        for (std::size_t at = 0; at < source_.size();) {
            at = step(at);
        }
        article.text = std::move(text_);
        article.runs = std::move(runs_);
    }

private:
    std::string_view source_;
    std::string text_;
    std::vector<SourceRun> runs_;

    std::size_t step(std::size_t at) {
        const bool line_start = at == 0 || source_[at - 1] == '\n';
        if (line_start) {
            const std::size_t behind = skip_line_marks(at);
            if (behind > at) {
                return behind;
            }
        }
        const char c = source_[at];
        if (c == '!' && at + 1 < source_.size() && source_[at + 1] == '[') {
            return skip_link(at + 1, false);
        }
        if (c == '[') {
            return skip_link(at, true);
        }
        if (c == '*' || c == '`'
            || (c == '_' && (line_start || source_[at - 1] == ' ' || source_[at - 1] == '_'))) {
            return at + 1;
        }
        copy(at);
        return at + 1;
    }

    std::size_t skip_line_marks(std::size_t at) {
        std::size_t behind = at;
        while (behind < source_.size() && (source_[behind] == '#' || source_[behind] == '>')) {
            ++behind;
        }
        if (behind > at && behind < source_.size() && source_[behind] == ' ') {
            return behind + 1;
        }
        return at;
    }

    /// `[text](address)`: the text alone, or nothing for a picture. Anything else is copied as it is.
    std::size_t skip_link(std::size_t at, bool keep_text) {
        const std::size_t close = source_.find(']', at);
        const bool link = close != std::string_view::npos && close + 1 < source_.size()
                          && source_[close + 1] == '(' && close - at < 1000;
        const std::size_t end = link ? source_.find(')', close) : std::string_view::npos;
        if (end == std::string_view::npos || end - close > 2000) {
            copy(at);
            return at + 1;
        }
        for (std::size_t i = at + 1; keep_text && i < close; ++i) {
            if (source_[i] != '*' && source_[i] != '`') {
                copy(i);
            }
        }
        return end + 1;
    }

    void copy(std::size_t at) {
        if (!runs_.empty() && runs_.back().source_begin + runs_.back().length == at
            && runs_.back().text_begin + runs_.back().length == text_.size()) {
            ++runs_.back().length;
        } else {
            runs_.push_back({text_.size(), at, 1});
        }
        text_.push_back(source_[at]);
    }
};

void find_blocks(Article& article) {
    const std::string_view text = article.text;
    article.blocks = split_blocks(text);
    mark_boilerplate(text, article.blocks);
    find_title(text, article);
    find_date(text, article);
}

}  // namespace

void read_plain_text(std::string_view text, Article& article) {
    article.text = std::string(text);
    article.runs = {{0, 0, text.size()}};
    find_blocks(article);
}

void read_markdown(std::string_view text, Article& article) {
    MarkdownStripper(text).run(article);
    find_blocks(article);
}

}  // namespace salient::page
