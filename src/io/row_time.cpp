#include "io/row_time.hpp"

#include "io/column_names.hpp"
#include "io/month_names.hpp"
#include "io/position_text.hpp"

#include <algorithm>
#include <cmath>

namespace salient::io {

namespace {

using std::chrono::sys_days;

constexpr std::size_t kStudiedFirst = 2000;

/// "time_utc", "Time (UTC)", "Date GMT"
bool names_utc(std::string_view column) {
    const auto words = name_words(column);
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "utc" || word == "gmt" || word == "zulu";
    });
}

bool is_open_word(std::string_view text) {
    for (const std::string_view word : {"..", "open", "ongoing", "present", "now"}) {
        if (text == word) {
            return true;
        }
    }
    return false;
}

void gather(
    const Table& table,
    const std::vector<std::uint32_t>& columns,
    std::size_t step,
    std::vector<std::string>& out) {
    RowScratch scratch;
    for (std::size_t i = 0; i < table.row_count(); i += step) {
        table.read_row(i, scratch);
        for (const std::uint32_t column : columns) {
            if (column < scratch.cells.size() && !scratch.cells[column].empty()) {
                out.emplace_back(scratch.cells[column].substr(0, 100));
            }
        }
    }
}

DateForms study_column(const Table& table, const std::vector<std::uint32_t>& columns) {
    if (columns.empty()) {
        return {};
    }
    const auto study = [&](std::size_t step) {
        std::vector<std::string> values;
        gather(table, columns, step, values);
        const std::vector<std::string_view> views(values.begin(), values.end());
        return study_dates(views);
    };
    const std::size_t step = std::max<std::size_t>(1, table.row_count() / kStudiedFirst);
    DateForms forms = study(step);
    // Every row may decide the order of day and month.
    return step > 1 && forms.day_first + forms.month_first + forms.either > 0 ? study(1) : forms;
}

std::optional<DayMonthOrder> given_order(const ColumnMapping& mapping) {
    if (!mapping.date_order || *mapping.date_order == DateOrder::YearFirst) {
        return std::nullopt;
    }
    return *mapping.date_order == DateOrder::MonthFirst ? DayMonthOrder::MonthFirst
                                                        : DayMonthOrder::DayFirst;
}

std::optional<int> whole_number(std::string_view text) {
    const auto value = read_number(text);
    return value && std::abs(*value) < 1e6 && *value == std::floor(*value)
               ? std::optional(static_cast<int>(*value))
               : std::nullopt;
}

/// Empty, or a number that publishers write for a month or day that nobody knows.
bool is_unknown_part(std::string_view text) {
    if (is_missing_value(text)) {
        return true;
    }
    const auto value = whole_number(text);
    return value && (*value == 0 || *value == 99 || *value == -9 || *value == -99);
}

/// A month or year counts as its first day; a range of days inside one cell ends with its last.
sys_days stated_end(const time::Span& span) {
    return span.precision <= time::Precision::Day ? time::last_day(span) : time::first_day(span);
}

/// The span; what is wrong with it goes to `out`.
std::optional<time::Span> take(const DateReading& reading, RowTime& out) {
    if (reading.issue == DateIssue::NotADate) {
        out.problem = "date.invalid";
    } else if (reading.issue == DateIssue::BeforeChrist) {
        out.problem = "date.before_christ";
    } else if (reading.issue == DateIssue::ClockUnread) {
        out.problem = "date.clock";
    }
    return reading.span;
}

time::Span week_around(const time::Span& day) {
    const sys_days first = time::first_day(day);
    const std::chrono::weekday weekday(first);
    const sys_days monday = first - (weekday - std::chrono::Monday);
    time::Span week = time::days_span(monday, monday + std::chrono::days(6));
    week.precision = time::Precision::Week;
    return week;
}

time::Span month_around(const time::Span& day) {
    const std::chrono::year_month_day date(time::first_day(day));
    return time::month_span(date.year() / date.month());
}

}  // namespace

TimeReader::TimeReader(
    const Table& table,
    const ColumnMapping& mapping,
    const RoleColumns& roles,
    base::Diagnostics& diagnostics)
    : start_(study_column(table, roles.of(Role::Start))),
      end_(study_column(table, roles.of(Role::End))),
      open_when_empty_(mapping.schema == "air-raid-sirens"),
      is_utc_(
          mapping.schema == "air-raid-sirens" || mapping.schema == "firms"
          || names_utc(mapping.column(Role::Start)) || names_utc(mapping.column(Role::Clock))),
      schema_(mapping.schema) {
    if (start_.order() == DayMonthOrder::Unknown && end_.order() != DayMonthOrder::Unknown) {
        start_.given = end_.order();
    } else if (end_.order() == DayMonthOrder::Unknown && start_.order() != DayMonthOrder::Unknown) {
        end_.given = start_.order();
    }
    if (const auto given = given_order(mapping)) {
        start_.given = given;
        end_.given = given;
    }
    if (schema_ == "timemap" && start_.order() == DayMonthOrder::Unknown) {
        start_.given = DayMonthOrder::MonthFirst;  // what the program's own template writes
    }
    const std::string column(mapping.column(Role::Start));
    if (start_.order() == DayMonthOrder::Unknown && start_.either > start_.dotted) {
        order_guessed_ = true;
        diagnostics.warn(
            "date.order",
            "No row of '" + column + "' tells whether the day or the month comes first; the day was taken. Say which: --date-order, or in the window \"Columns …\" of what was loaded");
    } else if (!start_.given && start_.day_first > 0 && start_.month_first > 0) {
        diagnostics.warn(
            "date.mixed_order",
            "'" + column + "' has dates that only read day first ("
                + std::to_string(start_.day_first) + ") and dates that only read month first ("
                + std::to_string(start_.month_first) + ")");
    }
}

