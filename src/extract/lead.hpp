#pragma once

#include "extract/mentions.hpp"
#include "extract/reading.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace salient::extract {

inline constexpr std::uint32_t kLeadPassages = 5;  ///< sentences that tell the main news

/// When and where the article's main news happened.
struct Lead {
    std::optional<DateChoice> date;
    std::optional<SiteChoice> site;
    std::vector<events::EventType> types;  ///< of what happened there
    std::optional<Kind> weapon;            ///< the first kind of strike or shelling
};

/// Reads it off the first mentions: the first day that is told, the first place finer than a country.
[[nodiscard]] Lead lead_of(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const std::vector<Mention>& mentions);

/// Something that has a place of its own: no statement, no aid.
[[nodiscard]] bool is_placeable(const Mention& mention);
/// A date of a day or less.
[[nodiscard]] bool is_day_like(const DateChoice& date);

}  // namespace salient::extract
