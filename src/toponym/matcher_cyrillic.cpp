#include "places/inflection.hpp"
#include "places/match_key.hpp"
#include "places/romanise.hpp"
#include "toponym/matcher.hpp"

#include <algorithm>
#include <array>

namespace salient::toponym {

/// Adds the places of all nominatives, then of romanisations.
void Matcher::look_up_forms(std::string_view name) {
    const std::vector<std::string> forms = places::nominative_names(name);
    const auto add = [this](std::string_view form) {
        places::KeyHash hash;
        hash.add(form);
        gazetteer_.find_key(hash.value(), found_);
    };
    for (const std::string& form : forms) {
        add(form);
    }
    if (!found_.empty()) {
        return;
    }
    for (const std::string& latin : places::romanise(name)) {
        add(latin);
    }
    for (const std::string& form : forms) {
        for (const std::string& latin : places::romanise(form)) {
            add(latin);
        }
    }
}

/// Each place once, most prominent first.
void Matcher::sort_found() {
    using Match = places::NameMatch;
    std::sort(found_.begin(), found_.end(), [](const Match& a, const Match& b) {
        return a.place < b.place;
    });
    found_.erase(
        std::unique(
            found_.begin(),
            found_.end(),
            [](const Match& a, const Match& b) { return a.place == b.place; }),
        found_.end());
    std::stable_sort(found_.begin(), found_.end(), [](const Match& a, const Match& b) {
        return a.prominence > b.prominence;
    });
}

/// The places of a name as it stands and, `with_forms`, in the nominative. A text says a name many times and asks once.
void Matcher::look_up_cyrillic(std::string_view name, bool with_forms) {
    places::KeyHash hash;
    hash.add(name);
    const std::uint64_t key = hash.value() ^ (with_forms ? 1U : 0U);
    const auto known = cyrillic_.find(key);
    if (known != cyrillic_.end()) {
        found_ = known->second;
        return;
    }
    found_.clear();
    gazetteer_.find_key(hash.value(), found_);
    if (with_forms) {
        look_up_forms(name);
    }
    sort_found();
    cyrillic_.emplace(key, found_);
}

Mention Matcher::cyrillic_mention(std::uint32_t first, std::uint32_t end) const {
    Mention made = mention(first, end, key_of(first, end));
    made.is_cyrillic = true;
    made.candidates.assign(
        found_.begin(),
        found_.begin() + static_cast<std::ptrdiff_t>(std::min(found_.size(), kMostCandidates)));
    return made;
}

/// "на Покровському напрямку", "на Курском направлении": the city that the adjective comes from, or empty.
std::string Matcher::city_of_direction(std::uint32_t i) const {
    struct Row {
        std::string_view adjective;
        std::string_view city;
    };
    static constexpr std::array<Row, 6> kRows = {{
        {"ському", "ськ"},
        {"ського", "ськ"},
        {"цькому", "цьк"},
        {"цького", "цьк"},
        {"ском", "ск"},
        {"ского", "ск"},
    }};
    if (!can_follow(i + 1)) {
        return {};
    }
    const std::string_view next = text_of(i + 1, i + 2);
    if (next.substr(0, 12) != "напрям" && next.substr(0, 18) != "направлен") {
        return {};
    }
    const std::string_view word = text_of(i, i + 1);
    for (const Row& row : kRows) {
        const std::size_t ending = row.adjective.size();
        if (word.size() > ending + 4 && word.substr(word.size() - ending) == row.adjective) {
            return std::string(word.substr(0, word.size() - ending)).append(row.city);
        }
    }
    return {};
}

std::optional<Mention> Matcher::match_cyrillic(std::uint32_t i) {
    const auto& pieces = reading_.pieces;
    std::uint32_t longest = i + 1;
    while (longest - i < 3 && longest < pieces.size() && can_follow(longest)
           && pieces[longest].is_word()
           && (pieces[longest].is_capital() || pieces[longest].has(kRegionNoun | kPlaceNoun)
               || pieces[longest].hyphen_before)) {
        ++longest;
    }
    if (const std::string city = city_of_direction(i); !city.empty()) {
        look_up_cyrillic(city, false);
        if (!found_.empty()) {
            return cyrillic_mention(i, i + 1);
        }
    }
    for (std::uint32_t end = longest; end > i; --end) {
        const bool is_word_alone = end == i + 1 && pieces[i].has(kNotPlace | kMonth);
        look_up_cyrillic(text_of(i, end), !is_word_alone);
        if (!found_.empty()) {
            return cyrillic_mention(i, end);
        }
    }
    return std::nullopt;
}

}  // namespace salient::toponym
