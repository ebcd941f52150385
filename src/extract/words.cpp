#include "extract/words.hpp"

namespace salient::extract {

Words::Words(std::string_view text, const std::vector<prose::Token>& tokens) {
    buffer_.reserve(text.size() + text.size() / 16);
    starts_.reserve(tokens.size() + 1);
    for (const prose::Token& token : tokens) {
        starts_.push_back(static_cast<std::uint32_t>(buffer_.size()));
        const std::string_view word = prose::token_text(text, token);
        if (token.kind == prose::TokenKind::Word && token.letter_case != prose::LetterCase::Lower) {
            prose::append_folded(buffer_, word);
        } else {
            buffer_ += word;
        }
    }
    starts_.push_back(static_cast<std::uint32_t>(buffer_.size()));
}

}  // namespace salient::extract
