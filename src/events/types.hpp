#pragma once

#include "events/event.hpp"

#include <optional>
#include <string_view>

namespace salient::events {

/// The word used in files: "ground_combat", "strike", "shelling", "capture", "control_change", "casualties", "deployment",
/// "aid", "statement", "protest", "other".
[[nodiscard]] std::string_view type_id(EventType type);
/// What a person reads: "Ground combat".
[[nodiscard]] std::string_view type_label(EventType type);
[[nodiscard]] std::optional<EventType> type_from_id(std::string_view id);
/// From ACLED's event_type and sub_event_type. @source ACLED codebook 2023, table 2
[[nodiscard]] EventType type_from_acled(
    std::string_view event_type,
    std::string_view sub_event_type);
/// The plain scheme of ten types: battle, strike, shelling, capture, control, casualties, statement, aid, protest, other.
[[nodiscard]] std::string_view plain_type_id(EventType type);

[[nodiscard]] std::string_view precision_id(LocationPrecision precision);
[[nodiscard]] std::optional<LocationPrecision> precision_from_id(std::string_view id);
[[nodiscard]] std::string_view status_id(ReviewStatus status);
[[nodiscard]] std::optional<ReviewStatus> status_from_id(std::string_view id);
[[nodiscard]] std::string_view assertion_id(Assertion assertion);
[[nodiscard]] std::optional<Assertion> assertion_from_id(std::string_view id);

}  // namespace salient::events
