#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace salient::prose {

enum class TokenKind : std::uint8_t {
    Word,  ///< letters of Latin, Cyrillic, Greek…; an apostrophe or hyphen between letters belongs to it ("Cherkasy-based", "п'ять")
    Number,  ///< ASCII digits, with commas, full stops or narrow spaces between digits ("11,000", "150.5")
    Punctuation,  ///< one character
};

/// What the letters of a word look like.
enum class LetterCase : std::uint8_t { None, Lower, Title, Upper, Mixed };

/// A piece of text. Byte offsets into the UTF-8, end exclusive; white space is between tokens.
struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::Punctuation;
    LetterCase letter_case = LetterCase::None;
    bool space_before = false;    ///< white space, or the start of the text
    bool newline_before = false;  ///< a line break among it, or the start of the text
    friend bool operator==(const Token&, const Token&) = default;
};

/// Cuts a text of less than 4 GiB into tokens: O(n), ill-formed bytes are punctuation.
/// The possessive is a token of its own: "Ukraine" + "'s", with either apostrophe.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

[[nodiscard]] inline std::string_view token_text(std::string_view text, const Token& token) {
    return text.substr(token.begin, token.end - token.begin);
}

/// Lower case for Latin, Greek and Cyrillic letters; other characters as they are. ’ and ʼ become '.
[[nodiscard]] std::string fold_case(std::string_view text);
/// The same, appended to `out`.
void append_folded(std::string& out, std::string_view text);

/// Byte offset → number of code points before it, for outputs that count characters.
/// Build once for a text; then each answer takes O(log n) for text with other than ASCII characters, O(1) without.
class CodePointIndex {
public:
    explicit CodePointIndex(std::string_view text);
    /// @pre byte_offset <= text.size()
    [[nodiscard]] std::size_t code_points_before(std::size_t byte_offset) const;

private:
    static constexpr std::size_t kStride = 64;
    std::string_view text_;
    bool ascii_ = true;
    std::vector<std::uint32_t> counts_;  // code points before each kStride-th byte
};

}  // namespace salient::prose
