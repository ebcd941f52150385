#pragma once

#include "events/event.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace salient::extract {

/// What happened, finer than events::EventType; its id is the event's `subtype`.
enum class Kind : std::uint8_t {
    ArmedClash,
    Attack,
    Advance,
    Incursion,
    AirStrike,
    MissileStrike,
    DroneStrike,
    Explosion,
    SuicideBombing,
    RemoteBomb,
    Grenade,
    Chemical,
    Shelling,
    Arrest,
    Abduction,
    Captured,
    Exchange,
    Surrender,
    Takeover,
    Withdrawal,
    Holding,
    Casualties,
    Deployment,
    Base,
    ArmsSeizure,
    Aid,
    Meeting,
    Agreement,
    Diplomacy,
    Responsibility,
    Statement,
    Protest,
    Riot,
    Crackdown,
    Mob,
    SexualViolence,
    Crime,
    Property,
    NaturalDisaster,
    Accident,
    Evacuation,
    Other,
};
inline constexpr std::size_t kKindCount = 42;

[[nodiscard]] std::string_view kind_id(Kind kind);  ///< "air_strike"
[[nodiscard]] std::optional<Kind> kind_from_id(std::string_view id);
[[nodiscard]] events::EventType event_type(Kind kind);
/// How much a mention of this kind says about what a sentence is about, 0…1: "killed" says less than "missile strike".
[[nodiscard]] double rank(Kind kind);

}  // namespace salient::extract
