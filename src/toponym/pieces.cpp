#include "toponym/pieces.hpp"

#include "base/utf8.hpp"
#include "places/match_key.hpp"
#include "prose/letters.hpp"

#include <algorithm>

namespace salient::toponym {
namespace {

prose::LetterCase case_of(std::string_view word) {
    std::size_t letters = 0;
    std::size_t upper = 0;
    bool first_upper = false;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = base::decode_utf8(word, at);
        if (prose::is_letter(c)) {
            first_upper = first_upper || (letters == 0 && prose::is_upper(c));
            upper += prose::is_upper(c) ? 1U : 0U;
            ++letters;
        }
    }
    if (letters == 0) {
        return prose::LetterCase::None;
    }
    if (upper == 0) {
        return prose::LetterCase::Lower;
    }
    if (upper == letters && letters > 1) {
        return prose::LetterCase::Upper;
    }
    return first_upper && upper == 1 ? prose::LetterCase::Title : prose::LetterCase::Mixed;
}

/// Byte length of the hyphen at `at`; 0 when there is none.
std::size_t hyphen_at(std::string_view text, std::size_t at) {
    if (text[at] == '-') {
        return 1;
    }
    if (text[at] != '\xE2') {
        return 0;
    }
    const std::string_view three = text.substr(at, 3);
    return three == "\xE2\x80\x90" || three == "\xE2\x80\x91" ? 3 : 0;
}

class Cutter {
public:
    Cutter(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

    void add(const prose::Token& token, std::uint32_t sentence, bool starts_sentence) {
        mark_cues(pieces_.size() - std::min(pieces_.size(), kAhead));
        Piece piece;
        piece.kind = token.kind;
        piece.letter_case = token.letter_case;
        piece.sentence = sentence;
        piece.starts_sentence = starts_sentence;
        piece.space_before = token.space_before;
        piece.newline_before = token.newline_before;
        if (!piece.is_word()) {
            const bool is_ascii = static_cast<unsigned char>(text_[token.begin]) < 0x80U;
            piece.mark =
                piece.kind == prose::TokenKind::Punctuation && is_ascii ? text_[token.begin] : '\0';
            push(piece, token.begin, token.end);
            return;
        }
        std::uint32_t begin = token.begin;
        for (std::uint32_t at = token.begin; at < token.end; ++at) {
            const std::size_t hyphen = hyphen_at(text_, at);
            if (hyphen > 0 && at > begin && at + hyphen < token.end) {
                add_part(piece, begin, at, token);
                begin = at + static_cast<std::uint32_t>(hyphen);
                piece.hyphen_before = true;
                piece.space_before = piece.newline_before = piece.starts_sentence = false;
            }
        }
        add_part(piece, begin, token.end, token);
    }

    std::vector<Piece> take() {
        mark_cues(pieces_.size());
        return std::move(pieces_);
    }
    void reserve(std::size_t count) { pieces_.reserve(count); }

private:
    std::string_view text_;
    const Lexicon& lexicon_;
    std::vector<Piece> pieces_;
    std::size_t marked_ = 0;  // pieces whose cues are known

    /// Pieces that are cut before the cues of one are looked up: time for the memory of the table to arrive.
    static constexpr std::size_t kAhead = 12;

    void mark_cues(std::size_t end) {
        for (; marked_ < end; ++marked_) {
            Piece& piece = pieces_[marked_];
            piece.cues = piece.is_word() ? lexicon_.cues(piece.hash) : 0;
        }
    }

    Piece& push(const Piece& like, std::uint32_t begin, std::uint32_t end) {
        Piece& piece = pieces_.emplace_back(like);
        piece.begin = begin;
        piece.end = end;
        return piece;
    }

    void
    add_part(const Piece& like, std::uint32_t begin, std::uint32_t end, const prose::Token& token) {
        Piece& piece = push(like, begin, end);
        const std::string_view word = text_.substr(begin, end - begin);
        if (begin != token.begin || end != token.end) {
            piece.letter_case = case_of(word);
        }
        places::KeyHash hash;
        hash.add(word);
        piece.hash = hash.value();
        lexicon_.prefetch_cues(piece.hash);
        const auto lead = static_cast<unsigned char>(word.front());
        piece.is_cyrillic = lead >= 0xD0U && lead <= 0xD4U;
    }
};

}  // namespace

std::vector<Piece> cut_pieces(
    std::string_view text,
    const std::vector<prose::Token>& tokens,
    const std::vector<prose::Sentence>& sentences,
    const Lexicon& lexicon) {
    Cutter cutter(text, lexicon);
    cutter.reserve(tokens.size() + tokens.size() / 16);
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        while (sentence + 1 < sentences.size() && i >= sentences[sentence].end_token) {
            ++sentence;
        }
        const bool starts = sentence < sentences.size() && i == sentences[sentence].first_token;
        cutter.add(tokens[i], static_cast<std::uint32_t>(sentence), starts);
    }
    return cutter.take();
}

}  // namespace salient::toponym
