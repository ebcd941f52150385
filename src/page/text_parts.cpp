#include "base/utf8.hpp"
#include "page/line_marks.hpp"
#include "page/publication_date.hpp"
#include "page/stated_fields.hpp"
#include "page/text_lines.hpp"

#include <algorithm>
#include <optional>

namespace salient::page {

namespace {

constexpr std::size_t kLongLine = 110;  // characters; longer lines are paragraphs of their own
constexpr std::size_t kHeaderBlocks =
    300;  // a page copied with its menus may have many before the headline
constexpr std::size_t kMenuLines = 4;  // as many short lines in a row are a menu, not headings
constexpr std::size_t kGapLines = 8;   // as many cut a page of menus into regions

class Classifier {
public:
    Classifier(std::vector<TextBlock> blocks, Article& article)
        : article_(article),
          blocks_(std::move(blocks)) {
        for (const TextBlock& block : blocks_) {
            prose_.push_back(is_prose(block));
        }
    }

    void run() {
        find_end_of_header();
        read_fields();
        find_title();
        mark_short_lines();
        mark_menus();
        mark_behind_end();
        keep_main_regions();
        find_dateline();
        for (const TextBlock& block : blocks_) {
            article_.blocks.push_back(block.block);
        }
    }

private:
    Article& article_;
    std::vector<TextBlock> blocks_;
    std::vector<bool> prose_;  // for each block: a paragraph, by its look
    std::size_t header_ = 0;   // blocks before the first paragraph
    std::optional<std::size_t> title_;

    std::string_view content(const TextBlock& block) const {
        return std::string_view(article_.text)
            .substr(block.block.begin, block.block.end - block.block.begin);
    }
    std::string_view content(std::size_t i) const { return content(blocks_[i]); }
    void drop(std::size_t i) { blocks_[i].block.kind = BlockKind::Boilerplate; }
    bool is_dropped(std::size_t i) const { return blocks_[i].block.kind == BlockKind::Boilerplate; }

    bool is_prose(const TextBlock& block) const {
        const std::string_view line = content(block);
        return block.heading_level == 0 && block.link_length * 2 < line.size()
               && !is_furniture_line(line)
               && (base::count_code_points(line) > kLongLine
                   || (ends_like_a_sentence(line) && line.back() != ':' && count_words(line) >= 5));
    }

    void find_end_of_header() {
        while (header_ < std::min(blocks_.size(), kHeaderBlocks) && !prose_[header_]) {
            ++header_;
        }
    }

    /// "Published: 2024-07-30", "- URL: https://…", date lines and bylines around the first paragraph.
    void read_fields() {
        static constexpr std::size_t kBehindHeader =
            6;  // a caption often stands in front of byline and date
        for (std::size_t i = 0; i < std::min(header_ + kBehindHeader, blocks_.size()); ++i) {
            const std::string_view line = content(i);
            if (is_caption_line(line) && blocks_[i].heading_level == 0) {
                blocks_[i].block.kind = BlockKind::Caption;
            } else if (prose_[i]) {
                continue;
            } else if ((i < header_ && read_field(line, article_)) || is_byline(line)) {
                drop(i);
            } else if (is_date_line(line)) {
                set_published(article_, line, "first lines");
                drop(i);
            }
        }
    }

    /// The first heading, or the first short line before the first paragraph, with three words or more.
    void find_title() {
        for (std::size_t i = 0; i < header_; ++i) {
            const std::string_view line = content(i);
            const bool candidate = !is_dropped(i) && count_words(line) >= 3 && line.size() < 250
                                   && blocks_[i].block.kind != BlockKind::ListItem
                                   && blocks_[i].link_length * 2 < line.size()
                                   && !is_furniture_line(line) && line.back() != '.';
            // "HomeNewsHeadline" or "Headline | Paper" in front of the headline itself.
            const bool repeats = title_ && candidate && line.size() > 20
                                 && content(*title_).find(line) != std::string_view::npos;
            const bool better = title_ && candidate && blocks_[i].heading_level > 0
                                && blocks_[*title_].heading_level == 0;
            if (candidate && (!title_ || repeats || better)) {
                title_ = i;
            }
        }
        if (!title_) {
            return;
        }
        for (std::size_t i = 0; i < *title_; ++i) {
            drop(i);
        }
        blocks_[*title_].block.kind = BlockKind::Title;
        if (article_.title.empty()) {
            article_.title = std::string(content(*title_));
        }
    }

