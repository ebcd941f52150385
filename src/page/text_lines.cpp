#include "page/text_lines.hpp"

#include "base/utf8.hpp"
#include "page/line_marks.hpp"

#include <algorithm>
#include <cctype>

namespace salient::page {

namespace {

// Characters of a line that was wrapped by hand.
constexpr std::size_t kWrapFrom = 45;
constexpr std::size_t kWrapTo = 110;

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;  // trimmed
    const LineNote* note = nullptr;
};

bool is_space(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

std::vector<Line> split_lines(std::string_view text, const std::vector<LineNote>& notes) {
    std::vector<Line> lines;
    auto note = notes.begin();
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t newline = std::min(text.find('\n', at), text.size());
        Line line{at, newline, nullptr};
        while (note != notes.end() && note->begin < at) {
            ++note;
        }
        if (note != notes.end() && note->begin <= newline) {
            line.note = &*note;
        }
        while (line.begin < line.end && is_space(text[line.begin])) {
            ++line.begin;
        }
        while (line.end > line.begin && is_space(text[line.end - 1])) {
            --line.end;
        }
        lines.push_back(line);
        at = newline + 1;
    }
    return lines;
}

bool starts_item(std::string_view content) {
    return content.size() > 2
           && (content.substr(0, 2) == "- " || content.substr(0, 2) == "* "
               || content.substr(0, 3) == "•" || content.substr(0, 4) == "– ");
}

TextBlock block_of(const Line& line, std::string_view text) {
    TextBlock out;
    out.block = {BlockKind::Paragraph, line.begin, line.end};
    if (line.note != nullptr) {
        out.heading_level = line.note->heading_level;
        out.link_length = line.note->link_length;
    }
    if (out.heading_level > 0) {
        out.block.kind = BlockKind::Heading;
    } else if (line.note != nullptr && line.note->is_quote) {
        out.block.kind = BlockKind::Quote;
    } else if (
        (line.note != nullptr && line.note->is_item)
        || starts_item(text.substr(line.begin, line.end - line.begin))) {
        out.block.kind = BlockKind::ListItem;
    }
    return out;
}

class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text) {}

    std::vector<TextBlock> run(const std::vector<LineNote>& notes) {
        for (const Line& line : split_lines(text_, notes)) {
            const bool heading = line.note != nullptr && line.note->heading_level > 0;
            if (line.end == line.begin) {
                flush();
            } else if (heading) {
                flush();
                blocks_.push_back(block_of(line, text_));
            } else {
                group_.push_back(line);
            }
        }
        flush();
        return std::move(blocks_);
    }

private:
    std::string_view text_;
    std::vector<Line> group_;
    bool wrapped_ =
        false;  // every line of the group but the last has about the length of the margin
    std::vector<TextBlock> blocks_;

    void flush() {
        wrapped_ = is_wrapped();
        for (std::size_t i = 0; i < group_.size();) {
            TextBlock block = block_of(group_[i], text_);
            std::size_t next = i + 1;
            while (next < group_.size() && continues(group_[next - 1], group_[next])) {
                block.block.end = group_[next].end;
                block.link_length +=
                    group_[next].note != nullptr ? group_[next].note->link_length : 0U;
                ++next;
            }
            blocks_.push_back(block);
            i = next;
        }
        group_.clear();
    }

    bool fills_the_line(const Line& line) const {
        const std::size_t length =
            base::count_code_points(text_.substr(line.begin, line.end - line.begin));
        return length >= kWrapFrom && length <= kWrapTo;
    }

    bool is_wrapped() const {
        if (group_.size() < 2) {
            return false;
        }
        const Line& last = group_.back();
        const std::string_view end = text_.substr(last.begin, last.end - last.begin);
        // A headline and its date are two lines as well.
        const bool two_of_a_kind =
            group_.size() == 2 && (!ends_like_a_sentence(end) || is_date_line(end));
        return !two_of_a_kind
               && std::all_of(group_.begin(), group_.end() - 1, [&](const Line& line) {
                      return block_of(line, text_).block.kind == BlockKind::ListItem
                             || fills_the_line(line);
                  });
    }

    /// The line before is as long as a wrapped one, and no item starts here.
    bool continues(const Line& before, const Line& line) const {
        const BlockKind kind = block_of(line, text_).block.kind;
        const bool quote_goes_on =
            kind == BlockKind::Quote && before.note != nullptr && before.note->is_quote;
        return wrapped_ && fills_the_line(before)
               && (kind == BlockKind::Paragraph || quote_goes_on);
    }
};

}  // namespace

std::vector<TextBlock> split_blocks(std::string_view text, const std::vector<LineNote>& notes) {
    return Splitter(text).run(notes);
}

}  // namespace salient::page
