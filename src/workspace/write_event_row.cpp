#include "events/types.hpp"
#include "session/apply.hpp"
#include "time/text.hpp"
#include "time/words.hpp"
#include "workspace/event_columns.hpp"
#include "workspace/json_codec.hpp"
#include "workspace/rows.hpp"
#include "workspace/utc_text.hpp"
#include "workspace/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace salient::workspace {

namespace {

Value text_value(std::string_view text) {
    return text.empty() ? Value() : Value(std::string(text));
}

template <class T>
Value list_value(const std::vector<T>& list) {
    if (list.empty()) {
        return {};
    }
    if constexpr (std::is_same_v<T, std::string>) {
        return json_text(Json(list));
    } else {
        return json_text(encode(list));
    }
}

void set_time(Row& row, const time::Span& span) {
    if (span.begin >= session::kFirstSecond && span.end <= session::kLastSecond) {
        row[cell::Date] = time::iso_text(span);
    }
    if (!span.open_begin) {
        row[cell::BeginAt] = utc_value(span.begin);
    }
    if (!span.open_end) {
        row[cell::EndAt] = utc_value(span.end);
    }
    row[cell::TimePrecision] = std::string(time::precision_id(span.precision));
    row[cell::TimeBegin] = span.begin;
    row[cell::TimeEnd] = span.end;
    row[cell::TimeZone] = time::zone_id(span);
    row[cell::OpenBegin] = std::int64_t{span.open_begin};
    row[cell::OpenEnd] = std::int64_t{span.open_end};
    row[cell::Approximate] = std::int64_t{span.approximate};
}

void set_location(Row& row, const events::Location& location) {
    row[cell::Geom] = location.point;
    row[cell::Place] = text_value(location.name);
    row[cell::PlacePrecision] = std::string(events::precision_id(location.precision));
    row[cell::Radius] = location.radius_m;
    row[cell::Region] = text_value(location.region_id);
    row[cell::Country] = text_value(location.country);
    row[cell::PlaceId] = text_value(location.place_id);
}

}  // namespace

const Table& events_table() {
    static constexpr Table kTable = {"events", "Events", kEventColumns};
    return kTable;
}

Row event_row(const events::Event& event) {
    Row row(cell::CellCount);
    row[cell::Id] = event.id;
    row[cell::Title] = text_value(event.title);
    row[cell::Type] = std::string(events::type_id(event.type));
    row[cell::Subtype] = text_value(event.subtype);
    if (event.time) {
        set_time(row, *event.time);
    }
    if (event.location) {
        set_location(row, *event.location);
    }
    row[cell::Status] = std::string(events::status_id(event.status));
    row[cell::Confidence] = event.confidence;
    row[cell::Assertion] = std::string(events::assertion_id(event.assertion));
    row[cell::ClaimedBy] = text_value(event.claimed_by);
    row[cell::Actors] = list_value(event.actors);
    row[cell::Quantities] = list_value(event.quantities);
    if (!event.sources.empty()) {
        row[cell::SourceTitle] = text_value(event.sources.front().title);
        row[cell::SourceUrl] = text_value(event.sources.front().url);
    }
    row[cell::SourceText] = text_value(event.source_text);
    row[cell::TimeText] = text_value(event.time_text);
    row[cell::LocationText] = text_value(event.location_text);
    row[cell::ArticleId] = text_value(event.article_id);
    row[cell::Sources] = list_value(event.sources);
    row[cell::Evidence] = list_value(event.evidence);
    row[cell::Extras] = list_value(event.extras);
    return row;
}

}  // namespace salient::workspace
