#include "timex/rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace salient::timex {

namespace {

using C = WordClass;

/// A fixed phrase and what it refers to; in a story only when `story` says so.
struct Phrase {
    std::string_view words;  // separated by spaces; forms of a word by `|`
    const char* value;
    bool story_only;
};

constexpr std::array kPhrases = {
    Phrase{"at the time", "PAST_REF", false},
    Phrase{"at that time", "PAST_REF", false},
    Phrase{"at the moment", "PRESENT_REF", false},
    Phrase{"at present", "PRESENT_REF", false},
    Phrase{"at this time", "PRESENT_REF", false},
    Phrase{"this time", "PRESENT_REF", true},
    Phrase{"the present", "PRESENT_REF", false},
    Phrase{"present day", "PRESENT_REF", false},
    Phrase{"to date", "PRESENT_REF", false},
    Phrase{"the future", "FUTURE_REF", false},
    Phrase{"в|у майбутньому", "FUTURE_REF", false},
    Phrase{"в будущем", "FUTURE_REF", false},
    Phrase{"до того|цього часу|моменту", "PAST_REF", true},
    Phrase{"на|у|в той|цей час|момент|період", "PRESENT_REF", true},
    Phrase{"на|у|в той|цей же|ж|самий час|момент|період", "PRESENT_REF", true},
    Phrase{"в|на то|это же|самое время", "PRESENT_REF", true},
    Phrase{"в|к|до это|то|этому|этого|тому время|времени|момент|моменту", "PRESENT_REF", true},
    Phrase{"з того|цього часу|моменту", "PAST_REF", true},
    Phrase{"тим часом", "PRESENT_REF", true},
    Phrase{"на|в|у цьому етапі", "PRESENT_REF", true},
    Phrase{"на даний момент", "PRESENT_REF", false},
    Phrase{"на данный момент", "PRESENT_REF", false},
    Phrase{"спочатку", "PAST_REF", true},
    Phrase{"досі", "PRESENT_REF", true},
};

std::optional<std::size_t> end_of_phrase(const Reader& in, std::size_t i, std::string_view words) {
    std::size_t at = i;
    while (!words.empty()) {
        const std::size_t space = std::min(words.find(' '), words.size());
        std::string_view forms = words.substr(0, space);
        words.remove_prefix(std::min(words.size(), space + 1));
        bool matches = false;
        while (!forms.empty()) {
            const std::size_t bar = std::min(forms.find('|'), forms.size());
            matches = matches || in.text_is(at, forms.substr(0, bar));
            forms.remove_prefix(std::min(forms.size(), bar + 1));
        }
        if (!matches) {
            return std::nullopt;
        }
        ++at;
    }
    return at;
}

std::optional<Match>
reference(const Reader& in, std::size_t first, std::size_t end, const char* value) {
    Match match = value_match(in, {first, end}, TimexType::Date, value, "reference");
    match.timexes.front().relative = true;
    match.timexes.front().confidence = 0.5;
    return match;
}

/// The bits of the words that each phrase may open with.
constexpr std::array<std::uint64_t, kPhrases.size()> bits_of_openers() {
    std::array<std::uint64_t, kPhrases.size()> bits{};
    for (std::size_t i = 0; i < bits.size(); ++i) {
        const std::string_view words = kPhrases.at(i).words;
        bits.at(i) = sign_bits(words.substr(0, words.find(' ')), '|');
    }
    return bits;
}
constexpr auto kOpeners = bits_of_openers();

std::optional<Match> phrase(const Reader& in, std::size_t i) {
    const std::uint64_t opener = sign_bit(in.piece(i).sign);
    for (std::size_t k = 0; k < kPhrases.size(); ++k) {
        const Phrase& candidate = kPhrases[k];
        if ((kOpeners[k] & opener) == 0 || (candidate.story_only && !in.in_story())) {
            continue;
        }
        if (const auto end = end_of_phrase(in, i, candidate.words)) {
            const bool goes_on = in.text_is(i + 1, "future")
                                 && in.piece(*end).kind == prose::TokenKind::Word
                                 && !in.is_one_of(*end, "of and or will is");
            return goes_on ? std::nullopt : reference(in, i, *end, candidate.value);
        }
    }
    return std::nullopt;
}

/// "in recent years", "in the coming weeks", "последние годы"
std::optional<Match> around_now(const Reader& in, std::size_t i) {
    const std::size_t at = in.text_is(i, "the") ? i + 1 : i;
    const bool recent = in.is_one_of(at, "recent останні останніми останніх последние последних");
    const bool coming =
        in.is_one_of(at, "coming upcoming найближчі найближчими найближчих ближайшие ближайших");
    if ((!recent && !coming) || !in.unit(at + 1) || !in.word(at + 1).plural) {
        return std::nullopt;
    }
    return reference(in, i, at + 2, recent ? "PAST_REF" : "FUTURE_REF");
}

/// "the past" when nothing is counted behind it.
std::optional<Match> the_past(const Reader& in, std::size_t i) {
    const bool closes = in.piece(i + 2).kind == prose::TokenKind::Punctuation;
    if (!in.text_is(i, "the") || !in.text_is(i + 1, "past") || !closes) {
        return std::nullopt;
    }
    return reference(in, i, i + 2, "PAST_REF");
}

}  // namespace

std::optional<Match> read_reference(const Reader& in, std::size_t i) {
    if (auto match = first_of(std::array<Rule, 3>{phrase, around_now, the_past}, in, i)) {
        return match;
    }
    if (in.is(i, C::Now)) {
        return reference(in, i, i + 1, "PRESENT_REF");
    }
    if (in.is(i, C::Past) && (in.in_story() || !in.is_one_of(i, "former recent"))) {
        return reference(in, i, i + 1, "PAST_REF");
    }
    if (in.text_is(i, "current") && in.in_story()) {
        return reference(in, i, i + 1, "PRESENT_REF");
    }
    if (in.is(i, C::Future) && in.in_story()) {
        return reference(in, i, i + 1, "FUTURE_REF");
    }
    const bool moves_on = in.is(i, C::After) || in.is_one_of(i, "пізніше");
    return moves_on && in.in_story() ? reference(in, i, i + 1, "FUTURE_REF") : std::nullopt;
}

}  // namespace salient::timex
