#pragma once

#include "prose/sentences.hpp"
#include "prose/tokens.hpp"
#include "toponym/lexicon.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace salient::toponym {

/// A word, a part of a hyphenated word, a number or one punctuation mark, with what is known about it.
struct Piece {
    std::uint32_t begin = 0;  ///< bytes, end exclusive
    std::uint32_t end = 0;
    std::uint32_t cues = 0;
    std::uint32_t sentence = 0;
    std::uint64_t hash = 0;  ///< of the matching key; words only
    prose::TokenKind kind = prose::TokenKind::Punctuation;
    prose::LetterCase letter_case = prose::LetterCase::None;
    char mark = 0;  ///< the character of ASCII punctuation
    bool space_before = false;
    bool hyphen_before = false;  ///< second or later part of a hyphenated word
    bool newline_before = false;
    bool starts_sentence = false;
    bool is_cyrillic = false;

    [[nodiscard]] bool is_word() const { return kind == prose::TokenKind::Word; }
    [[nodiscard]] bool has(std::uint32_t mask) const { return (cues & mask) != 0; }
    /// Begins with a capital letter.
    [[nodiscard]] bool is_capital() const {
        return letter_case == prose::LetterCase::Title || letter_case == prose::LetterCase::Upper
               || letter_case == prose::LetterCase::Mixed;
    }
};

[[nodiscard]] std::vector<Piece> cut_pieces(
    std::string_view text,
    const std::vector<prose::Token>& tokens,
    const std::vector<prose::Sentence>& sentences,
    const Lexicon& lexicon);

}  // namespace salient::toponym
