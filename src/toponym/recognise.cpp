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
    const Weigher weigher(reading, gazetteer, lexicon, people);
    for (Mention& mention : mentions) {
        weigher.weigh(mention);
    }
    share_evidence(mentions);
    return mentions;
}

}  // namespace salient::toponym
