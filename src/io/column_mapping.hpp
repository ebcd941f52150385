#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace salient::io {

/// What a column of a table says about the event.
enum class Role : std::uint8_t {
    Id,
    Title,
    Text,
    Type,
    Subtype,
    Start,
    End,
    Clock,     ///< time of day beside a Start that is a day
    EndClock,  ///< the same for End
    Year,
    Month,
    Day,
    TimePrecision,
    Latitude,
    Longitude,
    Position,  ///< both in one cell: "50.4, 30.5", WKT, GeoJSON, MGRS
    Place,
    PlacePrecision,
    RadiusM,
    Region,
    Country,
    Source,  ///< address of the source
    SourceName,
    Actor,
    Killed,
    KilledLow,
    KilledHigh,
    Status,
    Confidence,
};
inline constexpr std::size_t kRoleCount = 29;

/// The order of the numbers in dates such as 05/03/2022.
enum class DateOrder : std::uint8_t { DayFirst, MonthFirst, YearFirst };

/// Which column means what. Guessed for every file, shown, and correctable.
struct ColumnMapping {
    std::string schema = "generic";
    std::vector<std::pair<Role, std::string>>
        columns;                          ///< a role may have several columns (actors, sources)
    std::optional<DateOrder> date_order;  ///< nullopt: decided by the values
    std::uint64_t header_hash = 0;        ///< of the column names this was made for

    /// The first column of a role, or empty.
    [[nodiscard]] std::string_view column(Role role) const;
    friend bool operator==(const ColumnMapping&, const ColumnMapping&) = default;
};

/// "latitude", "start", "place_precision": the word for a role in files and dialogs.
[[nodiscard]] std::string_view role_id(Role role);
[[nodiscard]] std::optional<Role> role_from_id(std::string_view id);

/// A number that is the same for tables with the same column names in the same order.
[[nodiscard]] std::uint64_t header_hash(const std::vector<std::string>& columns);

/// The mapping as JSON text, to be remembered; reads back to an equal mapping.
[[nodiscard]] std::string mapping_json(const ColumnMapping& mapping);
[[nodiscard]] std::optional<ColumnMapping> mapping_from_json(std::string_view text);

}  // namespace salient::io
