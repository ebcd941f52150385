#include "timex/timex.hpp"

#include "timex/reader.hpp"

#include <array>

namespace salient::timex {

namespace {

/// Tokens at which no rule begins: most of a text.
bool may_begin(const Reader& in, std::size_t i) {
    return in.word(i).word_class != WordClass::None || in.token(i).kind == prose::TokenKind::Number
           || in.folded(i).find('-') != std::string_view::npos;
}

/// The reading that covers most tokens; of two equal ones the earlier rule's.
std::optional<Match> longest(const Reader& in, std::size_t i) {
    std::optional<Match> best;
    for (const Rule rule :
         std::array<Rule, 4>{read_absolute, read_clock, read_relative, read_duration}) {
        auto match = rule(in, i);
        if (match && (!best || match->next > best->next)) {
            best = std::move(match);
        }
    }
    return best;
}

}  // namespace

std::vector<Timex> find_timexes(
    std::string_view text,
    const std::vector<prose::Token>& tokens,
    const Options& options) {
    Reader reader(text, tokens, options);
    std::vector<Timex> found;
    for (std::size_t i = 0; i < reader.size();) {
        auto match = may_begin(reader, i) ? longest(reader, i) : std::nullopt;
        if (!match) {
            ++i;
            continue;
        }
        reader.remember(match->timex);
        found.push_back(std::move(match->timex));
        i = match->next;
    }
    return found;
}

}  // namespace salient::timex
