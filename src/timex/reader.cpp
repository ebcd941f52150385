#include "timex/reader.hpp"

#include "timex/word_table.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace salient::timex {

namespace {

constexpr std::size_t kClauseWindow =
    9;  // pieces on each side in which a word of the future counts
constexpr std::size_t kSentenceWindow = 60;  // pieces; no sentence is followed further

bool ends_clause(std::string_view mark) {
    return mark == "." || mark == ";" || mark == "!" || mark == "?";
}

}  // namespace

Reader::Reader(
    std::string_view text,
    const std::vector<prose::Token>& tokens,
    const Options& options)
    : options_(options),
      language_(language_of(options.language)) {
    pieces_.reserve(tokens.size() + tokens.size() / 16 + 2);
    folded_.reserve(text.size());
    for (const prose::Token& token : tokens) {
        add_token(text, token);
    }
    pieces_.push_back({});
    if (options.doc_date) {
        document_ = time::first_day(*options.doc_date);
    }
}

void Reader::add_token(std::string_view text, const prose::Token& token) {
    const std::string_view raw = prose::token_text(text, token);
    if (token.kind != prose::TokenKind::Word) {
        add_piece(text, token.begin, token.end, token);
        return;
    }
    const std::size_t folded_before = folded_.size();
    Piece& whole = add_piece(text, token.begin, token.end, token);
    whole.word = look_up(folded(pieces_.size() - 1), language_);
    if (whole.word.word_class == WordClass::None && raw.find('-') != std::string_view::npos) {
        pieces_.pop_back();
        folded_.resize(folded_before);
        add_parts(text, token);
    }
}

void Reader::add_parts(std::string_view text, const prose::Token& token) {
    const std::size_t pieces_before = pieces_.size();
    const std::size_t folded_before = folded_.size();
    bool known = false;
    std::uint32_t begin = token.begin;
    while (begin < token.end) {
        std::uint32_t end = begin + 1;
        while (text[begin] != '-' && end < token.end && text[end] != '-') {
            ++end;
        }
        Piece& part = add_piece(text, begin, end, token);
        part.space_before = token.space_before && begin == token.begin;
        part.newline_before = token.newline_before && begin == token.begin;
        if (text[begin] == '-') {
            part.kind = prose::TokenKind::Punctuation;
        } else {
            part.word = look_up(folded(pieces_.size() - 1), language_);
            known = known || part.word.word_class != WordClass::None;
        }
        begin = end;
    }
    if (!known) {
        pieces_.resize(pieces_before);
        folded_.resize(folded_before);
        add_piece(text, token.begin, token.end, token);
    }
}

Piece& Reader::add_piece(
    std::string_view text,
    std::uint32_t begin,
    std::uint32_t end,
    const prose::Token& token) {
    Piece piece;
    piece.begin = begin;
    piece.end = end;
    piece.folded_begin = static_cast<std::uint32_t>(folded_.size());
    prose::append_folded(folded_, text.substr(begin, end - begin));
    piece.folded_size = static_cast<std::uint32_t>(folded_.size()) - piece.folded_begin;
    piece.sign = word_sign(std::string_view(folded_).substr(piece.folded_begin));
    piece.kind = token.kind;
    piece.letter_case = token.letter_case;
    piece.space_before = token.space_before;
    piece.newline_before = token.newline_before;
    pieces_.push_back(piece);
    return pieces_.back();
}

bool Reader::is_dash(std::size_t i) const {
    return is_one_of(i, "- – — −");
}

bool Reader::is_latin(std::size_t i) const {
    return piece(i).folded_size > 0 && static_cast<unsigned char>(folded(i).front()) < 0x80;
}

std::optional<std::chrono::sys_days> Reader::reference() const {
    if (in_story() && spoken_) {
        return spoken_->day;
    }
    return document_;
}

std::optional<std::chrono::sys_days> Reader::spoken_of() const {
    return spoken_ ? std::optional(spoken_->day) : document_;
}

