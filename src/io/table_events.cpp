#include "io/table_events.hpp"

#include "base/utf8.hpp"
#include "io/row_cells.hpp"
#include "io/row_place.hpp"
#include "io/row_texts.hpp"
#include "io/row_time.hpp"
#include "io/salient_schema.hpp"
#include "io/schemas.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace salient::io {

namespace {

struct Problem {
    std::string_view code;
    std::string_view message;
};

constexpr std::array<Problem, 11> kProblems = {{
    {"date.invalid", "Not a date that exists, or in no known form; the event has no date"},
    {"date.before_christ", "Years before Christ are not supported; the event has no date"},
    {"date.end_before_start", "The end is before the start; the start was kept"},
    {"position.invalid", "Not a position; the event has no place"},
    {"position.half", "Latitude or longitude is missing; the event has no place"},
    {"position.range",
     "Not on the Earth (latitude −90 to 90, longitude −180 to 180); the event has no place"},
    {"position.swapped",
     "The latitude is beyond 90° and would fit as longitude: the axes look swapped. Read the file "
     "with --swap-axes; the event has no place"},
    {"position.wrapped", "A longitude beyond 180° was brought back into range"},
    {"position.zero", "Position 0, 0 was taken for a missing one; the event has no place"},
    {"position.region", "Placed by the name of a region"},
    {"id.duplicate", "The id occurs more than once; the later row got a suffix"},
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

/// FNV-1a over all cells of a row: an id for rows without one that stays when rows around it come and go.
std::string row_hash(std::span<const std::string_view> cells) {
    static constexpr std::string_view kDigits = "0123456789abcdefghijkmnpqrstuvwx";
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const std::string_view cell : cells) {
        for (const char c : cell) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
        }
        hash = (hash ^ 0x1FU) * 0x100000001B3U;
    }
    std::string text;
    for (int i = 0; i < 13; ++i, hash >>= 5U) {
        text.push_back(kDigits[hash & 31U]);
    }
    return text;
}

class TableEvents {
public:
    TableEvents(
        const Table& table,
        const ColumnMapping& mapping,
        const ReadOptions& options,
        std::string_view id_prefix,
        EventFile& out)
        : table_(table),
          mapping_(mapping),
          options_(options),
          report_(out.report),
          events_(out.events),
          roles_(mapping, table),
          times_(table, mapping, roles_, out.report.diagnostics),
          places_(table, mapping, roles_, options) {
        const Schema* schema = find_schema(mapping.schema);
        const bool own = mapping.schema == "salient";
        if (own) {
            own_ = SalientSchema::match(table.columns, table.shapes.empty());
        }
        id_prefix_ = own                                       ? ""
                     : schema != nullptr && schema->shared_ids ? std::string(schema->id)
                                                               : std::string(id_prefix);
        id_prefix_ += own ? "" : ":";
    }

    void add(std::size_t index);

private:
    const Table& table_;
    const ColumnMapping& mapping_;
    const ReadOptions& options_;
    ImportReport& report_;
    std::vector<events::Event>& events_;
    RoleColumns roles_;
    TimeReader times_;
    PlaceReader places_;
    std::string id_prefix_;
    std::optional<SalientSchema> own_;  ///< the file was written by this program
    std::vector<std::string_view> scratch_;
    std::unordered_map<std::string, std::size_t> ids_;

