#pragma once

#include "timex/calendar.hpp"
#include "timex/lexicon.hpp"
#include "timex/timex.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace salient::timex {

/// Tokens with what they mean, and the date that relative expressions are read against.
class Reader {
public:
    Reader(std::string_view text, const std::vector<prose::Token>& tokens, const Options& options);

    [[nodiscard]] std::size_t size() const { return tokens_.size(); }
    [[nodiscard]] const Word& word(std::size_t i) const {
        return words_[i < words_.size() ? i : words_.size() - 1];
    }
    [[nodiscard]] bool is(std::size_t i, WordClass word_class) const {
        return i < size() && words_[i].word_class == word_class;
    }
    [[nodiscard]] bool is(std::size_t i, WordClass word_class, int value) const {
        return is(i, word_class) && words_[i].value == value;
    }
    [[nodiscard]] std::string_view folded(std::size_t i) const {
        return i < size() ? std::string_view(folded_[i]) : std::string_view();
    }
    [[nodiscard]] bool text_is(std::size_t i, std::string_view text) const {
        return folded(i) == text;
    }
    [[nodiscard]] const prose::Token& token(std::size_t i) const { return tokens_[i]; }
    [[nodiscard]] bool glued(std::size_t i) const { return i < size() && !tokens_[i].space_before; }

    /// A plain number of at most `max_digits` digits ("11,000" and "3.5" are not).
    [[nodiscard]] std::optional<int> digits(std::size_t i, std::size_t max_digits) const;
    /// Digits or a number word, with tens and units ("twenty-four").
    struct Count {
        int value = 0;
        std::size_t next = 0;  ///< token behind it
    };
    [[nodiscard]] std::optional<Count> count(std::size_t i) const;
    /// "9th", "ninth", "9-го": the number of a day or century.
    [[nodiscard]] std::optional<Count> ordinal(std::size_t i) const;
    /// A year of four digits, 1000…2199.
    [[nodiscard]] std::optional<int> year(std::size_t i) const;

    /// Against what "last week" is read; nullopt when nothing is known.
    [[nodiscard]] std::optional<std::chrono::sys_days> reference() const { return reference_; }
    void remember(const Timex& timex);
    [[nodiscard]] bool narrative() const { return options_.domain == Domain::Narrative; }
    [[nodiscard]] const Options& options() const { return options_; }
    /// The words around token i speak of what is to come.
    [[nodiscard]] bool looks_ahead(std::size_t i) const;

    [[nodiscard]] Timex make(
        std::size_t first,
        std::size_t end,
        TimexType type,
        Resolved resolved,
        const char* rule) const;

private:
    const std::vector<prose::Token>& tokens_;
    Options options_;
    std::vector<Word> words_;
    std::vector<std::string> folded_;
    std::optional<std::chrono::sys_days> reference_;
};

/// A reading and the token behind it.
struct Match {
    Timex timex;
    std::size_t next = 0;
};
using Rule = std::optional<Match> (*)(const Reader&, std::size_t);

/// Dates that say their year or month themselves: "9 January 2025", "Jan. 9", "2025-01-09", "1990s", "summer 2024".
[[nodiscard]] std::optional<Match> read_absolute(const Reader& reader, std::size_t i);
/// "yesterday", "last week", "two days ago", "on Thursday".
[[nodiscard]] std::optional<Match> read_relative(const Reader& reader, std::size_t i);
/// "two weeks", "several days", "daily", "every Monday".
[[nodiscard]] std::optional<Match> read_duration(const Reader& reader, std::size_t i);
/// "4:30 a.m.", "noon", "Thursday morning".
[[nodiscard]] std::optional<Match> read_clock(const Reader& reader, std::size_t i);

}  // namespace salient::timex
