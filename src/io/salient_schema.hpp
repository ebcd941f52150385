#pragma once

#include "events/event.hpp"
#include "io/event_properties.hpp"
#include "io/table.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// Reads back events that write_events has written, whatever the format.
class SalientSchema {
public:
    /// nullopt when the columns are not those of write_events.
    /// @param is_csv  cells were made safe for spreadsheets, and the position is in columns
    [[nodiscard]] static std::optional<SalientSchema> match(
        const std::vector<std::string>& columns,
        bool is_csv);

    /// The event of a row, equal to the one that was written; nullopt when the row is none (an unknown event type).
    /// @param cells  as Table::row() gives them
    /// @param shape  the row's geometry; may be null
    [[nodiscard]] std::optional<events::Event> event(
        std::span<const std::string_view> cells,
        const Shape* shape) const;

private:
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};
    struct Column {
        std::uint32_t plain = kNone;
        std::uint32_t twin = kNone;  ///< the same as JSON (kml_names.hpp)
    };
    std::array<Column, kEventColumns.size()> columns_{};
    std::uint32_t latitude_ = kNone;
    std::uint32_t longitude_ = kNone;
    bool is_csv_ = false;

    class Row;
};

}  // namespace salient::io