    void mark_short_lines() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const std::string_view line = content(i);
            const bool links = line.size() < 200 && blocks_[i].link_length > 0
                               && blocks_[i].link_length + 3 > line.size() * 8 / 10;
            BlockKind& kind = blocks_[i].block.kind;
            if (kind == BlockKind::Title || kind == BlockKind::Boilerplate
                || kind == BlockKind::Caption) {
                continue;
            }
            if (is_furniture_line(line) || links) {
                drop(i);
            } else if (!prose_[i] && kind == BlockKind::Paragraph) {
                kind = BlockKind::Heading;
            }
        }
    }

    /// Short lines in a row are a menu; so are those that the text ends with.
    void mark_menus() {
        const auto is_short = [&](std::size_t i) {
            return blocks_[i].block.kind == BlockKind::Heading || is_dropped(i)
                   || (blocks_[i].block.kind == BlockKind::Quote && !prose_[i]);
        };
        for (std::size_t i = 0; i < blocks_.size();) {
            std::size_t end = i;
            std::size_t open = 0;
            while (end < blocks_.size() && is_short(end)) {
                open += is_dropped(end) ? 0U : 1U;
                ++end;
            }
            if (open >= kMenuLines || end == blocks_.size()) {
                for (std::size_t k = i; k < end; ++k) {
                    drop(k);
                }
            }
            i = std::max(end, i + 1);
        }
    }

    std::size_t prose_bytes(std::size_t begin, std::size_t end) const {
        std::size_t sum = 0;
        for (std::size_t i = begin; i < end; ++i) {
            sum += prose_[i] && !is_dropped(i) ? content(i).size() : 0U;
        }
        return sum;
    }

    /// "Related articles", "Leave a reply": nothing behind it is the article, when most of the text stands before.
    void mark_behind_end() {
        const std::size_t total = prose_bytes(0, blocks_.size());
        std::size_t before = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            before += prose_[i] && !is_dropped(i) ? content(i).size() : 0U;
            if (i > 2 && !prose_[i] && before * 10 >= total * 6 && before > 0
                && is_article_end(content(i))) {
                for (std::size_t k = i; k < blocks_.size(); ++k) {
                    drop(k);
                }
                return;
            }
        }
    }

    /// On a page with more menu than text, small islands of prose between menus are teasers and notices.
    void keep_main_regions() {
        const auto prose = static_cast<std::size_t>(std::count(prose_.begin(), prose_.end(), true));
        if (blocks_.size() < 4 * kGapLines || prose * 2 > blocks_.size()) {
            return;
        }
        struct Region {
            std::size_t begin;
            std::size_t end;
            std::size_t bytes;
        };
        std::vector<Region> regions;
        std::size_t last_prose = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!prose_[i] || is_dropped(i)) {
                continue;
            }
            if (regions.empty() || i - last_prose > kGapLines) {
                regions.push_back({i, i, 0});
            }
            regions.back().end = i + 1;
            regions.back().bytes += content(i).size();
            last_prose = i;
        }
        std::size_t largest = 0;
        for (const Region& region : regions) {
            largest = std::max(largest, region.bytes);
        }
        for (const Region& region : regions) {
            for (std::size_t i = region.begin; region.bytes * 4 < largest && i < region.end; ++i) {
                drop(i);
            }
        }
    }

    /// "KYIV, Jan. 12, 2025 (Agency) — Troops …"
    void find_dateline() {
        for (std::size_t i = 0; i < blocks_.size() && !article_.published; ++i) {
            if (prose_[i] && !is_dropped(i)) {
                read_dateline(content(i), article_);
                return;
            }
        }
    }
};

}  // namespace

void classify_blocks(std::vector<TextBlock> blocks, Article& article) {
    Classifier(std::move(blocks), article).run();
}

}  // namespace salient::page
