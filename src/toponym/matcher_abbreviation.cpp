#include "toponym/matcher.hpp"

#include <string_view>

namespace salient::toponym {

/// "Sulpher, La.", "D-Pa.", "(Ga.)": a dotted abbreviation behind something that may be a place nobody knows.
bool Matcher::may_stand_behind(std::uint32_t i, const Mention* previous) const {
    const auto& pieces = reading_.pieces;
    if (i == 0) {
        return false;
    }
    const bool in_brackets =
        pieces[i - 1].mark == '(' && previous != nullptr && previous->end + 1 == i;
    const bool behind_party =
        pieces[i].hyphen_before && pieces[i - 1].end - pieces[i - 1].begin == 1;
    const bool behind_name = i >= 2 && pieces[i - 1].mark == ',' && pieces[i - 2].is_word()
                             && pieces[i - 2].is_capital();
    return in_brackets || behind_party || behind_name;
}

std::optional<Mention> Matcher::match_abbreviation(std::uint32_t i, const Mention* previous) {
    const auto& pieces = reading_.pieces;
    // "U.S.", "N.Y.C.": letters with full stops.
    std::uint32_t end = i;
    while (end + 1 < pieces.size() && pieces[end].is_word()
           && pieces[end].end - pieces[end].begin == 1 && pieces[end + 1].mark == '.'
           && !pieces[end + 1].space_before && (end == i || !pieces[end].space_before)
           && end - i < 8) {
        end += 2;
    }
    if (i > 0 && pieces[i - 1].kind == prose::TokenKind::Number) {
        return std::nullopt;  // "250 B.C."
    }
    std::uint32_t tries[4] = {end, i, i, i + 1};
    const bool has_stop =
        i + 1 < pieces.size() && pieces[i + 1].mark == '.' && !pieces[i + 1].space_before;
    if (has_stop) {
        tries[2] = i + 2;
        const bool goes_on = i + 3 < pieces.size() && pieces[i + 2].is_word()
                             && !pieces[i + 2].space_before && pieces[i + 3].mark == '.';
        tries[1] = goes_on ? i + 4 : i;  // "W.Va."
    }
    for (const std::uint32_t stop : tries) {
        if (stop == i) {
            continue;
        }
        const std::string_view text = text_of(i, stop);
        const Abbreviation* found = lexicon_.abbreviation(text);
        const bool is_money = stop < pieces.size() && pieces[stop].mark == '$';
        if (found == nullptr || is_money) {
            continue;
        }
        const bool is_behind_place =
            previous != nullptr
            && (previous->end == i || (previous->end + 1 == i && pieces[i - 1].mark == ','));
        if (!found->needs_comma || is_behind_place
            || (text.back() == '.' && may_stand_behind(i, previous))) {
            Mention made = mention(i, stop, key_of(i, stop));
            made.candidates = {gazetteer_.match_of(found->place)};
            made.rule = "abbreviation";
            made.is_fixed = true;
            return made;
        }
    }
    return std::nullopt;
}

std::optional<Mention> Matcher::match_demonym(std::uint32_t i) const {
    if (!reading_.options.with_demonyms) {
        return std::nullopt;
    }
    for (const std::uint32_t length : {2U, 1U}) {
        if (length == 2 && !can_follow(i + 1)) {
            continue;
        }
        const std::uint64_t key = key_of(i, i + length);
        if (const auto place = lexicon_.demonym(key)) {
            Mention made = mention(i, i + length, key);
            made.candidates = {gazetteer_.match_of(*place)};
            made.rule = "demonym";
            made.role = Role::Demonym;
            made.is_fixed = true;
            return made;
        }
    }
    return std::nullopt;
}

}  // namespace salient::toponym