/// "said on Wednesday that it would …": the day is when it was said.
bool Reader::is_of_report(std::size_t i) const {
    static constexpr std::size_t kReach = 3;  // "told reporters on"
    static constexpr WordList kReported =
        "said told reporters announced stated reported warned added confirmed declared wrote "
        "promised vowed "
        "заявив заявила заявили повідомив повідомила повідомили сказав сказала "
        "заявил заявила заявили сообщил сообщила сообщили сказал сказала";
    for (std::size_t k = i; k > 0 && i - k < kReach && !ends_clause(folded(k - 1)); --k) {
        if (is_one_of(k - 1, kReported)) {
            return true;
        }
    }
    return false;
}

bool Reader::looks_ahead(std::size_t i) const {
    if (is_of_report(i)) {
        return false;
    }
    const auto speaks = [&](std::size_t k) { return is(k, WordClass::Ahead); };
    for (std::size_t k = i; k > 0 && i - k < kClauseWindow && !ends_clause(folded(k - 1)); --k) {
        if (speaks(k - 1)) {
            return true;
        }
    }
    for (std::size_t k = i; k < size() && k - i < kClauseWindow && !ends_clause(folded(k)); ++k) {
        if (speaks(k)) {
            return true;
        }
    }
    return false;
}

bool Reader::same_sentence(std::size_t first, std::size_t second) const {
    if (second < first || second - first > kSentenceWindow) {
        return false;
    }
    for (std::size_t k = first; k < second; ++k) {
        if (ends_clause(folded(k)) && piece(k + 1).space_before) {
            return false;
        }
    }
    return true;
}

bool Reader::opens_sentence(std::size_t i) const {
    static constexpr std::size_t kOpening = 3;  // "On the night of"
    for (std::size_t k = i; k > 0 && i - k <= kOpening; --k) {
        if (ends_clause(folded(k - 1)) || piece(k).newline_before) {
            return true;
        }
    }
    return i <= kOpening;
}

bool Reader::in_brackets(std::size_t i) const {
    static constexpr std::size_t kReach = 7;
    for (std::size_t k = i; k > 0 && i - k < kReach && !text_is(k - 1, ")"); --k) {
        if (text_is(k - 1, "(")) {
            return true;
        }
    }
    return false;
}

bool Reader::is_aside(const Anchor& anchor, const Timex& timex, std::size_t first) const {
    static constexpr WordList kReaching =
        "by until till since before after than від із до після с после";
    if (first > 0
        && (is_one_of(first - 1, kReaching) || (text_is(first - 1, "of") && !timex.relative))) {
        return true;
    }
    const bool is_long = anchor.precision > time::Precision::Day;
    const bool goes_back = is_long && anchor.day < spoken_->day && !opens_sentence(first);
    return goes_back || in_brackets(first);
}

void Reader::remember(const Timex& timex, std::size_t first, std::size_t next, bool looks_back) {
    const bool is_calendar = timex.span && timex.span->precision <= time::Precision::Year
                             && (timex.type == TimexType::Date || timex.type == TimexType::Time);
    if (!is_calendar) {
        return;
    }
    const Anchor anchor{time::first_day(*timex.span), timex.span->precision};
    if (!timex.relative) {
        stated_ = anchor;
        stated_first_ = first;
        stated_at_ = next;
    }
    const bool moves_on =
        !in_story() || !spoken_ || !(looks_back || is_aside(anchor, timex, first));
    if (moves_on) {
        spoken_ = anchor;
        spoken_at_ = next;
    }
}

std::optional<std::chrono::sys_days> Reader::day_in_sentence(std::size_t i) const {
    const bool is_day = spoken_ && spoken_->precision <= time::Precision::Day;
    return is_day && same_sentence(spoken_at_, i) ? std::optional(spoken_->day) : std::nullopt;
}

}  // namespace salient::timex
