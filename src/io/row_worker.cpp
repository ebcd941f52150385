#include "io/row_worker.hpp"

#include "io/row_texts.hpp"
#include "io/schemas.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace salient::io {

namespace {

struct Problem {
    std::string_view code;
    std::string_view message;
};

constexpr std::array<Problem, 12> kProblems = {{
    {"date.invalid", "Not a date that exists, or in no known form; the event has no date"},
    {"date.before_christ", "Years before Christ are not supported; the event has no date"},
    {"date.clock", "Not a time of day in a known form; the day was kept"},
    {"date.end_before_start", "The end is before the start; the start was kept"},
    {"position.invalid", "Not a position; the event has no place"},
    {"position.half", "Latitude or longitude is missing; the event has no place"},
    {"position.range",
     "Not on the Earth (latitude −90 to 90, longitude −180 to 180); the event has no place. If "
     "the file counts in metres, name its coordinate system, as with --crs EPSG:32637"},
    {"position.swapped",
     "The latitude is beyond 90° and would fit as longitude: the axes look swapped. Read the file "
     "with --swap-axes; the event has no place"},
    {"position.wrapped", "A longitude beyond 180° was brought back into range"},
    {"position.zero", "Position 0, 0 was taken for a missing one; the event has no place"},
    {"position.region", "Placed by the name of a region"},
    {"position.region_unknown", "No region of this name is known; the event has no place"},
}};

void grow(std::optional<geo::Box>& box, const geo::Box& other) {
    if (!box) {
        box = other;
        return;
    }
    box->west_deg = std::min(box->west_deg, other.west_deg);
    box->south_deg = std::min(box->south_deg, other.south_deg);
    box->east_deg = std::max(box->east_deg, other.east_deg);
    box->north_deg = std::max(box->north_deg, other.north_deg);
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 32U);
}

/// Eight bytes at a time; the length keeps "ab" and "ab\0" apart.
std::uint64_t add_text(std::uint64_t hash, std::string_view text) {
    hash = mix(hash, text.size());
    while (!text.empty()) {
        std::uint64_t word = 0;
        const std::size_t size = std::min<std::size_t>(text.size(), sizeof word);
        std::memcpy(&word, text.data(), size);
        hash = mix(hash, word);
        text.remove_prefix(size);
    }
    return hash;
}

std::uint64_t row_hash(std::span<const std::string_view> cells, std::size_t count) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < std::min(count, cells.size()); ++i) {
        hash = add_text(hash, cells[i]);
    }
    return hash;
}

std::string hash_text(std::uint64_t hash) {
    static constexpr std::string_view kDigits = "0123456789abcdefghijkmnpqrstuvwx";
    std::string text;
    for (int i = 0; i < 13; ++i, hash >>= 5U) {
        text.push_back(kDigits[hash & 31U]);
    }
    return text;
}

}  // namespace

TablePlan::TablePlan(
    const Table& source,
    const ColumnMapping& columns,
    const ReadOptions& how,
    std::string_view file_prefix,
    base::Diagnostics& diagnostics)
    : table(source),
      mapping(columns),
      options(how),
      roles(columns, source),
      times(source, columns, roles, diagnostics) {
    const Schema* schema = find_schema(mapping.schema);
    if (mapping.schema == "salient") {
        own = SalientSchema::match(table.columns, !table.has_shapes());
        return;
    }
    id_prefix = schema != nullptr && schema->shared_ids ? schema->id : file_prefix;
    id_prefix += ":";
}

RowWorker::RowWorker(const TablePlan& plan)
    : plan_(plan),
      places_(plan.table, plan.mapping, plan.roles, plan.options) {
    report.diagnostics = base::Diagnostics(20);
}

std::string RowWorker::where(std::size_t index) {
    return "line " + std::to_string(plan_.table.line_of(index, scratch_));
}

void RowWorker::tell(std::string_view code, std::size_t index) {
    const std::string key(code);
    const auto found =
        std::find_if(kProblems.begin(), kProblems.end(), [code](const Problem& problem) {
            return problem.code == code;
        });
    const bool kept = report.diagnostics.count(key) < 20;
    report.diagnostics.warn(key, std::string(found->message), kept ? where(index) : std::string());
}

void RowWorker::count_time(const RowTime& time) {
    if (!time.span) {
        return;
    }
    ++report.dated;
    ++report.time_precision.at(static_cast<std::size_t>(time.span->precision));
    report.first_date =
        report.first_date ? std::min(*report.first_date, *time.first_day) : *time.first_day;
    report.last_date =
        report.last_date ? std::max(*report.last_date, *time.last_day) : *time.last_day;
}

void RowWorker::count_place(const RowPlace& place) {
    if (place.has_coords) {
        ++report.with_coords;
    }
    if (place.box) {
        grow(report.bbox, *place.box);
    }
    if (place.location) {
        ++report.located;
        ++report.place_precision.at(static_cast<std::size_t>(place.location->precision));
    }
}

