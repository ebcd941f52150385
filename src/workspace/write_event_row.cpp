#include "events/types.hpp"
#include "session/apply.hpp"
#include "time/text.hpp"
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
        row[kDate] = time::iso_text(span);
    }
    if (!span.open_begin) {
        row[kBeginAt] = utc_value(span.begin);
    }
    if (!span.open_end) {
        row[kEndAt] = utc_value(span.end);
    }
    row[kTimePrecision] = std::string(time_precision_id(span.precision));
    row[kTimeBegin] = span.begin;
    row[kTimeEnd] = span.end;
    row[kTimeZone] = zone_id(span);
    row[kOpenBegin] = std::int64_t{span.open_begin};
    row[kOpenEnd] = std::int64_t{span.open_end};
    row[kApproximate] = std::int64_t{span.approximate};
}

void set_location(Row& row, const events::Location& location) {
    row[kGeom] = location.point;
    row[kPlace] = text_value(location.name);
    row[kPlacePrecision] = std::string(events::precision_id(location.precision));
    row[kRadius] = location.radius_m;
    row[kRegion] = text_value(location.region_id);
    row[kCountry] = text_value(location.country);
    row[kPlaceId] = text_value(location.place_id);
}

}  // namespace

const Table& events_table() {
    static constexpr Table kTable = {"events", "Events", kEventColumns};
    return kTable;
}

Row event_row(const events::Event& event) {
    Row row(kCellCount);
    row[kId] = event.id;
    row[kTitle] = text_value(event.title);
    row[kType] = std::string(events::type_id(event.type));
    row[kSubtype] = text_value(event.subtype);
    if (event.time) {
        set_time(row, *event.time);
    }
    if (event.location) {
        set_location(row, *event.location);
    }
    row[kStatus] = std::string(events::status_id(event.status));
    row[kConfidence] = event.confidence;
    row[kAssertion] = std::string(events::assertion_id(event.assertion));
    row[kClaimedBy] = text_value(event.claimed_by);
    row[kActors] = list_value(event.actors);
    row[kQuantities] = list_value(event.quantities);
    if (!event.sources.empty()) {
        row[kSourceTitle] = text_value(event.sources.front().title);
        row[kSourceUrl] = text_value(event.sources.front().url);
    }
    row[kSourceText] = text_value(event.source_text);
    row[kTimeText] = text_value(event.time_text);
    row[kLocationText] = text_value(event.location_text);
    row[kArticleId] = text_value(event.article_id);
    row[kSources] = list_value(event.sources);
    row[kEvidence] = list_value(event.evidence);
    row[kExtras] = list_value(event.extras);
    return row;
}

}  // namespace salient::workspace
