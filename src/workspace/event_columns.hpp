#pragma once

#include "workspace/rows.hpp"

#include <array>
#include <cstddef>

namespace salient::workspace {

namespace cell {
/// Positions in the row; the order of kEventColumns.
enum Index : std::size_t {
    Geom,
    Id,
    Title,
    Type,
    Subtype,
    Date,
    BeginAt,
    EndAt,
    TimePrecision,
    Place,
    PlacePrecision,
    Radius,
    Region,
    Country,
    Status,
    Confidence,
    Assertion,
    ClaimedBy,
    Actors,
    Quantities,
    SourceTitle,
    SourceUrl,
    SourceText,
    TimeText,
    LocationText,
    TimeBegin,
    TimeEnd,
    TimeZone,
    OpenBegin,
    OpenEnd,
    Approximate,
    PlaceId,
    ArticleId,
    Sources,
    Evidence,
    Extras,
    CellCount,
};
}  // namespace cell
using Cell = cell::Index;

inline constexpr std::array<Column, cell::CellCount> kEventColumns = {{
    {"geom", ColumnType::Point},           {"id", ColumnType::Text},
    {"title", ColumnType::Text},           {"type", ColumnType::Text},
    {"subtype", ColumnType::Text},         {"date", ColumnType::Text},
    {"begin_at", ColumnType::DateTime},    {"end_at", ColumnType::DateTime},
    {"time_precision", ColumnType::Text},  {"place", ColumnType::Text},
    {"place_precision", ColumnType::Text}, {"radius_m", ColumnType::Real},
    {"region_id", ColumnType::Text},       {"country", ColumnType::Text},
    {"status", ColumnType::Text},          {"confidence", ColumnType::Real},
    {"assertion", ColumnType::Text},       {"claimed_by", ColumnType::Text},
    {"actors", ColumnType::Text},          {"quantities", ColumnType::Text},
    {"source_title", ColumnType::Text},    {"source_url", ColumnType::Text},
    {"source_text", ColumnType::Text},     {"time_text", ColumnType::Text},
    {"location_text", ColumnType::Text},   {"time_begin", ColumnType::Integer},
    {"time_end", ColumnType::Integer},     {"time_zone", ColumnType::Text},
    {"open_begin", ColumnType::Boolean},   {"open_end", ColumnType::Boolean},
    {"approximate", ColumnType::Boolean},  {"place_id", ColumnType::Text},
    {"article_id", ColumnType::Text},      {"sources", ColumnType::Text},
    {"evidence", ColumnType::Text},        {"extras", ColumnType::Text},
}};

}  // namespace salient::workspace
