#include "extract/repeats.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace salient::extract {

namespace {

constexpr std::size_t kMaxAlike = 16;  // mentions that are compared with each other

/// Mentions by type and one of their numbers: those that may tell of the same happening.
using ByNumber = std::unordered_map<std::string, std::vector<std::size_t>>;

std::string number_key(const Mention& mention, const events::Quantity& quantity) {
    return std::to_string(static_cast<int>(event_type(mention.kind))) + quantity.role
           + std::to_string(quantity.value);
}

ByNumber by_number(const std::vector<Mention>& mentions) {
    ByNumber found;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        for (const QuantityMark& mark : mentions[i].quantities) {
            std::vector<std::size_t>& list = found[number_key(mentions[i], mark.quantity)];
            if (list.size() < kMaxAlike) {
                list.push_back(i);
            }
        }
    }
    return found;
}

bool is_country(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const SiteChoice& site) {
    return size_class(gazetteer, reading.toponyms[site.toponym]) == 3;
}

/// Where another mention puts what has the same number, within the country that this one names.
std::optional<SiteChoice> finer_site(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const std::vector<Mention>& mentions,
    const ByNumber& alike,
    const Mention& mention) {
    const auto country_of = [&](const SiteChoice& site) {
        return gazetteer.at(reading.toponyms[site.toponym].place).country;
    };
    for (const QuantityMark& mark : mention.quantities) {
        for (const std::size_t i : alike.at(number_key(mention, mark.quantity))) {
            const std::optional<SiteChoice>& site = mentions[i].site;
            if (site && !is_country(reading, gazetteer, *site)
                && country_of(*site) == country_of(*mention.site)) {
                return site;
            }
        }
    }
    return std::nullopt;
}

bool same_date(const Mention& a, const Mention& b) {
    if (!a.date || !b.date) {
        return !a.date && !b.date;
    }
    return a.date->span.begin == b.date->span.begin && a.date->span.end == b.date->span.end;
}

bool same_site(const Reading& reading, const Mention& a, const Mention& b) {
    if (!a.site || !b.site) {
        return !a.site && !b.site;
    }
    return reading.toponyms[a.site->toponym].place == reading.toponyms[b.site->toponym].place;
}

bool same_quantities(const Mention& a, const Mention& b) {
    if (a.quantities.empty() || a.quantities.size() != b.quantities.size()) {
        return false;
    }
    return std::all_of(a.quantities.begin(), a.quantities.end(), [&](const QuantityMark& mine) {
        return std::any_of(b.quantities.begin(), b.quantities.end(), [&](const auto& other) {
            return other.quantity.role == mine.quantity.role
                   && other.quantity.value == mine.quantity.value;
        });
    });
}

}  // namespace

void refine_sites(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    std::vector<Mention>& mentions) {
    const ByNumber alike = by_number(mentions);
    for (Mention& mention : mentions) {
        if (!mention.site || !is_country(reading, gazetteer, *mention.site)) {
            continue;
        }
        if (auto site = finer_site(reading, gazetteer, mentions, alike, mention)) {
            mention.site = site;
            mention.site->rule = "place.same_happening";
            mention.site->confidence *= 0.8;
        }
    }
}

void join_repeats(const Reading& reading, std::vector<Mention>& mentions) {
    std::vector<Mention> kept;
    ByNumber seen;
    for (Mention& mention : mentions) {
        if (mention.quantities.empty()) {
            kept.push_back(std::move(mention));
            continue;
        }
        std::vector<std::size_t>& alike =
            seen[number_key(mention, mention.quantities.front().quantity)];
        const auto first = std::find_if(alike.begin(), alike.end(), [&](std::size_t i) {
            return same_date(kept[i], mention) && same_site(reading, kept[i], mention)
                   && same_quantities(kept[i], mention)
                   && kept[i].trigger.assertion == mention.trigger.assertion;
        });
        if (first != alike.end()) {
            if (kept[*first].repeats.size() < kMaxAlike) {
                kept[*first].repeats.push_back(mention.passage);
            }
            continue;
        }
        if (alike.size() < kMaxAlike) {
            alike.push_back(kept.size());
        }
        kept.push_back(std::move(mention));
    }
    mentions = std::move(kept);
}

}  // namespace salient::extract
