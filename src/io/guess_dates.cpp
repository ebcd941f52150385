// Which columns hold the dates of events.
#include "io/column_guess.hpp"
#include "io/date_text.hpp"
#include "io/month_names.hpp"
#include "io/position_text.hpp"
#include "io/row_cells.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace salient::io {

namespace {

template <class List>
bool holds(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_clock(const std::string& text) {
    return with_clock(time::day_span({}), text).has_value();
}

/// What a column's name says about the days in it, the nearest to the event first.
enum class DateName : std::uint8_t {
    Event,   ///< one of kStart
    Some,    ///< a word for date or time is in it
    Stamp,   ///< one of kStamps
    Record,  ///< when somebody wrote, published or changed the row
    None,
};

bool is_record_word(std::string_view word) {
    static constexpr std::array<std::string_view, 35> kWords = {
        "created",  "creation",   "createdat",    "updated",   "update",      "updatedat",
        "modified", "modifiedat", "modification", "published", "publishedat", "publication",
        "posted",   "uploaded",   "upload",       "submitted", "submission",  "edited",
        "edit",     "editdate",   "accessed",     "access",    "retrieved",   "imported",
        "exported", "scraped",    "archived",     "archive",   "added",       "entered",
        "changed",  "last",       "entry",        "today",     "processed"};
    return holds(kWords, word);
}

bool is_date_word(std::string_view word) {
    static constexpr std::array<std::string_view, 17> kWords = {
        "date",
        "datum",
        "fecha",
        "дата",
        "дату",
        "time",
        "datetime",
        "timestamp",
        "data",
        "zeit",
        "heure",
        "час",
        "время",
        "when",
        "day",
        "день",
        "dt"};
    return holds(kWords, word);
}

bool is_end_word(std::string_view word) {
    static constexpr std::array<std::string_view, 11> kWords = {
        "end",
        "ended",
        "ending",
        "finish",
        "finished",
        "until",
        "stop",
        "кінець",
        "завершення",
        "закінчення",
        "окончания"};
    return holds(kWords, word);
}

/// Answers to a form (ODK, KoBo): its "start" and "end" say when somebody filled it in.
bool is_form(const ColumnGuess& guess) {
    return guess.named("start") && guess.named("end")
           && (guess.named("today") || guess.named("submissiontime"));
}

DateName date_name(const ColumnGuess& guess, std::size_t column) {
    const auto& words = guess.words[column];
    if (std::any_of(words.begin(), words.end(), is_end_word)) {
        return DateName::None;
    }
    if (guess.names[column] == "start" && is_form(guess)) {
        return DateName::Record;
    }
    if (holds(kStart, guess.names[column])) {
        return DateName::Event;
    }
    if (std::any_of(words.begin(), words.end(), is_record_word)
        || is_record_word(guess.names[column])) {
        return DateName::Record;
    }
    if (holds(kStamps, guess.names[column])) {
        return DateName::Stamp;
    }
    return std::any_of(words.begin(), words.end(), is_date_word) ? DateName::Some : DateName::None;
}

double date_share(const ColumnGuess& guess, std::size_t column) {
    const auto& values = guess.sample.values(column);
    const std::vector<std::string_view> views(values.begin(), values.end());
    const DateForms forms = study_dates(views);
    return guess.sample.share(column, [&forms](const std::string& text) {
        return read_date(text, forms).span.has_value();
    });
}

/// Dates that read one way only: year first.
bool is_iso(const ColumnGuess& guess, std::size_t column) {
    constexpr double mostly = 0.9;
    return guess.sample.share(column, [](const std::string& text) {
        return text.size() >= 8 && text[4] == '-';
    }) > mostly;
}

/// The column that reads as dates in most rows. Of several the earlier wins unless a later one is clearly better.
class BestDates {
public:
    explicit BestDates(const ColumnGuess& guess) : guess_(guess) {}

    /// @param least  share of the filled cells that must be dates
    void consider(std::size_t column, double least) {
        const double share = date_share(guess_, column);
        if (share < least) {
            return;
        }
        const auto filled = static_cast<double>(guess_.sample.values(column).size());
        const double score = share * filled + (is_iso(guess_, column) ? kIsoBonus * filled : 0);
        if (score > score_ * (1 + kClearly)) {
            score_ = score;
            column_ = column;
        }
    }
    [[nodiscard]] std::optional<std::size_t> column() const { return column_; }

private:
    static constexpr double kIsoBonus = 0.05;
    static constexpr double kClearly = 0.04;
    const ColumnGuess& guess_;
    std::optional<std::size_t> column_;
    double score_ = 0;
};

/// Columns whose names are of this kind, in their order in the table; names of kStart in the order of that list.
std::vector<std::size_t> columns_named(const ColumnGuess& guess, DateName kind) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < guess.names.size(); ++i) {
        if (!guess.is_taken(i) && date_name(guess, i) == kind) {
            columns.push_back(i);
        }
    }
    const auto place = [&guess](std::size_t column) {
        return std::find(kStart.begin(), kStart.end(), guess.names[column]);
    };
    if (kind == DateName::Event) {
        std::stable_sort(columns.begin(), columns.end(), [&](std::size_t a, std::size_t b) {
            return place(a) < place(b);
        });
    }
    return columns;
}

