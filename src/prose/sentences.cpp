#include "prose/sentences.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace salient::prose {

namespace {

/// Words that a full stop shortens; a sentence never ends at those in `kNever`, and at the others only before a capital letter
/// that is no name's start (checked by what follows).
const std::unordered_set<std::string>& titles_and_units() {
    static const std::unordered_set<std::string> kWords = {
        "mr",   "mrs",  "ms",   "dr",   "prof", "gen",  "lt",   "col",    "maj",  "capt", "sgt",
        "cmdr", "adm",  "brig", "rev",  "hon",  "sen",  "rep",  "gov",    "pres", "st",   "mt",
        "ft",   "sq",   "no",   "nos",  "vs",   "fig",  "cf",   "approx", "ca",   "jan",  "feb",
        "mar",  "apr",  "jun",  "jul",  "aug",  "sep",  "sept", "oct",    "nov",  "dec",  "messrs",
        "pvt",  "cpl",  "m",    "р",    "рр",   "г",    "гг",   "ім",     "им",   "обл",  "вул",
        "ул",   "м",    "с",    "смт",  "пгт",  "пос",  "д",    "кв",     "км",   "тис",  "тыс",
        "млн",  "млрд", "грн",  "руб",  "ген",  "полк", "акад", "проф",   "св",   "див",  "см",
        "стр",  "st",   "ave",  "blvd", "rd",   "hwy",  "dept", "univ",   "т",    "е",    "др",
        "ін",   "р-н",  "напр", "мл",   "нар"};
    return kWords;
}

/// Abbreviations that often do end a sentence: only a lower-case word behind them says otherwise.
const std::unordered_set<std::string>& may_end() {
    static const std::unordered_set<std::string> kWords = {
        "inc", "ltd", "co",  "corp", "jr", "sr", "etc", "al", "bros", "км",
        "грн", "руб", "млн", "млрд", "г",  "р",  "рр",  "гг", "др",   "ін"};
    return kWords;
}

bool is_char(std::string_view text, const Token& token, std::string_view c) {
    return token_text(text, token) == c;
}

bool is_closer(std::string_view piece) {
    return piece == "\"" || piece == "'" || piece == ")" || piece == "]" || piece == "”"
           || piece == "’" || piece == "»" || piece == "“";
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

    /// A line break that separates: an empty line, a bullet, or a short line before a capital (a heading).
    bool breaks_line_before(std::size_t i) const {
        const Token& token = tokens_[i];
        if (!token.newline_before) {
            return false;
        }
        if (breaks_before(i) > 1
            || (token.kind == TokenKind::Punctuation
                && (is_char(text_, token, "-") || is_char(text_, token, "•")
                    || is_char(text_, token, "*")))) {
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
        if (piece(ender) != ".") {
            return next.letter_case != LetterCase::Lower;
        }
        if (next.letter_case == LetterCase::Lower || is_char(text_, next, ",")
            || is_char(text_, next, ";")) {
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
        const bool one_letter = word.letter_case == LetterCase::Title && lower.size() <= 2;
        if (one_letter) {
            return initial_continues(first, ender, end);
        }
        if (may_end().count(lower) > 0) {
            return tokens_[end].kind == TokenKind::Number;
        }
        return titles_and_units().count(lower) > 0;
    }

    /// "J. Smith" and "U.S. Army" go on, "in the U.S. The army" does not.
    bool initial_continues(std::size_t first, std::size_t ender, std::size_t end) const {
        const bool dotted =
            ender >= first + 3 && piece(ender - 2) == "." && !tokens_[ender - 1].space_before;
        if (!dotted) {
            return true;
        }
        static const std::unordered_set<std::string> kStarts = {
            "the",     "a",    "an",  "it",   "he",    "she",  "they",  "we",    "in",
            "on",      "at",   "but", "and",  "this",  "that", "these", "there", "after",
            "for",     "his",  "her", "its",  "their", "as",   "if",    "when",  "while",
            "however", "some", "no",  "many", "more",  "most", "i",     "you"};
        return kStarts.count(fold_case(piece(end))) == 0;
    }
};

}  // namespace

std::vector<Sentence> split_sentences(std::string_view text, const std::vector<Token>& tokens) {
    return Splitter(text, tokens).run();
}

}  // namespace salient::prose
