#include "toponym/evidence.hpp"

#include "toponym/evidence_weights.hpp"

#include <algorithm>

namespace salient::toponym {
using prose::LetterCase;

Weigher::Weigher(const Reading& reading, const Lexicon& lexicon, const People& people)
    : reading_(reading),
      lexicon_(lexicon),
      people_(people) {
    for (std::size_t i = 0; i < reading.pieces.size();) {
        const std::uint32_t sentence = reading.pieces[i].sentence;
        std::size_t words = 0;
        std::size_t capitals = 0;
        std::size_t shouted = 0;
        for (; i < reading.pieces.size() && reading.pieces[i].sentence == sentence; ++i) {
            const Piece& piece = reading.pieces[i];
            const bool counts = piece.is_word() && piece.end - piece.begin >= 4;
            words += counts ? 1U : 0U;
            capitals += counts && piece.is_capital() ? 1U : 0U;
            shouted += counts && piece.letter_case == LetterCase::Upper ? 1U : 0U;
        }
        styles_.resize(sentence + 1, Style::Plain);
        if (words >= 3 && shouted * 10 >= words * 8) {
            styles_[sentence] = Style::Shouted;
        } else if (words >= 3 && words <= 16 && capitals * 10 >= words * 8) {
            styles_[sentence] = Style::Heading;
        }
    }
}

const Piece* Weigher::before(const Mention& mention, std::uint32_t steps) const {
    if (mention.first < steps) {
        return nullptr;
    }
    const Piece& piece = reading_.pieces[mention.first - steps];
    return piece.sentence == reading_.pieces[mention.first].sentence ? &piece : nullptr;
}

const Piece* Weigher::behind(const Mention& mention, std::uint32_t steps) const {
    const std::uint32_t at = mention.end + steps;
    if (at >= reading_.pieces.size()) {
        return nullptr;
    }
    const Piece& piece = reading_.pieces[at];
    return piece.sentence == reading_.pieces[mention.first].sentence ? &piece : nullptr;
}

void Weigher::set_role(Mention& mention) const {
    if (mention.role == Role::Demonym) {
        return;
    }
    const Piece* previous = before(mention);
    const Piece* earlier = before(mention, 2);
    const Piece* next = behind(mention);
    const bool is_in = previous != nullptr
                       && (previous->has(kPrepIn | kPrepCyrillic)
                           || (earlier != nullptr && earlier->has(kPrepIn)
                               && previous->has(kDirection | kNotPlace | kPlaceNounBefore)));
    if (next != nullptr && next->is_word() && next->is_capital()
        && next->has(kCivic | kMedia | kAcademic | kFirm)) {
        mention.role = Role::Modifier;
        return;
    }
    const bool is_actor = !is_in && !mention.container && next != nullptr && next->is_word()
                          && (next->has(kSpeech) || reading_.text[next->begin] == '\'');
    if (is_actor) {
        mention.role = Role::Actor;
    } else if (is_in || mention.container || mention.is_container) {
        mention.role = Role::Locative;
    }
}

bool Weigher::has_theatre(const Mention& mention) {
    return std::any_of(mention.candidates.begin(), mention.candidates.end(), [](const auto& match) {
        return match.country_key == places::country_key("UA")
               || match.country_key == places::country_key("RU");
    });
}

/// "KYIV, Ukraine (AP) —", "HUDSON -- Officials": capitals at the start of a paragraph, then a dash or a bracket.
bool Weigher::is_dateline(const Mention& mention) const {
    const Piece& head = reading_.pieces[mention.first];
    if (head.letter_case != LetterCase::Upper || !head.starts_sentence) {
        return false;
    }
    const std::uint32_t stop = std::min<std::uint32_t>(
        mention.end + 6,
        static_cast<std::uint32_t>(reading_.pieces.size()));
    for (std::uint32_t i = mention.end; i < stop; ++i) {
        const Piece& piece = reading_.pieces[i];
        const bool is_long_dash = piece.kind == prose::TokenKind::Punctuation
                                  && reading_.text.substr(piece.begin, 2) == "\xE2\x80";
        if (piece.mark == '(' || piece.mark == '-' || is_long_dash) {
            return true;
        }
        if (piece.mark == ';' || piece.mark == ':' || (piece.is_word() && !piece.is_capital())) {
            return false;
        }
    }
    return false;
}

void Weigher::weigh(Mention& mention) const {
    set_role(mention);
    mention.is_dateline = is_dateline(mention);
    if (mention.is_dateline) {
        mention.role = Role::Locative;
        mention.rule = mention.is_fixed ? mention.rule : "dateline";
    }
    mention.evidence =
        weight::kBase + words_before(mention) + words_behind(mention) + people_around(mention);
    if (mention.is_fixed) {
        mention.evidence += weight::kFixed + 2.0;
        return;
    }
    if (reading_.options.theatre_bias && has_theatre(mention)) {
        mention.evidence += weight::kTheatre;
    }
    mention.evidence += own_words(mention) + (mention.is_dateline ? weight::kDateline : 0);
    const Piece* next = behind(mention);
    if (next != nullptr && next->is_word() && next->has(kRegionNoun)) {
        mention.wish = KindWish::Region;
        mention.is_plural_list = reading_.text[next->end - 1] == 's';
    }
}

}  // namespace salient::toponym