/// The best column whose name is of this kind.
std::optional<std::size_t> best_named(const ColumnGuess& guess, DateName kind, double least) {
    BestDates best(guess);
    for (const std::size_t column : columns_named(guess, kind)) {
        best.consider(column, least);
    }
    return best.column();
}

/// Values that are written like dates rather than numbers, in a column that nothing is said about.
std::optional<std::size_t> best_by_values(const ColumnGuess& guess) {
    constexpr double most = 0.9;
    BestDates best(guess);
    for (std::size_t i = 0; i < guess.names.size(); ++i) {
        const bool is_written = guess.sample.share(i, [](const std::string& text) {
            return text.find_first_of("-/. :") != std::string::npos && text.size() >= 8;
        }) > most;
        const bool is_end = std::any_of(guess.words[i].begin(), guess.words[i].end(), is_end_word);
        if (!guess.is_taken(i) && is_written && !is_end) {
            best.consider(i, most);
        }
    }
    return best.column();
}

template <class Fits>
std::optional<std::size_t> part_named(const ColumnGuess& guess, const Words& wanted, Fits fits) {
    for (const std::string_view name : wanted) {
        const auto column = guess.named(name);
        if (column && guess.sample.share(*column, fits) > 0.5) {
            return column;
        }
    }
    return std::nullopt;
}

bool is_number_in(const std::string& text, double low, double high) {
    const auto value = read_number(text);
    return value && *value >= low && *value <= high;
}

std::optional<std::size_t> year_column(const ColumnGuess& guess) {
    return part_named(guess, kYear, [](const std::string& text) {
        return is_number_in(text, 100, 2999);
    });
}

bool guess_parts(ColumnGuess& guess) {
    const auto year = year_column(guess);
    if (!year) {
        return false;
    }
    guess.set(Role::Year, *year);
    const auto month = part_named(guess, kMonth, [](const std::string& text) {
        return is_number_in(text, 0, 12) || is_number_in(text, 99, 99)
               || month_of_text(text).has_value();
    });
    if (!month) {
        return true;
    }
    guess.set(Role::Month, *month);
    if (const auto day = part_named(guess, kDay, [](const std::string& text) {
            return is_number_in(text, 0, 31) || is_number_in(text, 99, 99);
        })) {
        guess.set(Role::Day, *day);
    }
    return true;
}

/// "5 March" in one column, 2022 in another.
bool guess_day_and_year(ColumnGuess& guess) {
    const auto year = year_column(guess);
    if (!year) {
        return false;
    }
    for (std::size_t i = 0; i < guess.names.size(); ++i) {
        const DateName name = date_name(guess, i);
        const bool is_named = name == DateName::Event || name == DateName::Some;
        if (is_named && guess.sample.share(i, [](const std::string& text) {
                const auto span = read_date(text + " 2022", {}).span;
                return span && span->precision == time::Precision::Day;
            }) > 0.5) {
            guess.set(Role::Start, i);
            guess.set(Role::Year, *year);
            return true;
        }
    }
    return false;
}

/// Takes the best column of a kind, and says that it was chosen by its values unless its name is a usual one.
bool take_dates(ColumnGuess& guess, std::optional<std::size_t> column, bool is_usual) {
    if (!column) {
        return false;
    }
    guess.set(Role::Start, *column);
    if (!is_usual) {
        guess.diagnostics.note(
            "columns.date",
            "Column '" + guess.table.columns[*column] + "' was taken for the date, by its values");
    }
    return true;
}

}  // namespace