std::optional<time::Span> TimeReader::from_parts(const RowCells& row, RowTime& out) const {
    const auto year = whole_number(row.first(Role::Year));
    if (!year || *year < 1 || *year > 9999) {
        return std::nullopt;
    }
    out.text = row.first(Role::Year);
    const std::chrono::year y(*year);
    const std::string_view month_text = row.first(Role::Month);
    const auto month = month_of_text(month_text);
    if (!month) {
        out.problem = is_unknown_part(month_text) ? out.problem : "date.invalid";
        return time::year_span(y);
    }
    out.text += "-" + std::string(month_text);
    const std::chrono::month m(*month);
    const std::string_view day_text = row.first(Role::Day);
    if (is_unknown_part(day_text)) {
        return time::month_span(y / m);
    }
    out.text += "-" + std::string(day_text);
    const auto day = whole_number(day_text);
    const auto date = time::make_day(*year, static_cast<int>(*month), day.value_or(0));
    if (!date) {
        out.problem = "date.invalid";
        return std::nullopt;
    }
    return time::day_span(*date);
}

/// ACLED's time_precision and UCDP's date_prec: how much of the calendar a stated day stands for.
void TimeReader::add_precision(std::string_view code, time::Span& span) const {
    if (span.precision != time::Precision::Day || code.size() != 1) {
        return;
    }
    const bool acled = schema_ == "acled" || schema_ == "generic";
    if (acled && code == "2") {
        span = week_around(span);
    } else if (acled && code == "3") {
        span = month_around(span);
    } else if (schema_ == "ucdp-ged" && code == "3") {
        span.precision = time::Precision::Week;
    } else if (schema_ == "ucdp-ged" && code == "4") {
        span.precision = time::Precision::Month;
    } else if (schema_ == "ucdp-ged" && code == "5") {
        span.precision = time::Precision::Year;
    }
}

/// "5 March" beside a year of its own.
std::optional<time::Span> TimeReader::with_year(const RowCells& row, std::string_view text) const {
    const std::string_view year = row.first(Role::Year);
    if (year.size() != 4) {
        return std::nullopt;
    }
    const auto span = read_date(std::string(text) + " " + std::string(year), start_).span;
    return span && span->precision == time::Precision::Day ? span : std::nullopt;
}

std::optional<time::Span> TimeReader::start_of(const RowCells& row, RowTime& out) const {
    const std::string_view text = row.first(Role::Start);
    out.text = text;
    std::optional<time::Span> start;
    if (!is_missing_value(text) && !is_open_word(text)) {
        start = row.roles.has(Role::Year) ? with_year(row, text) : std::nullopt;
        if (start) {
            out.text += " " + std::string(row.first(Role::Year));
        } else {
            start = take(read_date(text, start_), out);
        }
    } else if (row.roles.has(Role::Year)) {
        start = from_parts(row, out);
    }
    const std::string_view clock = row.first(Role::Clock);
    if (!start || is_missing_value(clock)) {
        return start;
    }
    if (const auto timed = with_clock(*start, clock)) {
        start = timed;
        out.text += " " + std::string(clock);
    } else if (start->precision == time::Precision::Day) {
        out.problem = "date.clock";
    }
    return start;
}

std::optional<time::Span> TimeReader::end_of(
    const RowCells& row,
    const std::optional<time::Span>& start,
    RowTime& out) const {
    const std::string_view text = row.first(Role::End);
    const std::string_view clock = row.first(Role::EndClock);
    if (!is_missing_value(text) && !is_open_word(text)) {
        out.text += (out.text.empty() ? "../" : "/") + std::string(text);
        const auto day = take(read_date(text, end_), out);
        const auto timed = day && !is_missing_value(clock) ? with_clock(*day, clock) : std::nullopt;
        out.text += timed ? " " + std::string(clock) : "";
        return timed ? timed : day;
    }
    if (!start || is_missing_value(clock)) {
        return std::nullopt;
    }
    time::Span day = time::day_span(time::first_day(*start));
    auto end = with_clock(day, clock);
    if (!end) {
        out.problem = "date.clock";
        return end;
    }
    out.text += "/" + std::string(clock);
    if (end->zone == time::ZoneKind::Floating && start->zone != end->zone) {
        const time::UnixSeconds shift = time::UnixSeconds{60} * start->offset_minutes;
        end->begin -= shift;
        end->end -= shift;
        end->zone = start->zone;
        end->offset_minutes = start->offset_minutes;
    }
    if (end->begin < start->begin) {  // past midnight
        end->begin += time::kSecondsPerDay;
        end->end += time::kSecondsPerDay;
    }
    return end;
}

RowTime TimeReader::read(const RowCells& row) const {
    RowTime out;
    const std::string_view end_text = row.first(Role::End);
    const bool open_end = is_open_word(end_text) || (end_text.empty() && open_when_empty_);
    const std::optional<time::Span> start = start_of(row, out);
    std::optional<time::Span> end = end_of(row, start, out);
    if (!start && !end) {
        return out;
    }
    out.span = join_dates(start, end, open_end);
    if (!out.span) {
        out.problem = "date.end_before_start";
        out.span = start;
        end.reset();
    }
    out.first_day = time::first_day(start ? *start : *end);
    out.last_day = stated_end(end ? *end : *start);
    const bool may_be_utc =
        out.span->zone == time::ZoneKind::Floating
        || (out.span->zone == time::ZoneKind::Offset && out.span->offset_minutes == 0);
    if (is_utc_ && may_be_utc && out.span->precision < time::Precision::Day) {
        out.span->zone = time::ZoneKind::Utc;
    }
    add_precision(row.first(Role::TimePrecision), *out.span);
    return out;
}

}  // namespace salient::io
