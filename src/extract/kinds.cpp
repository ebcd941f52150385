#include "extract/kinds.hpp"

#include <array>

namespace salient::extract {

namespace {

using events::EventType;

struct Row {
    std::string_view id;
    EventType type;
    double rank;
};

// In the order of Kind.
constexpr std::array<Row, kKindCount> kRows = {{
    {"armed_clash", EventType::GroundCombat, 0.7},
    {"attack", EventType::GroundCombat, 0.5},
    {"advance", EventType::GroundCombat, 0.7},
    {"incursion", EventType::GroundCombat, 0.75},
    {"air_strike", EventType::Strike, 0.9},
    {"missile_strike", EventType::Strike, 0.9},
    {"drone_strike", EventType::Strike, 0.9},
    {"explosion", EventType::Strike, 0.75},
    {"suicide_bombing", EventType::Strike, 0.9},
    {"remote_bomb", EventType::Strike, 0.9},
    {"grenade", EventType::Strike, 0.9},
    {"chemical", EventType::Strike, 0.9},
    {"shelling", EventType::Shelling, 0.9},
    {"arrest", EventType::Capture, 0.8},
    {"abduction", EventType::Capture, 0.85},
    {"captured", EventType::Capture, 0.9},
    {"exchange", EventType::Capture, 0.95},
    {"surrender", EventType::Capture, 0.8},
    {"takeover", EventType::ControlChange, 0.85},
    {"withdrawal", EventType::ControlChange, 0.7},
    {"holding", EventType::ControlChange, 0.6},
    {"casualties", EventType::Casualties, 0.55},
    {"deployment", EventType::Deployment, 0.6},
    {"base", EventType::Deployment, 0.6},
    {"arms_seizure", EventType::Other, 0.7},
    {"aid", EventType::Aid, 0.85},
    {"meeting", EventType::Statement, 0.65},
    {"agreement", EventType::Statement, 0.7},
    {"diplomacy", EventType::Statement, 0.6},
    {"responsibility", EventType::Statement, 0.55},
    {"statement", EventType::Statement, 0.2},
    {"protest", EventType::Protest, 0.85},
    {"riot", EventType::Protest, 0.85},
    {"crackdown", EventType::Protest, 0.85},
    {"mob", EventType::Other, 0.7},
    {"sexual_violence", EventType::Other, 0.7},
    {"crime", EventType::Other, 0.5},
    {"property", EventType::Other, 0.6},
    {"natural_disaster", EventType::Other, 0.6},
    {"accident", EventType::Other, 0.55},
    {"evacuation", EventType::Other, 0.55},
    {"other", EventType::Other, 0.4},
}};

const Row& row(Kind kind) {
    return kRows[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string_view kind_id(Kind kind) {
    return row(kind).id;
}

std::optional<Kind> kind_from_id(std::string_view id) {
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (kRows[i].id == id) {
            return static_cast<Kind>(i);
        }
    }
    return std::nullopt;
}

events::EventType event_type(Kind kind) {
    return row(kind).type;
}

double rank(Kind kind) {
    return row(kind).rank;
}

}  // namespace salient::extract
