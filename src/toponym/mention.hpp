#pragma once

#include "places/gazetteer.hpp"
#include "toponym/pieces.hpp"
#include "toponym/toponym.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace salient::toponym {

/// What kinds of places a mention may be, when its words say so ("Kursk region", "Fairfax County").
enum class KindWish : std::uint8_t { Any, Region, Water };

/// A span of pieces that is the name of a place in the gazetteer, with the evidence for and against its being one here.
struct Mention {
    std::uint32_t first = 0;  ///< pieces, end exclusive
    std::uint32_t end = 0;
    std::uint32_t begin_byte = 0;
    std::uint32_t end_byte = 0;
    std::uint64_t key = 0;                        ///< equal for mentions of the same name
    std::vector<places::NameMatch> candidates;    ///< most prominent first
    std::optional<places::PlaceIndex> container;  ///< the region or country named right behind
    std::string_view rule = "name";
    double evidence = 0;  ///< log odds of being a place name
    KindWish wish = KindWish::Any;
    Role role = Role::Bare;
    bool is_cyrillic = false;
    bool is_dateline = false;     ///< "KYIV, Ukraine (AP) —"
    bool is_plural_list = false;  ///< "… counties", "… oblasts" stands behind the list it is in
    bool is_container = false;    ///< stands right behind the place it contains
    bool is_fixed = false;  ///< means its only candidate wherever it stands: "U.S.", "Turkish"
};

}  // namespace salient::toponym
