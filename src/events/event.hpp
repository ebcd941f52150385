#pragma once

#include "geo/types.hpp"
#include "time/span.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace salient::events {

/// What happened. A short list with a fixed mapping to ACLED and PLOVER (events/types.hpp).
enum class EventType : std::uint8_t {
    GroundCombat,
    Strike,  ///< air, missile or drone
    Shelling,
    Capture,  ///< of persons: prisoners, hostages, arrests, exchanges
    ControlChange,
    Casualties,
    Deployment,
    Aid,
    Statement,
    Protest,
    Other,
};
inline constexpr std::size_t kEventTypeCount = 11;

/// How exactly the place is known.
enum class LocationPrecision : std::uint8_t {
    Exact,
    Settlement,
    District,
    Region,
    Country,
    Unknown
};

/// What a person has said of the event. Machine-read events start as Unreviewed.
enum class ReviewStatus : std::uint8_t { Unreviewed, Accepted, Edited, Rejected };

/// How the source puts it.
enum class Assertion : std::uint8_t { Reported, Claimed, Denied, Planned, Hypothetical };

/// Where something happened.
struct Location {
    geo::LonLat point;
    LocationPrecision precision = LocationPrecision::Exact;
    double radius_m = 0;    ///< the true place lies within; 0 when exact
    std::string name;       ///< as shown: "Kursk region"
    std::string place_id;   ///< gazetteer id, or empty
    std::string region_id;  ///< ISO 3166-2 of the first-level region ("RU-KRS"), or empty
    std::string country;    ///< ISO 3166-1 alpha-2, or empty
    friend bool operator==(const Location&, const Location&) = default;
};

/// A number that the source gives, with what it counts.
struct Quantity {
    std::string
        role;  ///< killed, wounded, captured, troops, area, distance, drones_launched, drones_downed, missiles_launched, …
    double value = 0;       ///< in `unit`
    std::string unit;       ///< "persons", "km2", "km", "drones", …
    std::string qualifier;  ///< "", "more than", "at least", "about", "up to"
    std::string text;       ///< as written
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// One reference to where a statement stands.
struct Source {
    std::string title;
    std::string publisher;
    std::string url;        ///< or the file's path
    std::string published;  ///< ISO date of publication, or empty
    std::string text_hash;  ///< hex digest of the stored text, or empty
    friend bool operator==(const Source&, const Source&) = default;
};

/// The characters a field was read from. Offsets are bytes into the UTF-8 text of the article, end exclusive.
struct Evidence {
    std::string field;  ///< "sentence", "date", "place", "type", "quantity.killed", "claimed_by"
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;       ///< always equal to the stored text from begin to end
    std::string rule;       ///< which rule or model
    double confidence = 0;  ///< 0…1
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A dated, placed, typed happening or statement.
struct Event {
    std::string id;  ///< unique in a store, stable across reloads of the same file
    std::string title;
    EventType type = EventType::Other;
    std::string subtype;               ///< the file's own type, if any
    std::optional<time::Span> time;    ///< nullopt: undated, kept in the tray
    std::string time_text;             ///< as the source wrote it
    std::optional<Location> location;  ///< nullopt: unlocated, kept in the tray
    std::string location_text;         ///< as the source wrote it
    std::vector<Quantity> quantities;
    std::vector<std::string> actors;
    std::string claimed_by;  ///< who says so ("SBU"), or empty
    Assertion assertion = Assertion::Reported;
    double confidence = 1;  ///< 0…1; 1 for rows of a file
    ReviewStatus status = ReviewStatus::Accepted;
    std::string source_text;  ///< the sentence, verbatim
    std::string article_id;   ///< which loaded article it came from, or empty
    std::vector<Source> sources;
    std::vector<Evidence> evidence;
    std::vector<std::pair<std::string, std::string>>
        extras;  ///< all original columns, in file order
    friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace salient::events
