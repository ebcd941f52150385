#include "events/types.hpp"

#include "events/fold.hpp"

#include <array>

namespace salient::events {

namespace {

struct TypeRow {
    std::string_view id;
    std::string_view label;
    std::string_view plain;
};

// In the order of EventType.
constexpr std::array<TypeRow, kEventTypeCount> kTypes = {{
    {"ground_combat", "Ground combat", "battle"},
    {"strike", "Air, missile or drone strike", "strike"},
    {"shelling", "Shelling", "shelling"},
    {"capture", "Capture of persons", "capture"},
    {"control_change", "Change of control", "control"},
    {"casualties", "Casualties", "casualties"},
    {"deployment", "Deployment", "other"},
    {"aid", "Aid", "aid"},
    {"statement", "Statement", "statement"},
    {"protest", "Protest", "protest"},
    {"other", "Other", "other"},
}};

// In the order of the enumerations.
constexpr std::array<std::string_view, 6> kPrecisions =
    {"exact", "settlement", "district", "region", "country", "unknown"};
constexpr std::array<std::string_view, 4> kStatuses = {
    "unreviewed",
    "accepted",
    "edited",
    "rejected"};
constexpr std::array<std::string_view, 5> kAssertions =
    {"reported", "claimed", "denied", "planned", "hypothetical"};

template <class Enum, std::size_t N>
std::optional<Enum> position_of(const std::array<std::string_view, N>& words, std::string_view id) {
    for (std::size_t i = 0; i < N; ++i) {
        if (words[i] == id) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

struct AcledRow {
    std::string_view type;
    std::string_view sub_type;  // empty: every other sub-event of the type
    EventType result;
};

constexpr AcledRow kAcled[] = {
    {"battles", "government regains territory", EventType::ControlChange},
    {"battles", "non-state actor overtakes territory", EventType::ControlChange},
    {"battles", "", EventType::GroundCombat},
    {"explosions/remote violence", "air/drone strike", EventType::Strike},
    {"explosions/remote violence", "shelling/artillery/missile attack", EventType::Shelling},
    {"explosions/remote violence", "", EventType::Other},
    {"violence against civilians", "abduction/forced disappearance", EventType::Capture},
    {"violence against civilians", "", EventType::Casualties},
    {"protests", "", EventType::Protest},
    {"riots", "", EventType::Protest},
    {"strategic developments", "agreement", EventType::Statement},
    {"strategic developments", "arrests", EventType::Capture},
    {"strategic developments", "headquarters or base established", EventType::Deployment},
    {"strategic developments", "non-violent transfer of territory", EventType::ControlChange},
    {"strategic developments", "", EventType::Other},
    // Before 2019.
    {"battle-government regains territory", "", EventType::ControlChange},
    {"battle-non-state actor overtakes territory", "", EventType::ControlChange},
    {"battle-no change of territory", "", EventType::GroundCombat},
    {"remote violence", "", EventType::Other},
    {"riots/protests", "", EventType::Protest},
    {"headquarters or base established", "", EventType::Deployment},
    {"non-violent transfer of territory", "", EventType::ControlChange},
};

bool equals_folded(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size()) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (fold_case(static_cast<unsigned char>(text[i]))
            != static_cast<unsigned char>(lower[i])) {
            return false;
        }
    }
    return true;
}

const TypeRow& row(EventType type) {
    return kTypes[static_cast<std::size_t>(type)];
}

}  // namespace

std::string_view type_id(EventType type) {
    return row(type).id;
}

std::string_view type_label(EventType type) {
    return row(type).label;
}

std::string_view plain_type_id(EventType type) {
    return row(type).plain;
}

std::optional<EventType> type_from_id(std::string_view id) {
    for (std::size_t i = 0; i < kTypes.size(); ++i) {
        if (kTypes[i].id == id) {
            return static_cast<EventType>(i);
        }
    }
    return std::nullopt;
}

EventType type_from_acled(std::string_view event_type, std::string_view sub_event_type) {
    for (const AcledRow& entry : kAcled) {
        const bool any = entry.sub_type.empty();
        if (equals_folded(event_type, entry.type)
            && (any || equals_folded(sub_event_type, entry.sub_type))) {
            return entry.result;
        }
    }
    return EventType::Other;
}

std::string_view precision_id(LocationPrecision precision) {
    return kPrecisions[static_cast<std::size_t>(precision)];
}

std::optional<LocationPrecision> precision_from_id(std::string_view id) {
    return position_of<LocationPrecision>(kPrecisions, id);
}

std::string_view status_id(ReviewStatus status) {
    return kStatuses[static_cast<std::size_t>(status)];
}

std::optional<ReviewStatus> status_from_id(std::string_view id) {
    return position_of<ReviewStatus>(kStatuses, id);
}

std::string_view assertion_id(Assertion assertion) {
    return kAssertions[static_cast<std::size_t>(assertion)];
}

std::optional<Assertion> assertion_from_id(std::string_view id) {
    return position_of<Assertion>(kAssertions, id);
}

}  // namespace salient::events
