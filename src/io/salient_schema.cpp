#include "io/salient_schema.hpp"

#include "events/types.hpp"
#include "io/csv_cell.hpp"
#include "io/exact_time.hpp"
#include "io/kml_names.hpp"
#include "time/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace salient::io {

namespace {

using Json = nlohmann::ordered_json;

std::uint32_t position_of(const std::vector<std::string>& columns, std::string_view name) {
    const auto found = std::find(columns.begin(), columns.end(), name);
    return found == columns.end() ? ~std::uint32_t{0}
                                  : static_cast<std::uint32_t>(found - columns.begin());
}

std::optional<double> number_of(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::string text_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

double number_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<double>() : 0;
}

std::size_t offset_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 0;
}

/// The list in a cell; empty when it is none.
Json list_in(std::string_view cell) {
    if (cell.empty()) {
        return Json::array();
    }
    Json parsed = Json::parse(cell, nullptr, false);
    return parsed.is_array() ? parsed : Json::array();
}

std::vector<events::Quantity> quantities_in(std::string_view cell) {
    std::vector<events::Quantity> out;
    for (const Json& item : list_in(cell)) {
        out.push_back(
            {text_of(item, "role"),
             number_in(item, "value"),
             text_of(item, "unit"),
             text_of(item, "qualifier"),
             text_of(item, "text")});
    }
    return out;
}

std::vector<events::Source> sources_in(std::string_view cell) {
    std::vector<events::Source> out;
    for (const Json& item : list_in(cell)) {
        out.push_back(
            {text_of(item, "title"),
             text_of(item, "publisher"),
             text_of(item, "url"),
             text_of(item, "published"),
             text_of(item, "text_hash")});
    }
    return out;
}

std::vector<events::Evidence> evidence_in(std::string_view cell) {
    std::vector<events::Evidence> out;
    for (const Json& item : list_in(cell)) {
        out.push_back(
            {text_of(item, "field"),
             offset_in(item, "begin"),
             offset_in(item, "end"),
             text_of(item, "text"),
             text_of(item, "rule"),
             number_in(item, "confidence")});
    }
    return out;
}

std::vector<std::string> texts_in(std::string_view cell) {
    std::vector<std::string> out;
    for (const Json& item : list_in(cell)) {
        if (item.is_string()) {
            out.push_back(item.get<std::string>());
        }
    }
    return out;
}

std::string scalar_text(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::vector<std::pair<std::string, std::string>> extras_in(std::string_view cell) {
    std::vector<std::pair<std::string, std::string>> out;
    const Json parsed = cell.empty() ? Json() : Json::parse(cell, nullptr, false);
    if (parsed.is_object()) {
        for (const auto& [name, value] : parsed.items()) {
            out.emplace_back(name, scalar_text(value));
        }
    } else if (parsed.is_array()) {
        for (const Json& pair : parsed) {
            if (pair.is_array() && pair.size() == 2) {
                out.emplace_back(scalar_text(pair[0]), scalar_text(pair[1]));
            }
        }
    }
    return out;
}

/// Where a column stands in kEventColumns. @pre the name is one of them
constexpr std::size_t index_of(std::string_view name) {
    for (std::size_t i = 0; i < kEventColumns.size(); ++i) {
        if (kEventColumns.at(i).name == name) {
            return i;
        }
    }
    return kEventColumns.size();
}

}  // namespace

/// One row, its cells by the names of the columns.
class SalientSchema::Row {
public:
    Row(const SalientSchema& schema, std::span<const std::string_view> cells)
        : schema_(schema),
          cells_(cells) {}

    [[nodiscard]] std::string_view raw(std::string_view name) const {
        const std::string_view plain = cell(column(name).plain);
        return schema_.is_csv_ ? without_guard(plain) : plain;
    }
    [[nodiscard]] std::string text(std::string_view name) const {
        if (const std::string_view twin = cell(column(name).twin); !twin.empty()) {
            const Json exact = Json::parse(twin, nullptr, false);
            if (exact.is_string()) {
                return exact.get<std::string>();
            }
        }
        return std::string(raw(name));
    }
    [[nodiscard]] std::optional<time::Span> time() const;
    [[nodiscard]] std::optional<events::Location> location(const Shape* shape) const;
    [[nodiscard]] std::string_view cell(std::uint32_t index) const {
        return index < cells_.size() ? cells_[index] : std::string_view();
    }

private:
    const SalientSchema& schema_;
    std::span<const std::string_view> cells_;

