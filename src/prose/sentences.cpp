#include "prose/sentences.hpp"

#include "prose/sentence_words.hpp"

#include <algorithm>
#include <string>

namespace salient::prose {

namespace {

bool is_char(std::string_view text, const Token& token, std::string_view c) {
    return token_text(text, token) == c;
}

bool is_closer(std::string_view piece) {
    return piece == "\"" || piece == "'" || piece == ")" || piece == "]" || piece == "”"
           || piece == "’" || piece == "»" || piece == "“";
}

bool is_dash(std::string_view piece) {
    return piece == "—" || piece == "–" || piece == "-";
}

bool is_ender(std::string_view piece) {
    return piece == "." || piece == "!" || piece == "?" || piece == "…";
}

class Splitter {
public:
    Splitter(std::string_view text, const std::vector<Token>& tokens)
        : text_(text),
          tokens_(tokens) {}

    std::vector<Sentence> run() {
        std::size_t first = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (i > first && breaks_line_before(i)) {
                add(first, i);
                first = i;
            }
            if (is_ender(piece(i))) {
                const std::size_t end = behind_closers(i);
                if (ends_sentence(first, i, end)) {
                    add(first, end);
                    first = end;
                    i = end - 1;
                }
            }
        }
        if (first < tokens_.size()) {
            add(first, tokens_.size());
        }
        return std::move(out_);
    }

private:
    std::string_view text_;
    const std::vector<Token>& tokens_;
    std::vector<Sentence> out_;

    std::string_view piece(std::size_t i) const { return token_text(text_, tokens_[i]); }

    void add(std::size_t first, std::size_t end) {
        out_.push_back({tokens_[first].begin, tokens_[end - 1].end, first, end});
    }

    std::size_t behind_closers(std::size_t i) const {
        std::size_t end = i + 1;
        while (end < tokens_.size() && !tokens_[end].space_before
               && (is_closer(piece(end)) || is_ender(piece(end)))) {
            ++end;
        }
        return end;
    }

    /// How many line breaks stand in front of a token.
    std::size_t breaks_before(std::size_t i) const {
        const std::size_t from = i == 0 ? 0 : tokens_[i - 1].end;
        return static_cast<std::size_t>(std::count(
            text_.begin() + static_cast<std::ptrdiff_t>(from),
            text_.begin() + static_cast<std::ptrdiff_t>(tokens_[i].begin),
            '\n'));
    }

    std::size_t line_length_before(std::size_t i) const {
        const std::size_t end = tokens_[i - 1].end;
        const std::size_t newline = text_.rfind('\n', end - 1);
        return end - (newline == std::string_view::npos ? 0 : newline + 1);
    }

    /// "- item", "• item", "1. item", "b) item".
    bool starts_item(std::size_t i) const {
        const std::string_view first = piece(i);
        if (first == "-" || first == "•" || first == "*" || first == "–" || first == "—") {
            return true;
        }
        const bool label = tokens_[i].kind == TokenKind::Number
                           || (tokens_[i].kind == TokenKind::Word && fold_case(first).size() <= 2);
        return label && i + 2 < tokens_.size() && !tokens_[i + 1].space_before
               && (piece(i + 1) == ")" || (piece(i + 1) == "." && first.size() <= 2))
               && tokens_[i + 2].space_before && !tokens_[i + 2].newline_before;
    }

    /// A line break that separates: an empty line, a bullet, or a short line before a capital (a heading).
    bool breaks_line_before(std::size_t i) const {
        const Token& token = tokens_[i];
        if (!token.newline_before) {
            return false;
        }
        if (breaks_before(i) > 1 || starts_item(i)) {
            return true;
        }
        const bool continues =
            token.letter_case == LetterCase::Lower || piece(i - 1) == "," || piece(i - 1) == "-";
        const std::size_t length = line_length_before(i);
        return !continues && (length < 45 || length > 110);
    }

