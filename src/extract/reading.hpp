#pragma once

#include "extract/lexicon.hpp"
#include "extract/words.hpp"
#include "page/article.hpp"
#include "prose/sentences.hpp"
#include "prose/tokens.hpp"
#include "timex/timex.hpp"
#include "toponym/toponym.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace salient::extract {

/// A place name in terms of tokens, end exclusive.
struct PlaceMark {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t toponym = 0;  ///< index into Reading::toponyms
};

/// An expression of time in terms of tokens, end exclusive.
struct TimeMark {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t timex = 0;  ///< index into Reading::timexes
};

/// A sentence of the body with what was found in it.
struct Passage {
    prose::Sentence sentence;
    std::uint32_t paragraph = 0;  ///< equal for sentences of one block
    std::uint32_t number = 0;     ///< among the passages
    std::vector<Hit> hits;
    std::vector<PlaceMark> places;
    std::vector<TimeMark> times;
};

/// A text with everything that is known about its parts before events are looked for.
struct Reading {
    std::string_view text;
    std::vector<prose::Token> tokens;
    Words words;
    std::vector<Cues> cues;  ///< of each token
    std::vector<timex::Timex> timexes;
    std::vector<toponym::Toponym> toponyms;
    std::vector<Passage> passages;
    std::optional<time::Span> published;
    std::string_view language;

    [[nodiscard]] bool has(std::size_t token, Cues any_of) const {
        return (cues[token] & any_of) != 0;
    }
    [[nodiscard]] std::string_view token(std::size_t index) const {
        return prose::token_text(text, tokens[index]);
    }
    [[nodiscard]] bool is_word(std::size_t token) const {
        return tokens[token].kind == prose::TokenKind::Word;
    }
    [[nodiscard]] bool is_mark(std::size_t token, char mark) const {
        return words[token].size() == 1 && words[token].front() == mark;
    }
};

/// What a text is read against.
struct ReadingOptions {
    std::string_view language;
    std::optional<time::Span> published;
    std::string_view publisher_host;
    timex::Domain domain = timex::Domain::News;
    bool theatre_bias = true;
    bool with_passages =
        true;  ///< false: dates and places alone; words, cues and passages stay empty
};

/// Reads a text; passages are the sentences that lie in body blocks (no blocks: all sentences).
[[nodiscard]] Reading read_text(
    std::string_view text,
    const std::vector<page::Block>& blocks,
    const Lexicon& lexicon,
    const toponym::Finder& finder,
    const ReadingOptions& options);

}  // namespace salient::extract
