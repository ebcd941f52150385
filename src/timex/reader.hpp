#pragma once

#include "timex/calendar.hpp"
#include "timex/lexicon.hpp"
#include "timex/timex.hpp"
#include "timex/word_list.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace salient::timex {

/// A token, or one part of a word with hyphens ("mid-December" is three pieces).
struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t folded_begin = 0;
    std::uint32_t folded_size = 0;
    std::uint16_t sign = 0;  ///< of the folded text
    Word word;
    prose::TokenKind kind = prose::TokenKind::Punctuation;
    prose::LetterCase letter_case = prose::LetterCase::None;
    bool space_before = false;
    bool newline_before = false;
};

/// A day that dates without a year, or against another date, are read against.
struct Anchor {
    std::chrono::sys_days day;
    time::Precision precision = time::Precision::Day;
};

/// The pieces of a text with what they mean, and the dates that other dates are read against.
class Reader {
public:
    /// @param tokens  of the whole text; both must outlive the reader
    Reader(std::string_view text, const std::vector<prose::Token>& tokens, const Options& options);

    [[nodiscard]] std::size_t size() const { return pieces_.size() - 1; }
    /// Behind the end: an empty piece.
    [[nodiscard]] const Piece& piece(std::size_t i) const {
        return pieces_[i < size() ? i : size()];
    }
    [[nodiscard]] const Word& word(std::size_t i) const { return piece(i).word; }
    [[nodiscard]] bool is(std::size_t i, WordClass word_class) const {
        return word(i).word_class == word_class;
    }
    [[nodiscard]] bool is(std::size_t i, WordClass word_class, int value) const {
        return is(i, word_class) && word(i).value == value;
    }
    [[nodiscard]] std::string_view folded(std::size_t i) const {
        const Piece& at = piece(i);
        return std::string_view(folded_).substr(at.folded_begin, at.folded_size);
    }
    [[nodiscard]] bool text_is(std::size_t i, std::string_view text) const {
        return folded(i) == text;
    }
    /// One of the words in a list.
    [[nodiscard]] bool is_one_of(std::size_t i, const WordList& list) const {
        return list.has(folded(i), piece(i).sign);
    }
    [[nodiscard]] bool is_number(std::size_t i) const {
        return piece(i).kind == prose::TokenKind::Number;
    }
    /// Without white space before it.
    [[nodiscard]] bool glued(std::size_t i) const { return i < size() && !piece(i).space_before; }
    [[nodiscard]] bool is_dash(std::size_t i) const;
    [[nodiscard]] bool is_latin(std::size_t i) const;

    /// A plain number of at most `max_digits` digits ("11,000" and "3.5" are not).
    [[nodiscard]] std::optional<int> digits(std::size_t i, std::size_t max_digits) const;
    /// A number and the piece behind it.
    struct Count {
        int value = 0;
        std::size_t next = 0;
    };
    /// Digits, with groups of thousands, or number words ("twenty-four", "сто двадцять").
    [[nodiscard]] std::optional<Count> count(std::size_t i) const;
    /// "9th", "ninth", "twenty-first", "9-го", "тридцать первое".
    [[nodiscard]] std::optional<Count> ordinal(std::size_t i) const;
    /// A year of four digits, 1000…2199.
    [[nodiscard]] std::optional<int> year(std::size_t i) const;
    /// The unit of a count: "second" is one here, and "денного" behind a hyphen.
    [[nodiscard]] std::optional<Unit> unit(std::size_t i) const;

    [[nodiscard]] const Options& options() const { return options_; }
    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] bool in_news() const { return options_.domain == Domain::News; }
    [[nodiscard]] bool in_story() const { return options_.domain == Domain::Narrative; }
    [[nodiscard]] bool is_expression() const { return options_.domain == Domain::Expression; }
    /// Against what "last week" is read; nullopt when nothing is known.
    [[nodiscard]] std::optional<std::chrono::sys_days> reference() const;
    /// The date spoken of last, else the reference: "the next day", "that month".
    [[nodiscard]] std::optional<std::chrono::sys_days> spoken_of() const;
    /// The last date that said its year itself.
    [[nodiscard]] const std::optional<Anchor>& stated() const { return stated_; }
    /// Pieces of the last date that said its year, [first, behind); 0 before the first.
    [[nodiscard]] std::size_t stated_first() const { return stated_first_; }
    [[nodiscard]] std::size_t stated_at() const { return stated_at_; }
    /// The day spoken of last when it is in the same sentence as piece i.
    [[nodiscard]] std::optional<std::chrono::sys_days> day_in_sentence(std::size_t i) const;
    /// Keeps what later dates are read against. @param next  piece behind it
    void remember(const Timex& timex, std::size_t first, std::size_t next, bool looks_back);

    /// The clause around piece i speaks of what is to come.
    [[nodiscard]] bool looks_ahead(std::size_t i) const;
    /// Pieces of the same sentence (roughly: no full stop between).
    [[nodiscard]] bool same_sentence(std::size_t first, std::size_t second) const;

private:
    /// Few pieces stand before i in its sentence or line.
    [[nodiscard]] bool opens_sentence(std::size_t i) const;
    [[nodiscard]] bool in_brackets(std::size_t i) const;
    [[nodiscard]] bool is_of_report(std::size_t i) const;
    [[nodiscard]] std::optional<Count> spelled_count(std::size_t i) const;
    /// The date is mentioned, not told: the story goes on from the one before ("by 2011", "the law of 1908", "(1883)").
    [[nodiscard]] bool is_aside(const Anchor& anchor, const Timex& timex, std::size_t first) const;
    void add_token(std::string_view text, const prose::Token& token);
    void add_parts(std::string_view text, const prose::Token& token);
    Piece& add_piece(
        std::string_view text,
        std::uint32_t begin,
        std::uint32_t end,
        const prose::Token& token);

    Options options_;
    Language language_ = Language::Unknown;
    std::string folded_;
    std::vector<Piece> pieces_;  // and an empty one at the end
    std::optional<std::chrono::sys_days> document_;
    std::optional<Anchor> stated_;
    std::optional<Anchor> spoken_;
    std::size_t stated_first_ = 0;
    std::size_t stated_at_ = 0;
    std::size_t spoken_at_ = 0;
};

}  // namespace salient::timex