    [[nodiscard]] const Column& column(std::string_view name) const {
        return schema_.columns_.at(index_of(name));
    }
};

std::optional<time::Span> SalientSchema::Row::time() const {
    time::Span span;
    const auto precision = time::precision_from_id(raw("time_precision"));
    if (!precision || !time::set_zone(span, text("time_zone"))) {
        return std::nullopt;
    }
    const auto begin = moment_from_text(raw("time_begin"), span);
    const auto end = moment_from_text(raw("time_end"), span);
    if (!begin || !end || *end < *begin) {
        return std::nullopt;
    }
    span.begin = *begin;
    span.end = *end;
    span.precision = *precision;
    const std::string_view open = raw("time_open");
    span.open_begin = open == "begin" || open == "both";
    span.open_end = open == "end" || open == "both";
    const std::string_view approximate = raw("time_approximate");
    span.approximate = approximate == "true" || approximate == "TRUE" || approximate == "1";
    return span;
}

std::optional<events::Location> SalientSchema::Row::location(const Shape* shape) const {
    events::Location location;
    const auto latitude = number_of(cell(schema_.latitude_));
    const auto longitude = number_of(cell(schema_.longitude_));
    if (shape != nullptr && shape->state == Shape::State::Placed) {
        location.point = shape->point;
    } else if (latitude && longitude) {
        location.point = {*longitude, *latitude};
    } else {
        return std::nullopt;
    }
    location.precision = events::precision_from_id(raw("place_precision"))
                             .value_or(events::LocationPrecision::Unknown);
    location.radius_m = number_of(raw("radius_m")).value_or(0);
    location.name = text("place");
    location.place_id = text("place_id");
    location.region_id = text("region_id");
    location.country = text("country");
    return location;
}

std::optional<SalientSchema> SalientSchema::match(
    const std::vector<std::string>& columns,
    bool is_csv) {
    SalientSchema schema;
    schema.is_csv_ = is_csv;
    for (std::size_t i = 0; i < kEventColumns.size(); ++i) {
        const std::string_view name = kEventColumns.at(i).name;
        schema.columns_.at(i).plain = position_of(columns, name);
        schema.columns_.at(i).twin =
            position_of(columns, std::string(name) + std::string(kJsonTwin));
    }
    for (const std::string_view needed :
         {"type", "event_type", "assertion", "confidence", "status"}) {
        if (schema.columns_.at(index_of(needed)).plain == kNone) {
            return std::nullopt;
        }
    }
    schema.latitude_ = position_of(columns, "latitude");
    schema.longitude_ = position_of(columns, "longitude");
    return schema;
}

std::optional<events::Event> SalientSchema::event(
    std::span<const std::string_view> cells,
    const Shape* shape) const {
    const Row row(*this, cells);
    const auto type = events::type_from_id(row.raw("event_type"));
    if (!type) {
        return std::nullopt;
    }
    events::Event event;
    event.id = row.text("id");
    event.title = row.text("title");
    event.type = *type;
    event.subtype = row.text("subtype");
    event.time = row.time();
    event.time_text = row.text("time_text");
    event.location = row.location(shape);
    event.location_text = row.text("location_text");
    event.quantities = quantities_in(row.text("quantity_details"));
    event.actors = texts_in(row.text("actors"));
    event.claimed_by = row.text("claimed_by");
    event.assertion =
        events::assertion_from_id(row.raw("assertion")).value_or(events::Assertion::Reported);
    event.confidence = number_of(row.raw("confidence")).value_or(1);
    event.status =
        events::status_from_id(row.raw("status")).value_or(events::ReviewStatus::Unreviewed);
    event.source_text = row.text("source_text");
    event.article_id = row.text("article_id");
    event.sources = sources_in(row.text("sources"));
    event.evidence = evidence_in(row.text("evidence"));
    event.extras = extras_in(row.text("extras"));
    return event;
}

}  // namespace salient::io
