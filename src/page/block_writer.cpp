#include "page/block_writer.hpp"

namespace salient::page {

namespace {

constexpr std::size_t kLongestEntity = 40;  // "&CounterClockwiseContourIntegral;" is the longest

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Behind the entity at `at`.
std::size_t behind_entity(std::string_view original, std::size_t at) {
    std::size_t end = at + 1;
    while (end < original.size() && end - at < kLongestEntity
           && (original[end] == '#' || (original[end] >= '0' && original[end] <= '9')
               || (original[end] >= 'a' && original[end] <= 'z')
               || (original[end] >= 'A' && original[end] <= 'Z'))) {
        ++end;
    }
    return end < original.size() && original[end] == ';' ? end + 1 : end;
}

/// Behind what stands for `decoded` at an ampersand: an entity, or the ampersand alone.
std::size_t
behind_ampersand(std::string_view original, std::size_t at, char decoded, char next_decoded) {
    const std::size_t behind = behind_entity(original, at);
    const std::string_view name = original.substr(at, behind - at);
    const bool bare = decoded == '&' && name.substr(0, 4) != "&amp" && name.substr(0, 4) != "&AMP"
                      && (name.substr(0, 2) != "&#" || next_decoded == '#');
    return bare ? at + 1 : behind;
}

/// Moves behind what the parser dropped in front of a character: tags without effect, NUL, line breaks.
std::size_t skip_dropped(std::string_view original, std::size_t at, char next) {
    while (at < original.size() && original[at] != next) {
        const char c = original[at];
        if (c == '<') {
            const std::size_t close = original.find('>', at);
            at = close == std::string_view::npos ? original.size() : close + 1;
        } else if (c == '\0' || (is_space(c) && !is_space(next)) || (c == '\r' && next == '\n')) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

}  // namespace

void BlockWriter::begin(BlockKind kind) {
    end();
    kind_ = kind;
}

void BlockWriter::end() {
    space_due_ = false;
    if (open_) {
        article_.blocks.push_back({kind_, begin_, article_.text.size()});
        open_ = false;
    }
}

void BlockWriter::space() {
    space_due_ = open_;
}

void BlockWriter::text(std::string_view decoded, std::string_view original) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        const char c = decoded[i];
        at = skip_dropped(original, at, c);
        const bool same = at < original.size() && original[at] == c;
        if (is_space(c)) {
            space();
        } else {
            put(c,
                same ? static_cast<std::size_t>(original.data() - source_.data()) + at
                     : std::string_view::npos);
        }
        const bool last_byte = i + 1 >= decoded.size() || !is_continuation(decoded[i + 1]);
        const char next = i + 1 < decoded.size() ? decoded[i + 1] : '\0';
        if (at < original.size() && original[at] == '&') {
            at = last_byte ? behind_ampersand(original, at, c, next) : at;
        } else if (same || (is_space(c) && at < original.size() && is_space(original[at]))) {
            ++at;
        }
    }
}

void BlockWriter::put(char c, std::size_t source_at) {
    std::string& text = article_.text;
    if (!open_) {
        if (!text.empty()) {
            text += "\n\n";
        }
        open_ = true;
        begin_ = text.size();
    } else if (space_due_) {
        // One space between words; it stands for the source's where that is one space too.
        const bool known =
            source_at != std::string_view::npos && source_at > 0 && source_[source_at - 1] == ' '
            && !article_.runs.empty()
            && article_.runs.back().source_begin + article_.runs.back().length + 1 == source_at
            && article_.runs.back().text_begin + article_.runs.back().length == text.size();
        if (known) {
            ++article_.runs.back().length;
        }
        text += ' ';
    }
    space_due_ = false;
    if (source_at != std::string_view::npos) {
        remember(text.size(), source_at);
    }
    text.push_back(c);
}

void BlockWriter::remember(std::size_t text_at, std::size_t source_at) {
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

}  // namespace salient::page
