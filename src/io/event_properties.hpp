#pragma once

#include "events/event.hpp"
#include "io/write_events.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// One property of an event in a file.
struct Property {
    enum class Kind : std::uint8_t { Text, Day, Number, Json };
    std::string_view name;
    Kind kind = Kind::Text;
    std::string text;  ///< never empty; a Number and Json as JSON
};

/// What a column of an exported file is called and holds.
struct PropertyColumn {
    std::string_view name;
    Property::Kind kind = Property::Kind::Text;
};

/// All columns in their order; those of tables begin with these.
inline constexpr std::array<PropertyColumn, 33> kEventColumns = {{
    {"id", Property::Kind::Text},
    {"title", Property::Kind::Text},
    {"type", Property::Kind::Text},
    {"event_type", Property::Kind::Text},
    {"subtype", Property::Kind::Text},
    {"date_start", Property::Kind::Day},
    {"date_end", Property::Kind::Day},
    {"time_begin", Property::Kind::Text},
    {"time_end", Property::Kind::Text},
    {"time_precision", Property::Kind::Text},
    {"time_zone", Property::Kind::Text},
    {"time_open", Property::Kind::Text},
    {"time_approximate", Property::Kind::Json},
    {"time_text", Property::Kind::Text},
    {"place", Property::Kind::Text},
    {"place_precision", Property::Kind::Text},
    {"radius_m", Property::Kind::Number},
    {"place_id", Property::Kind::Text},
    {"region_id", Property::Kind::Text},
    {"country", Property::Kind::Text},
    {"location_text", Property::Kind::Text},
    {"quantities", Property::Kind::Json},
    {"quantity_details", Property::Kind::Json},
    {"actors", Property::Kind::Json},
    {"claimed_by", Property::Kind::Text},
    {"assertion", Property::Kind::Text},
    {"confidence", Property::Kind::Number},
    {"status", Property::Kind::Text},
    {"source_text", Property::Kind::Text},
    {"article_id", Property::Kind::Text},
    {"sources", Property::Kind::Json},
    {"evidence", Property::Kind::Json},
    {"extras", Property::Kind::Json},
}};

/// Takes a property as in Property; the text is gone behind the call.
using PropertySink = std::function<void(std::string_view name, Property::Kind, std::string_view)>;

/// The properties that an event has, in the order of kEventColumns; what is empty is left out.
[[nodiscard]] std::vector<Property> event_properties(const events::Event& event, TypeScheme scheme);
/// The same, one by one.
void visit_properties(const events::Event& event, TypeScheme scheme, const PropertySink& sink);

/// The event has a position that a file can hold.
[[nodiscard]] bool has_position(const events::Event& event);

}  // namespace salient::io
