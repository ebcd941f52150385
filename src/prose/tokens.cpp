#include "prose/tokens.hpp"

#include "base/utf8.hpp"
#include "prose/letters.hpp"

#include <algorithm>

namespace salient::prose {

namespace {

struct Peeked {
    char32_t c = 0;
    std::size_t next = 0;
};

bool is_ascii_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return static_cast<unsigned char>((byte | 0x20U) - 'a') < 26;
}

class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        tokens_.reserve(text_.size() / 5 + 8);
        while (at_ < text_.size()) {
            const Peeked now = peek(at_);
            if (is_space(now.c)) {
                space_ = true;
                newline_ = newline_ || now.c == U'\n' || now.c == U'\r' || now.c == 0x2028
                           || now.c == 0x2029;
                at_ = now.next;
            } else if (is_letter(now.c)) {
                word();
            } else if (is_digit(now.c)) {
                number();
            } else if (is_apostrophe(now.c) && possessive(now)) {
                continue;
            } else {
                push(now.next, TokenKind::Punctuation, LetterCase::None);
            }
        }
        return std::move(tokens_);
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    bool space_ = true;
    bool newline_ = true;
    std::vector<Token> tokens_;

    Peeked peek(std::size_t offset) const {
        const auto byte = static_cast<unsigned char>(text_[offset]);
        if (byte < 0x80) {  // most of most texts
            return {byte, offset + 1};
        }
        Peeked out;
        out.next = offset;
        out.c = base::decode_utf8(text_, out.next);
        return out;
    }

    void push(std::size_t end, TokenKind kind, LetterCase letter_case) {
        tokens_.push_back(
            {static_cast<std::uint32_t>(at_),
             static_cast<std::uint32_t>(end),
             kind,
             letter_case,
             space_,
             newline_});
        at_ = end;
        space_ = false;
        newline_ = false;
    }

    /// "'s" behind a word, and not the start of a longer one.
    bool possessive(Peeked apostrophe) {
        if (tokens_.empty() || space_ || tokens_.back().kind != TokenKind::Word
            || apostrophe.next >= text_.size()) {
            return false;
        }
        const Peeked s = peek(apostrophe.next);
        if ((s.c != U's' && s.c != U'S') || (s.next < text_.size() && is_letter(peek(s.next).c))) {
            return false;
        }
        push(s.next, TokenKind::Word, LetterCase::Lower);
        return true;
    }

    void word() {
        std::size_t end = at_;
        std::size_t letters = 0;
        std::size_t upper = 0;
        bool first_upper = false;
        while (end < text_.size()) {
            // ASCII letters first, in a loop of their own: most of most texts.
            const std::size_t begin = end;
            for (; end < text_.size() && is_ascii_letter(text_[end]); ++end) {
                upper += text_[end] < 'a' ? 1U : 0U;
            }
            first_upper = first_upper || (letters == 0 && end > begin && text_[begin] < 'a');
            letters += end - begin;
            if (end == text_.size()) {
                break;
            }
            const Peeked now = peek(end);
            if (is_letter(now.c)) {
                first_upper = first_upper || (letters == 0 && is_upper(now.c));
                upper += is_upper(now.c) ? 1U : 0U;
                ++letters;
                end = now.next;
            } else if (letters > 0 && joins(now)) {
                end = now.next;
            } else {
                break;
            }
        }
        push(end, TokenKind::Word, case_of(letters, upper, first_upper));
    }

    static LetterCase case_of(std::size_t letters, std::size_t upper, bool first_upper) {
        if (upper == 0) {
            return LetterCase::Lower;
        }
        if (upper == letters && letters > 1) {
            return LetterCase::Upper;
        }
        return first_upper && upper == 1 ? LetterCase::Title : LetterCase::Mixed;
    }

    /// An apostrophe or hyphen with letters on both sides, unless it begins a possessive.
    bool joins(Peeked mark) const {
        const bool apostrophe = is_apostrophe(mark.c);
        const bool hyphen = mark.c == U'-' || mark.c == 0x2010 || mark.c == 0x2011;
        const bool soft = mark.c == 0xAD;
        if ((!apostrophe && !hyphen && !soft) || mark.next >= text_.size()) {
            return false;
        }
        const Peeked after = peek(mark.next);
        if (!is_letter(after.c)) {
            return false;
        }
        const bool is_s = after.c == U's' || after.c == U'S';
        const bool ends = after.next >= text_.size() || !is_letter(peek(after.next).c);
        return !(apostrophe && is_s && ends);
    }

    void number() {
        std::size_t end = at_;
        while (end < text_.size()) {
            const Peeked now = peek(end);
            if (is_digit(now.c)) {
                end = now.next;
                continue;
            }
            const bool separator = now.c == U',' || now.c == U'.' || now.c == 0xA0
                                   || now.c == 0x202F || now.c == 0x2009;
            if (!separator || now.next >= text_.size() || !is_digit(peek(now.next).c)) {
                break;
            }
            const bool space = now.c != U',' && now.c != U'.';
            if (space && !three_digits(now.next)) {
                break;
            }
            end = now.next;
        }
        push(end, TokenKind::Number, LetterCase::None);
    }

    /// Exactly three digits follow: a group of thousands.
    bool three_digits(std::size_t offset) const {
        std::size_t count = 0;
        while (offset + count < text_.size() && count < 4
               && is_digit(static_cast<unsigned char>(text_[offset + count]))) {
            ++count;
        }
        return count == 3;
    }
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
    return Tokenizer(text).run();
}

void append_folded(std::string& out, std::string_view text) {
    const std::size_t before = out.size();
    out.resize(before + text.size());
    std::size_t end = before;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            out[end++] = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 0x20) : text[at];
            ++at;
            continue;
        }
        const std::size_t begin = at;
        const char32_t c = base::decode_utf8(text, at);
        const char32_t folded = is_apostrophe(c) ? U'\'' : to_lower(c);
        if (folded >= 0x80 && folded < 0x800 && at - begin == 2) {
            out[end++] = static_cast<char>(0xC0U | (folded >> 6U));
            out[end++] = static_cast<char>(0x80U | (folded & 0x3FU));
            continue;
        }
        if (folded < 0x80) {
            out[end++] = static_cast<char>(folded);
            continue;
        }
        // Rare, and perhaps longer than it was.
        out.resize(end);
        base::append_utf8(out, folded);
        end = out.size();
        out.resize(end + text.size() - at);
    }
    out.resize(end);
}

std::string fold_case(std::string_view text) {
    std::string out;
    append_folded(out, text);
    return out;
}

CodePointIndex::CodePointIndex(std::string_view text)
    : text_(text),
      ascii_(std::all_of(text.begin(), text.end(), [](char c) {
          return static_cast<unsigned char>(c) < 0x80;
      })) {
    if (ascii_) {
        return;
    }
    counts_.reserve(text.size() / kStride + 1);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % kStride == 0) {
            counts_.push_back(count);
        }
        count += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1U : 0U;
    }
    counts_.push_back(count);
}

std::size_t CodePointIndex::code_points_before(std::size_t byte_offset) const {
    if (ascii_) {
        return byte_offset;
    }
    const std::size_t block = byte_offset / kStride;
    std::size_t count = block < counts_.size() ? counts_[block] : counts_.back();
    for (std::size_t i = block * kStride; i < byte_offset; ++i) {
        count += (static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U ? 1U : 0U;
    }
    return count;
}

}  // namespace salient::prose