void RowWorker::note_width(std::size_t index) {
    const bool is_long = !scratch_.new_columns.empty();
    if (!scratch_.missing_cells && !is_long) {
        return;
    }
    new_columns.insert(scratch_.new_columns.begin(), scratch_.new_columns.end());
    if (plan_.table.has_shapes()) {
        return;  // objects have the members they have
    }
    ++(is_long ? odd_rows.too_long : odd_rows.too_short);
    if (odd_rows.first_where.empty()) {
        odd_rows.first_where = where(index);
    }
}

/// The row as it stands in the file; only its start when nobody asked for all.
std::string RowWorker::rejected_text(std::size_t index) const {
    constexpr std::size_t start_bytes = 200;
    if (!plan_.table.source) {
        return {};
    }
    std::string_view text = plan_.table.source->text(index);
    text = text.substr(0, text.find_last_not_of("\r\n") + 1);
    const bool whole = plan_.options.keep_rejected > kKeptRejections;
    return std::string(whole ? text : text.substr(0, start_bytes));
}

void RowWorker::add(std::size_t index) {
    plan_.table.read_row(index, scratch_);
    if (!scratch_.problem.empty()) {
        ++report.rejected;
        if (report.rejected_rows.size() < plan_.options.keep_rejected) {
            report.rejected_rows.push_back(
                {plan_.table.line_of(index, scratch_), scratch_.problem, rejected_text(index)});
        }
        return;
    }
    vertices += scratch_.shape.vertices;
    note_width(index);
    if (!plan_.own || !add_own(index)) {
        add_read(index);
    }
}

/// A row of this program's own files, read back exactly. @return false when it is none
bool RowWorker::add_own(std::size_t index) {
    const bool shaped = plan_.table.has_shapes();
    auto event = plan_.own->event(scratch_.cells, shaped ? &scratch_.shape : nullptr);
    if (!event) {
        return false;
    }
    ++report.accepted;
    marks.push_back({add_text(1, event->id), static_cast<std::uint32_t>(index), true, false});
    if (event->time) {
        const time::Span& span = *event->time;
        const bool to_last = !span.open_end && span.precision <= time::Precision::Day;
        RowTime time;
        time.span = span;
        time.first_day = time::first_day(span);
        time.last_day = to_last ? time::last_day(span) : time::first_day(span);
        count_time(time);
    }
    if (event->location) {
        const geo::LonLat point = event->location->point;
        RowPlace place;
        place.location = event->location;
        place.has_coords = true;
        place.box = geo::Box{point.lon_deg, point.lat_deg, point.lon_deg, point.lat_deg};
        count_place(place);
    }
    if (plan_.options.keep_events) {
        events.push_back(*event);
    }
    return true;
}

void RowWorker::add_read(std::size_t index) {
    const RowCells row{scratch_.cells, plan_.roles};
    RowTime time = plan_.times.read(row);
    RowPlace place = places_.read(row, plan_.table.has_shapes() ? &scratch_.shape : nullptr);
    bool guessed = plan_.times.is_order_guessed() && time.span.has_value();
    const char* region = place.by_region ? "position.region" : nullptr;
    for (const char* problem : {time.problem, place.problem, region}) {
        if (problem != nullptr) {
            tell(problem, index);
            guessed = true;
        }
    }
    ++(guessed ? report.guessed : report.accepted);
    count_time(time);
    count_place(place);
    const std::string_view own_id = row.first(Role::Id);
    const std::uint64_t hash =
        own_id.empty() ? row_hash(row.cells, plan_.table.columns.size()) : add_text(1, own_id);
    marks.push_back({hash, static_cast<std::uint32_t>(index), !own_id.empty(), guessed});
    if (!plan_.options.keep_events) {
        return;
    }
    event_.id = plan_.id_prefix;
    event_.id += own_id.empty() ? hash_text(hash) : std::string(own_id);
    event_.time = time.span;
    event_.time_text = std::move(time.text);
    event_.location = std::move(place.location);
    event_.type = types_.read(plan_.mapping.schema, row, plan_.table);
    add_texts(plan_.mapping.schema, row, event_);
    find_columns(row.cells);
    events.push_back(event_, columns_);
}

void RowWorker::find_columns(std::span<const std::string_view> cells) {
    columns_.clear();
    if (!plan_.options.keep_columns) {
        return;
    }
    const std::vector<std::string>& known = plan_.table.columns;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        if (!cells[c].empty()) {
            const bool is_known = c < known.size();
            columns_.push_back(
                {is_known ? known[c] : scratch_.new_columns[c - known.size()], cells[c]});
        }
    }
}

}  // namespace salient::io
