#include "page/plain_text.hpp"
#include "page/stated_fields.hpp"
#include "page/text_lines.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace salient::page {

namespace {

constexpr std::size_t kLongestLinkText = 1000;
constexpr std::size_t kLongestAddress = 2000;

/// Copies Markdown without its marks, remembering where each byte came from.
class MarkdownStripper {
public:
    MarkdownStripper(std::string_view source, Article& article)
        : source_(source),
          article_(article) {}

    std::vector<LineNote> run() {
        for (std::size_t at = skip_front_matter(); at < source_.size();) {
            const std::size_t end = std::min(source_.find('\n', at), source_.size());
            line(at, end);
            if (end < source_.size()) {
                copy(end);
            }
            at = end + 1;
        }
        return std::move(notes_);
    }

private:
    std::string_view source_;
    Article& article_;
    std::vector<LineNote> notes_;

    /// Lines between two `---` at the start, as site generators have them.
    std::size_t skip_front_matter() {
        if (source_.substr(0, 4) != "---\n" && source_.substr(0, 5) != "---\r\n") {
            return 0;
        }
        const std::size_t close = source_.find("\n---", 3);
        if (close == std::string_view::npos) {
            return 0;
        }
        for (std::size_t at = source_.find('\n') + 1; at <= close;) {
            const std::size_t end = std::min(source_.find('\n', at), source_.size());
            read_field(source_.substr(at, end - at), article_);
            at = end + 1;
        }
        return std::min(source_.find('\n', close + 1), source_.size());
    }

    void line(std::size_t begin, std::size_t end) {
        const std::string_view content = source_.substr(begin, end - begin);
        if (is_rule(content)) {
            return;
        }
        LineNote note;
        note.begin = article_.text.size();
        std::size_t at = skip_marks(content, note);
        while (at < content.size()) {
            at = step(content, begin, at, note);
        }
        notes_.push_back(note);
    }

    /// `---`, `***`, `===`: a rule, or the underline of a heading.
    static bool is_rule(std::string_view content) {
        std::size_t marks = 0;
        for (const char c : content) {
            if (c == content.front() && (c == '-' || c == '*' || c == '_' || c == '=')) {
                ++marks;
            } else if (c != ' ' && c != '\r') {
                return false;
            }
        }
        return marks >= 3;
    }

    static std::size_t skip_marks(std::string_view content, LineNote& note) {
        const std::size_t start = std::min(content.find_first_not_of(" \t"), content.size());
        std::size_t at = start;
        while (at < content.size() && (content[at] == '#' || content[at] == '>')) {
            note.heading_level += content[at] == '#' ? 1U : 0U;
            note.is_quote = note.is_quote || content[at] == '>';
            ++at;
        }
        const bool marked =
            at > start && (note.is_quote || (at < content.size() && content[at] == ' '));
        if (!marked) {
            note.heading_level = 0;
            note.is_quote = false;
            at = 0;
        }
        const std::string_view rest = content.substr(std::max(at, start));
        note.is_item =
            rest.substr(0, 2) == "- " || rest.substr(0, 2) == "* " || rest.substr(0, 2) == "+ ";
        return at;
    }

    /// Copies or skips what starts at `at` of the line and gives the offset behind it.
    std::size_t step(std::string_view content, std::size_t begin, std::size_t at, LineNote& note) {
        const char c = content[at];
        if (c == '!' && at + 1 < content.size() && content[at + 1] == '[') {
            return link(content, begin, at + 1, false, note);
        }
        if (c == '[') {
            return link(content, begin, at, true, note);
        }
        const bool word_edge = at == 0 || at + 1 >= content.size() || content[at - 1] == ' '
                               || content[at - 1] == '_' || content[at + 1] == ' '
                               || content[at + 1] == '_';
        const bool bullet = c == '*' && note.is_item && at + 1 < content.size()
                            && content[at + 1] == ' ' && content.find_first_not_of(" \t>") == at;
        if (((c == '*' || c == '`') && !bullet) || (c == '_' && word_edge)) {
            return at + 1;
        }
        if (c == '\\' && at + 1 < content.size()
            && std::string_view("[]()*_`#>!\\").find(content[at + 1]) != std::string_view::npos) {
            copy(begin + at + 1);
            return at + 2;
        }
        copy(begin + at);
        return at + 1;
    }

    /// `[text](address)`: the text alone, or nothing for a picture. Anything else is copied as it is.
    std::size_t link(
        std::string_view content,
        std::size_t begin,
        std::size_t at,
        bool keep_text,
        LineNote& note) {
        const std::string_view reach = content.substr(0, at + kLongestLinkText);
        std::size_t close = reach.find(']', at);
        while (close != std::string_view::npos && reach[close - 1] == '\\') {
            close = reach.find(']', close + 1);
        }
        const bool is_link = close != std::string_view::npos && close + 1 < content.size()
                             && content[close + 1] == '(';
        const std::size_t end = is_link
                                    ? content.substr(0, close + kLongestAddress).find(')', close)
                                    : std::string_view::npos;
        if (end == std::string_view::npos) {
            copy(begin + at);
            return at + 1;
        }
        for (std::size_t i = at + 1; keep_text && i < close; ++i) {
            if (content[i] != '*' && content[i] != '`' && content[i] != '\\') {
                copy(begin + i);
                ++note.link_length;
            }
        }
        return end + 1;
    }

    void copy(std::size_t at) {
        std::string& text = article_.text;
        std::vector<SourceRun>& runs = article_.runs;
        if (!runs.empty() && runs.back().source_begin + runs.back().length == at
            && runs.back().text_begin + runs.back().length == text.size()) {
            ++runs.back().length;
        } else {
            runs.push_back({text.size(), at, 1});
        }
        text.push_back(source_[at]);
    }
};

}  // namespace

void read_markdown(std::string_view text, Article& article) {
    const std::vector<LineNote> notes = MarkdownStripper(text, article).run();
    classify_blocks(split_blocks(article.text, notes), article);
}

}  // namespace salient::page
