#include "page/tag_filter.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <unordered_map>
#include <vector>

namespace salient::page {

namespace {

// Real pages stay far below each of these; the parser's time and memory grow with their products.
constexpr std::size_t kMaxDepth = 256;
constexpr std::size_t kMaxTags = 400'000;
constexpr std::size_t kMaxAttributes = 300;
constexpr std::size_t kMaxReopened = 1'000'000;  // formatting elements the parser would open again

/// Elements that hold nothing, or that the next of their kind closes.
constexpr auto kFlat = std::to_array<std::string_view>(
    {"area", "base",  "br",     "col",    "embed",    "hr",    "img",    "input",  "link",
     "meta", "param", "source", "track",  "wbr",      "p",     "li",     "td",     "th",
     "tr",   "dd",    "dt",     "option", "optgroup", "thead", "tbody",  "tfoot",  "colgroup",
     "rp",   "rt",    "html",   "head",   "body",     "frame", "keygen", "isindex"});
/// Elements that the parser opens again behind a block that closed over them.
constexpr auto kFormatting = std::to_array<std::string_view>(
    {"a",
     "b",
     "big",
     "code",
     "em",
     "font",
     "i",
     "nobr",
     "s",
     "small",
     "strike",
     "strong",
     "tt",
     "u"});
/// Elements whose content is text, whatever it looks like.
constexpr auto kRawText =
    std::to_array<std::string_view>({"script", "style", "textarea", "title", "xmp", "iframe"});

template <std::size_t N>
bool is_in(const std::string& name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// One tag of the source: `<`, an optional slash, a name that starts with a letter, up to `>` outside of quotes.
struct Tag {
    std::size_t end = 0;  // behind the `>`
    std::string name;     // lower case
    bool closing = false;
    bool self_closing = false;
    std::size_t attributes = 0;
};

class TagFilter {
public:
    explicit TagFilter(std::string_view html) : html_(html), out_(html) {}

    std::string run() {
        std::size_t at = html_.find('<');
        while (at != std::string_view::npos && at + 1 < html_.size()) {
            at = html_.find('<', step(at));
        }
        return std::move(out_);
    }

private:
    std::string_view html_;
    std::string out_;
    struct Open {
        std::string name;
        bool kept = true;
    };
    std::vector<Open> open_;
    std::size_t depth_ = 0;                               // kept ones among open_
    std::unordered_map<std::string, std::size_t> count_;  // how often each name is in open_
    std::size_t tags_ = 0;
    std::size_t formatting_ = 0;
    std::size_t reopened_ = 0;

    /// Handles what starts at a `<` and gives the offset behind it.
    std::size_t step(std::size_t at) {
        if (html_.compare(at, 4, "<!--") == 0) {
            return behind(at + 4, "-->");
        }
        const bool closing = html_[at + 1] == '/';
        const std::size_t name_at = at + (closing ? 2 : 1);
        if (name_at >= html_.size()
            || std::isalpha(static_cast<unsigned char>(html_[name_at])) == 0) {
            return at + 1;
        }
        const Tag tag = read_tag(name_at, closing);
        const bool keep = closing ? close(tag) : open(tag);
        if (!keep) {
            std::fill(
                out_.begin() + static_cast<std::ptrdiff_t>(at),
                out_.begin() + static_cast<std::ptrdiff_t>(tag.end),
                '\n');
        }
        return !closing && keep && is_in(tag.name, kRawText) ? behind_raw_text(tag) : tag.end;
    }

    std::size_t behind(std::size_t from, std::string_view mark) const {
        const std::size_t found = html_.find(mark, from);
        return found == std::string_view::npos ? html_.size() : found + mark.size();
    }

    Tag read_tag(std::size_t at, bool closing) const {
        Tag tag;
        tag.closing = closing;
        while (at < html_.size() && !is_space(html_[at]) && html_[at] != '>' && html_[at] != '/') {
            if (tag.name.size() < 32) {
                tag.name.push_back(lower(html_[at]));
            }
            ++at;
        }
        char before = ' ';
        while (at < html_.size() && html_[at] != '>') {
            const char c = html_[at];
            if ((c == '"' || c == '\'') && before == '=') {
                const std::size_t quote = html_.find(c, at + 1);
                at = quote == std::string_view::npos ? html_.size() : quote + 1;
                before = c;
                continue;
            }
            const bool separates = is_space(c) || c == '/';
            tag.attributes +=
                !separates && (is_space(before) || before == '/' || before == '"' || before == '\'')
                    ? 1U
                    : 0U;
            before = is_space(c) && before == '=' ? '=' : c;
            ++at;
        }
        tag.self_closing = before == '/';
        tag.end = std::min(at + 1, html_.size());
        return tag;
    }

    /// Behind `</script` and the like; the parser ends there too.
    std::size_t behind_raw_text(const Tag& tag) const {
        for (std::size_t at = html_.find("</", tag.end); at != std::string_view::npos;
             at = html_.find("</", at + 2)) {
            std::size_t same = 0;
            while (same < tag.name.size() && at + 2 + same < html_.size()
                   && lower(html_[at + 2 + same]) == tag.name[same]) {
                ++same;
            }
            if (same == tag.name.size()) {
                return at;
            }
        }
        return html_.size();
    }

    bool open(const Tag& tag) {
        ++tags_;
        reopened_ += formatting_;
        if (tags_ > kMaxTags || tag.attributes > kMaxAttributes) {
            return false;
        }
        if (is_in(tag.name, kFlat) || is_in(tag.name, kRawText)) {
            return true;
        }
        if (tag.self_closing && (count_["svg"] > 0 || count_["math"] > 0)) {
            return true;
        }
        const bool formatting = is_in(tag.name, kFormatting);
        const bool kept = depth_ < kMaxDepth && (!formatting || reopened_ <= kMaxReopened);
        formatting_ += formatting && kept ? 1U : 0U;
        depth_ += kept ? 1U : 0U;
        open_.push_back({tag.name, kept});
        ++count_[tag.name];
        return kept;
    }

    bool close(const Tag& tag) {
        ++tags_;
        formatting_ -= is_in(tag.name, kFormatting) && formatting_ > 0 ? 1U : 0U;
        const auto found = count_.find(tag.name);
        if (found == count_.end() || found->second == 0) {
            return tags_ <= kMaxTags;
        }
        while (open_.back().name != tag.name) {
            pop();
        }
        const bool kept = open_.back().kept;
        pop();
        return kept;
    }

    void pop() {
        --count_[open_.back().name];
        depth_ -= open_.back().kept ? 1U : 0U;
        open_.pop_back();
    }
};

}  // namespace

std::string tame_tags(std::string_view html) {
    return TagFilter(html).run();
}

}  // namespace salient::page
