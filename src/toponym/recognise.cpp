#include "toponym/recognise.hpp"

#include "toponym/evidence.hpp"
#include "toponym/matcher.hpp"
#include "toponym/people.hpp"

#include <algorithm>
#include <unordered_map>

namespace salient::toponym {
namespace {

/// A country, region or abbreviation of one right behind a comma says where the place before it is: "Springfield, Ill.".
void link_containers(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    std::vector<Mention>& mentions) {
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        Mention& inner = mentions[i];
        Mention& outer = mentions[i + 1];
        const bool has_comma =
            outer.first == inner.end + 1 && reading.pieces[inner.end].mark == ',';
        const bool is_adjacent = outer.first == inner.end && outer.rule == "abbreviation";
        if ((!has_comma && !is_adjacent) || inner.role == Role::Demonym
            || outer.role == Role::Demonym
            || reading.pieces[outer.first].sentence != reading.pieces[inner.first].sentence) {
            continue;
        }
        const places::PlaceKind inner_kind = gazetteer.at(inner.candidates.front().place).kind;
        for (const places::NameMatch& match : outer.candidates) {
            const places::PlaceIndex candidate = match.place;
            const places::Place place = gazetteer.at(candidate);
            const bool is_area =
                place.kind == places::PlaceKind::Country || place.kind == places::PlaceKind::Region;
            // "Russia, Ukraine" is a list; "Kyiv, Ukraine" is not.
            const bool contains =
                is_area
                && std::any_of(
                    inner.candidates.begin(),
                    inner.candidates.end(),
                    [&](const places::NameMatch& part_match) {
                        const places::PlaceIndex index = part_match.place;
                        const places::Place part = gazetteer.at(index);
                        return part.country == place.country && index != candidate
                               && part.kind != places::PlaceKind::Country
                               && (place.kind == places::PlaceKind::Country
                                   || (part.region_id == place.region_id
                                       && part.kind != places::PlaceKind::Region));
                    });
            if (contains
                && (inner_kind != places::PlaceKind::Country || is_adjacent
                    || place.kind == places::PlaceKind::Region)) {
                inner.container = candidate;
                outer.is_container = true;
                break;
            }
        }
    }
}

/// True when nothing but commas and "and" stand between two mentions: "Kursk, Belgorod and Bryansk".
bool are_listed(const Reading& reading, const Mention& first, const Mention& second) {
    const std::uint32_t gap = second.first - first.end;
    if (gap == 0 || gap > 2
        || reading.pieces[first.first].sentence != reading.pieces[second.first].sentence) {
        return false;
    }
    for (std::uint32_t i = first.end; i < second.first; ++i) {
        const Piece& piece = reading.pieces[i];
        const std::string_view word = reading.text.substr(piece.begin, piece.end - piece.begin);
        const bool joins = word == "," || word == "and" || word == "or" || word == "&"
                           || word == "і" || word == "й" || word == "та" || word == "и"
                           || word == "или" || word == "або";
        if (!joins) {
            return false;
        }
    }
    return true;
}

/// Members of a list are of one kind: a sure one lifts its neighbours, and "oblasts" behind the last holds for all.
void share_in_lists(const Reading& reading, std::vector<Mention>& mentions) {
    static constexpr double kListed = 1.2;
    static constexpr double kSure = 2.0;
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        Mention& next = mentions[i + 1];
        if (!are_listed(reading, mentions[i], next)) {
            continue;
        }
        if (mentions[i].evidence >= kSure && next.evidence < kSure) {
            next.evidence += kListed;
        }
        if (mentions[i].role == Role::Locative && next.role == Role::Bare) {
            next.role = Role::Locative;
        }
    }
    for (std::size_t i = mentions.size(); i-- > 1;) {
        Mention& previous = mentions[i - 1];
        if (!are_listed(reading, previous, mentions[i])) {
            continue;
        }
        if (mentions[i].evidence >= kSure && previous.evidence < kSure) {
            previous.evidence += kListed;
        }
        if (mentions[i].is_plural_list) {
            previous.wish = KindWish::Region;
            previous.is_plural_list = true;
        }
    }
}

/// Mentions of one name support each other: "in Reading" makes a later bare "Reading" a place too.
void share_evidence(std::vector<Mention>& mentions) {
    std::unordered_map<std::uint64_t, double> best;
    for (const Mention& mention : mentions) {
        auto [entry, is_new] = best.emplace(mention.key, mention.evidence);
        if (!is_new) {
            entry->second = std::max(entry->second, mention.evidence);
        }
    }
    for (Mention& mention : mentions) {
        const double lead = best[mention.key] - mention.evidence;
        if (lead > 0 && best[mention.key] > 0) {
            mention.evidence += std::min(lead, 4.0) * 0.4;
        }
    }
}

}  // namespace

std::vector<Mention>
recognise(const Reading& reading, const places::Gazetteer& gazetteer, const Lexicon& lexicon) {
    Matcher matcher(reading, gazetteer, lexicon);
    std::vector<Mention> mentions;
    const auto count = static_cast<std::uint32_t>(reading.pieces.size());
    for (std::uint32_t i = 0; i < count;) {
        auto mention = matcher.match(i, mentions.empty() ? nullptr : &mentions.back());
        if (!mention) {
            ++i;
            continue;
        }
        i = mention->end;
        mentions.push_back(std::move(*mention));
    }
    link_containers(reading, gazetteer, mentions);
    const People people(reading, matcher);
    const Weigher weigher(reading, lexicon, people);
    for (Mention& mention : mentions) {
        weigher.weigh(mention);
    }
    share_in_lists(reading, mentions);
    share_evidence(mentions);
    return mentions;
}

}  // namespace salient::toponym