    bool ends_sentence(std::size_t first, std::size_t ender, std::size_t end) const {
        if (end >= tokens_.size()) {
            return true;
        }
        const Token& next = tokens_[end];
        if (!next.space_before) {
            return false;
        }
        if (next.newline_before && breaks_before(end) > 1) {
            return true;
        }
        // «We won!» — he said.
        const std::size_t word = is_dash(piece(end)) && end + 1 < tokens_.size() ? end + 1 : end;
        if (tokens_[word].letter_case == LetterCase::Lower) {
            return false;
        }
        if (piece(ender) != ".") {
            return true;
        }
        if (is_char(text_, next, ",") || is_char(text_, next, ";")) {
            return false;
        }
        return !is_abbreviation(first, ender, end);
    }

    bool is_abbreviation(std::size_t first, std::size_t ender, std::size_t end) const {
        if (ender == first || end > ender + 1 || tokens_[ender].space_before) {
            return false;
        }
        const Token& word = tokens_[ender - 1];
        if (word.kind != TokenKind::Word) {
            // "1. Item": a number alone at the start of a line.
            return word.kind == TokenKind::Number && ender == first + 1;
        }
        const std::string lower = fold_case(token_text(text_, word));
        const bool numbered = tokens_[end].kind == TokenKind::Number;
        if (is_dotted(first, ender)) {
            return dotted_continues(first, ender, end, lower);
        }
        if (word.letter_case == LetterCase::Title && lower.size() <= 2) {
            return initial_continues(first, ender, end);
        }
        if (by_number().count(lower) > 0) {
            const bool unit = is_unit(first, ender);
            return !unit || numbered;
        }
        return may_end().count(lower) > 0 ? numbered : never_end().count(lower) > 0;
    }

    /// Behind a number, or "кв. км" and "sq. km".
    bool is_unit(std::size_t first, std::size_t ender) const {
        if (ender >= first + 2 && tokens_[ender - 2].kind == TokenKind::Number) {
            return true;
        }
        return ender >= first + 3 && piece(ender - 2) == "."
               && (piece(ender - 3) == "кв" || piece(ender - 3) == "куб" || piece(ender - 3) == "sq"
                   || piece(ender - 3) == "cu");
    }

    /// The word in front of the full stop belongs to "U.S.", "p.m.", "т. д.".
    bool is_dotted(std::size_t first, std::size_t ender) const {
        return ender >= first + 3 && piece(ender - 2) == "."
               && tokens_[ender - 3].kind == TokenKind::Word
               && tokens_[ender - 3].end - tokens_[ender - 3].begin <= 2
               && (!tokens_[ender - 1].space_before
                   || tokens_[ender - 1].letter_case == LetterCase::Lower);
    }

    bool dotted_continues(
        std::size_t first,
        std::size_t ender,
        std::size_t end,
        const std::string& last) const {
        const std::string start = fold_case(piece(ender - 3));
        if (tokens_[ender - 1].letter_case == LetterCase::Lower) {
            // "т. д.", "т. п." and "н. е." close a list or a date; "т. н." and "e.g." stand in front of something.
            const bool closes = (start == "т" && (last == "д" || last == "п"))
                                || (start == "н" && (last == "е" || last == "э"));
            const bool clock = last == "m" && (start == "a" || start == "p");
            return !closes && (!clock || starters().count(fold_case(piece(end))) == 0);
        }
        return initial_continues(first, ender, end);
    }

    /// "J. Smith" and "U.S. Army" go on, "in the U.S. The army" and "plan B. Nobody" do not.
    bool initial_continues(std::size_t first, std::size_t ender, std::size_t end) const {
        const bool after_name =
            ender < first + 2 || tokens_[ender - 2].letter_case != LetterCase::Lower;
        const bool dotted =
            ender >= first + 3 && piece(ender - 2) == "." && !tokens_[ender - 1].space_before;
        return (after_name && !dotted) || starters().count(fold_case(piece(end))) == 0;
    }
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens) {
    return Splitter(text, tokens).run();
}

}  // namespace salient::prose