    [[nodiscard]] bool add_own(std::size_t index);
    void tell(std::string_view code, std::size_t line);
    [[nodiscard]] std::string make_id(const RowCells& row, bool& duplicate);
    void count_time(const RowTime& time);
    void count_place(const RowPlace& place);
};

void TableEvents::tell(std::string_view code, std::size_t line) {
    const auto found =
        std::find_if(kProblems.begin(), kProblems.end(), [code](const Problem& problem) {
            return problem.code == code;
        });
    report_.diagnostics.warn(
        std::string(code),
        std::string(found->message),
        "line " + std::to_string(line));
}

std::string TableEvents::make_id(const RowCells& row, bool& duplicate) {
    const std::string_view own = row.first(Role::Id);
    std::string id = id_prefix_ + (own.empty() ? row_hash(row.cells) : std::string(own));
    std::size_t& seen = ids_[id];
    duplicate = seen++ > 0 && !own.empty();
    return seen > 1 ? id + "~" + std::to_string(seen) : id;
}

void TableEvents::count_time(const RowTime& time) {
    if (!time.span) {
        return;
    }
    ++report_.dated;
    ++report_.time_precision.at(static_cast<std::size_t>(time.span->precision));
    report_.first_date =
        report_.first_date ? std::min(*report_.first_date, *time.first_day) : *time.first_day;
    report_.last_date =
        report_.last_date ? std::max(*report_.last_date, *time.last_day) : *time.last_day;
}

void TableEvents::count_place(const RowPlace& place) {
    if (place.has_coords) {
        ++report_.with_coords;
        grow(report_.bbox, place.box);
    }
    if (place.location) {
        ++report_.located;
        ++report_.place_precision.at(static_cast<std::size_t>(place.location->precision));
    }
}

/// A row of this program's own files, read back exactly. @return false when it is none
bool TableEvents::add_own(std::size_t index) {
    const Shape* shape = table_.shapes.empty() ? nullptr : &table_.shapes[index];
    auto event = own_->event(table_.row(index, scratch_), shape);
    if (!event) {
        return false;
    }
    const bool duplicate = ids_[event->id]++ > 0;
    if (duplicate) {
        tell("id.duplicate", table_.lines[index]);
        event->id += "~" + std::to_string(ids_[event->id]);
    }
    ++(duplicate ? report_.guessed : report_.accepted);
    if (event->time) {
        const time::Span& span = *event->time;
        const bool to_last = !span.open_end && span.precision <= time::Precision::Day;
        count_time(
            {span,
             "",
             time::first_day(span),
             to_last ? time::last_day(span) : time::first_day(span)});
    }
    if (event->location) {
        const geo::LonLat point = event->location->point;
        RowPlace place;
        place.location = event->location;
        place.has_coords = true;
        place.box = {point.lon_deg, point.lat_deg, point.lon_deg, point.lat_deg};
        count_place(place);
    }
    if (options_.keep_events) {
        events_.push_back(std::move(*event));
    }
    return true;
}

void TableEvents::add(std::size_t index) {
    if (own_ && add_own(index)) {
        return;
    }
    const RowCells row{table_.row(index, scratch_), roles_};
    const std::size_t line = table_.lines[index];
    RowTime time = times_.read(row);
    RowPlace place = places_.read(row, table_.shapes.empty() ? nullptr : &table_.shapes[index]);
    bool duplicate = false;
    std::string id = make_id(row, duplicate);
    bool guessed = times_.is_order_guessed() && time.span.has_value();
    const char* id_problem = duplicate ? "id.duplicate" : nullptr;
    const char* region = place.by_region ? "position.region" : nullptr;
    for (const char* problem : {time.problem, place.problem, region, id_problem}) {
        if (problem != nullptr) {
            tell(problem, line);
            guessed = true;
        }
    }
    ++(guessed ? report_.guessed : report_.accepted);
    count_time(time);
    count_place(place);
    if (!options_.keep_events) {
        return;
    }
    events::Event& event = events_.emplace_back();
    event.id = std::move(id);
    event.time = time.span;
    event.time_text = std::move(time.text);
    event.location = std::move(place.location);
    add_texts(mapping_.schema, row, table_, event);
    if (options_.keep_columns) {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            if (!row.cells[c].empty()) {
                event.extras.emplace_back(table_.columns[c], row.cells[c]);
            }
        }
    }
}

}  // namespace

base::Status add_table_events(
    const Table& table,
    const ColumnMapping& mapping,
    const ReadOptions& options,
    std::string_view id_prefix,
    EventFile& out) {
    TableEvents rows(table, mapping, options, id_prefix, out);
    if (options.keep_events) {
        out.events.reserve(out.events.size() + table.row_count());
    }
    for (std::size_t i = 0; i < table.row_count(); ++i) {
        rows.add(i);
    }
    return base::Done{};
}

}  // namespace salient::io
