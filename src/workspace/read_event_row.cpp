#include "events/types.hpp"
#include "time/text.hpp"
#include "time/words.hpp"
#include "workspace/event_columns.hpp"
#include "workspace/json_codec.hpp"
#include "workspace/rows.hpp"
#include "workspace/words.hpp"

#include <optional>
#include <string>

namespace salient::workspace {

namespace {

/// Reads the cells of one row and remembers what was wrong with them.
class RowReader {
public:
    RowReader(const Row& row, const std::string& where, base::Diagnostics& diagnostics)
        : row_(row),
          where_(where),
          diagnostics_(diagnostics) {}

    [[nodiscard]] std::string text(Cell cell) const { return text_of(row_[cell]); }
    [[nodiscard]] double number(Cell cell, double otherwise) const {
        return number_of(row_[cell], otherwise);
    }
    [[nodiscard]] std::int64_t whole(Cell cell) const { return whole_of(row_[cell], 0); }
    [[nodiscard]] bool has(Cell cell) const {
        return !std::holds_alternative<std::monostate>(row_[cell]);
    }

    template <class T>
    T word(Cell cell, std::optional<T> (*from_id)(std::string_view), T otherwise) {
        const std::string word = text(cell);
        const std::optional<T> value = from_id(word);
        if (!value && !word.empty()) {
            diagnostics_.warn(
                "event.word",
                std::string("Unknown ") + kEventColumns[cell].name + " \"" + word
                    + "\" was left out",
                where_);
        }
        return value.value_or(otherwise);
    }

    template <class T>
    void list(Cell cell, T& value) {
        const std::string json = text(cell);
        if (json.empty()) {
            return;
        }
        if (auto status = decoded(json, value); !status && !failure_) {
            failure_ = {
                base::ErrorCode::BadFormat,
                std::string("Expected a JSON list in ") + kEventColumns[cell].name + ", found \""
                    + json.substr(0, 40) + "\"",
                where_};
        }
    }

    [[nodiscard]] std::optional<time::Span> time();
    /// Of a row drawn in a GIS: the readable cells are all there is.
    std::optional<time::Span> written_time();
    [[nodiscard]] std::optional<events::Location> location();
    [[nodiscard]] const std::optional<base::Error>& failure() const { return failure_; }

private:
    const Row& row_;
    const std::string& where_;
    base::Diagnostics& diagnostics_;
    std::optional<base::Error> failure_;
};

std::optional<time::Span> RowReader::written_time() {
    for (const Cell place : {cell::Date, cell::BeginAt}) {
        const std::string written = text(place);
        if (written.empty()) {
            continue;
        }
        auto span = time::parse_iso(written);
        if (span) {
            return *span;
        }
        diagnostics_.warn("event.date", span.error().message, where_);
    }
    return std::nullopt;
}

std::optional<time::Span> RowReader::time() {
    if (!has(cell::TimeBegin)) {
        return written_time();
    }
    time::Span span;
    span.begin = whole(cell::TimeBegin);
    span.end = whole_of(row_[cell::TimeEnd], span.begin);
    span.precision = word(cell::TimePrecision, time::precision_from_id, time::Precision::Instant);
    if (const std::string zone = text(cell::TimeZone);
        !zone.empty() && !time::set_zone(span, zone)) {
        diagnostics_.warn("event.word", "Unknown time_zone \"" + zone + "\" was left out", where_);
    }
    span.open_begin = whole(cell::OpenBegin) != 0;
    span.open_end = whole(cell::OpenEnd) != 0;
    span.approximate = whole(cell::Approximate) != 0;
    return span;
}

std::optional<events::Location> RowReader::location() {
    const auto* point = std::get_if<geo::LonLat>(&row_[cell::Geom]);
    if (point == nullptr) {
        return std::nullopt;
    }
    events::Location location;
    location.point = *point;
    location.precision =
        word(cell::PlacePrecision, events::precision_from_id, events::LocationPrecision::Exact);
    location.radius_m = number(cell::Radius, 0);
    location.name = text(cell::Place);
    location.place_id = text(cell::PlaceId);
    location.region_id = text(cell::Region);
    location.country = text(cell::Country);
    return location;
}

}  // namespace

base::Result<events::Event>
event_from_row(const Row& row, const std::string& where, base::Diagnostics& diagnostics) {
    RowReader reader(row, where, diagnostics);
    events::Event event;
    event.id = reader.text(cell::Id);
    event.title = reader.text(cell::Title);
    event.type = reader.word(cell::Type, events::type_from_id, events::EventType::Other);
    event.subtype = reader.text(cell::Subtype);
    event.time = reader.time();
    event.time_text = reader.text(cell::TimeText);
    event.location = reader.location();
    event.location_text = reader.text(cell::LocationText);
    reader.list(cell::Quantities, event.quantities);
    reader.list(cell::Actors, event.actors);
    event.claimed_by = reader.text(cell::ClaimedBy);
    event.assertion =
        reader.word(cell::Assertion, events::assertion_from_id, events::Assertion::Reported);
    event.confidence = reader.number(cell::Confidence, 1);
    event.status =
        reader.word(cell::Status, events::status_from_id, events::ReviewStatus::Accepted);
    event.source_text = reader.text(cell::SourceText);
    event.article_id = reader.text(cell::ArticleId);
    reader.list(cell::Sources, event.sources);
    reader.list(cell::Evidence, event.evidence);
    reader.list(cell::Extras, event.extras);
    if (reader.failure()) {
        return *reader.failure();
    }
    return event;
}

}  // namespace salient::workspace
