#include "extract/capitals.hpp"

#include "places/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace salient::extract {

namespace {

constexpr std::uint32_t kApposition = 4;  // tokens: "capital city, Nairobi"

/// Tokens of a country's name with the words that make it its capital.
struct CapitalSpan {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

/// "the Chinese capital market" is about money.
bool is_money(std::string_view word) {
    static constexpr std::array<std::string_view, 10> kMoney = {
        "market",
        "markets",
        "flows",
        "inflows",
        "outflows",
        "outflow",
        "gains",
        "controls",
        "investment",
        "punishment"};
    return std::find(kMoney.begin(), kMoney.end(), word) != kMoney.end();
}

/// "Russian capital", "Russia's capital".
std::optional<CapitalSpan>
capital_behind(const Reading& reading, const Passage& passage, const PlaceMark& mark) {
    const auto end = static_cast<std::uint32_t>(passage.sentence.end_token);
    std::uint32_t at = mark.end;
    if (reading.toponyms[mark.toponym].role != toponym::Role::Demonym) {
        const bool is_owner = at < end && (reading.words[at] == "'s" || reading.words[at] == "’s");
        if (!is_owner) {
            return std::nullopt;
        }
        ++at;
    }
    if (at >= end || reading.words[at] != "capital"
        || (at + 1 < end && is_money(reading.words[at + 1]))) {
        return std::nullopt;
    }
    return CapitalSpan{mark.first, at + 1};
}

/// "capital of Russia", "столиці України".
std::optional<CapitalSpan>
capital_before(const Reading& reading, const Passage& passage, const PlaceMark& mark) {
    const auto begin = static_cast<std::uint32_t>(passage.sentence.first_token);
    if (mark.first >= begin + 2 && reading.words[mark.first - 1] == "of"
        && reading.words[mark.first - 2] == "capital") {
        return CapitalSpan{mark.first - 2, mark.end};
    }
    if (mark.first > begin && reading.words[mark.first - 1].starts_with("столиц")) {
        return CapitalSpan{mark.first - 1, mark.end};
    }
    return std::nullopt;
}

bool is_named_behind(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const Passage& passage,
    std::uint32_t end) {
    return std::any_of(passage.places.begin(), passage.places.end(), [&](const PlaceMark& other) {
        return other.first >= end && other.first < end + kApposition
               && gazetteer.kind(reading.toponyms[other.toponym].place)
                      == places::PlaceKind::Settlement;
    });
}

}  // namespace

void name_capitals(const places::Gazetteer& gazetteer, Reading& reading) {
    for (Passage& passage : reading.passages) {
        for (PlaceMark& mark : passage.places) {
            toponym::Toponym& name = reading.toponyms[mark.toponym];
            if (gazetteer.kind(name.place) != places::PlaceKind::Country) {
                continue;
            }
            const auto behind = capital_behind(reading, passage, mark);
            const auto span = behind ? behind : capital_before(reading, passage, mark);
            const auto city = gazetteer.capital(gazetteer.at(name.place).country);
            if (!span || !city || is_named_behind(reading, gazetteer, passage, span->end)) {
                continue;
            }
            mark.first = span->first;
            mark.end = span->end;
            name.begin = reading.tokens[span->first].begin;
            name.end = reading.tokens[span->end - 1].end;
            name.place = *city;
            name.point = gazetteer.at(*city).point;
            name.precision = toponym::Precision::Point;
            name.role = toponym::Role::Bare;
        }
    }
}

}  // namespace salient::extract