void guess_dates(ColumnGuess& guess) {
    constexpr double some = 0.3;
    constexpr double half = 0.5;
    guess.search_rare(kStart);
    // Readers of formats with times of their own use this name (see Table). Rows without one may have a column for it.
    if (const auto own = guess.named("timebegin");
        own && guess.table.columns[*own] == "time begin") {
        guess.set(Role::Start, *own);
        if (const auto other = best_named(guess, DateName::Event, some)) {
            guess.set(Role::Start, *other);
        }
        return;
    }
    if (take_dates(guess, best_named(guess, DateName::Event, some), true)
        || guess_day_and_year(guess)
        || take_dates(guess, best_named(guess, DateName::Some, half), false)
        || guess_parts(guess)) {
        return;
    }
    guess.search_rare(kStamps);
    const auto stamp = best_named(guess, DateName::Stamp, half);
    const auto record = stamp ? stamp : best_named(guess, DateName::Record, half);
    if (take_dates(guess, stamp, true)) {
        return;
    }
    if (record) {
        guess.set(Role::Start, *record);
        guess.diagnostics.note(
            "columns.date",
            "Column '" + guess.table.columns[*record]
                + "' was taken for the date, as there is no other; by its name it may say when the "
                  "row was written");
        return;
    }
    take_dates(guess, best_by_values(guess), false);
}

void guess_end(ColumnGuess& guess) {
    const std::string start = [&guess] {
        for (const auto& [role, column] : guess.mapping.columns) {
            if (role == Role::Start) {
                return guess.names[static_cast<std::size_t>(
                    std::find(guess.table.columns.begin(), guess.table.columns.end(), column)
                    - guess.table.columns.begin())];
            }
        }
        return std::string();
    }();
    if (start.empty() || guess.has(Role::End)) {
        return;
    }
    if (const auto own = guess.named("timeend"); own && guess.table.columns[*own] == "time end") {
        guess.set(Role::End, *own);
        return;
    }
    std::vector<std::string> wanted;
    for (const auto& [from, to] :
         {std::pair("start", "end"),
          std::pair("begin", "end"),
          std::pair("started", "finished"),
          std::pair("from", "to"),
          std::pair("початку", "завершення"),
          std::pair("початку", "закінчення"),
          std::pair("начала", "окончания")}) {
        if (const std::size_t at = start.find(from); at != std::string::npos) {
            wanted.push_back(start);
            wanted.back().replace(at, std::string_view(from).size(), to);
        }
    }
    wanted.insert(wanted.end(), kEnd.begin(), kEnd.end());
    if (is_form(guess)) {
        std::erase(wanted, "end");
    }
    for (const std::string& name : wanted) {
        const auto column = guess.named(name);
        if (!column || guess.is_taken(*column)) {
            continue;
        }
        const bool is_date = date_share(guess, *column) > 0.5;
        const bool is_time = guess.sample.share(*column, is_clock) > 0.5;
        if (is_date || is_time) {
            guess.set(is_time && !is_date ? Role::EndClock : Role::End, *column);
            return;
        }
    }
}

void guess_clock(ColumnGuess& guess) {
    if (!guess.has(Role::Start) && !guess.has(Role::Day)) {
        return;
    }
    static constexpr std::array<std::string_view, 10> kNames = {
        "time",
        "eventtime",
        "timeofday",
        "starttime",
        "clock",
        "hour",
        "час",
        "время",
        "uhrzeit",
        "heure"};
    const auto take = [&guess](std::size_t column) {
        const bool fits = !guess.is_taken(column) && guess.sample.share(column, is_clock) > 0.5;
        if (fits) {
            guess.set(Role::Clock, column);
        }
        return fits;
    };
    for (const std::string_view name : kNames) {
        if (const auto column = guess.named(name); column && take(*column)) {
            return;
        }
    }
    for (std::size_t i = 0; i < guess.words.size(); ++i) {
        const auto& words = guess.words[i];
        const bool is_named = std::any_of(words.begin(), words.end(), [](const std::string& word) {
            return holds(kNames, word);
        });
        const bool is_other = std::any_of(words.begin(), words.end(), [](const std::string& word) {
            return is_end_word(word) || is_record_word(word) || word == "zone";
        });
        if (is_named && !is_other && take(i)) {
            return;
        }
    }
}

}  // namespace salient::io
