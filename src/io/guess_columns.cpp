#include "io/guess_columns.hpp"

#include "io/column_guess.hpp"
#include "io/column_names.hpp"
#include "io/position_text.hpp"
#include "io/schemas.hpp"

namespace salient::io {

ColumnGuess::ColumnGuess(const Table& guessed, base::Diagnostics& told)
    : table(guessed),
      diagnostics(told),
      sample(guessed) {
    for (const std::string& name : table.columns) {
        names.push_back(plain_name(name));
        words.push_back(name_words(name));
    }
    mapping.header_hash = header_hash(table.columns);
}

std::optional<std::size_t> ColumnGuess::named(std::string_view wanted) const {
    const auto found = std::find(names.begin(), names.end(), wanted);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - names.begin()));
}

bool ColumnGuess::is_taken(std::size_t column) const {
    return std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const auto& entry) {
        return entry.second == table.columns[column];
    });
}

void ColumnGuess::take_first(Role role, const Words& wanted) {
    if (has(role)) {
        return;
    }
    for (const std::string_view name : wanted) {
        const auto column = named(name);
        if (column && !is_taken(*column) && !sample.values(*column).empty()) {
            set(role, *column);
            return;
        }
    }
}

void ColumnGuess::search_rare(const Words& wanted) {
    std::vector<std::size_t> empty;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::find(wanted.begin(), wanted.end(), names[i]) == wanted.end()) {
            continue;
        }
        if (!sample.values(i).empty()) {
            return;
        }
        empty.push_back(i);
    }
    if (!empty.empty() && !sample.holds_all_rows()) {
        sample.search(table, empty);
    }
}

namespace {

void take_schema(ColumnGuess& guess, const Schema& schema) {
    guess.mapping.schema = schema.id;
    for (auto [role, choices] : schema.columns) {
        while (!choices.empty()) {
            const std::size_t bar = std::min(choices.find('|'), choices.size());
            if (const auto column = guess.named(choices.substr(0, bar))) {
                guess.set(role, *column);
                break;
            }
            choices.remove_prefix(std::min(bar + 1, choices.size()));
        }
    }
}

void take_accuracy(ColumnGuess& guess) {
    for (const std::string_view name : kAccuracy) {
        const auto column = guess.named(name);
        if (!column || guess.is_taken(*column) || guess.sample.values(*column).empty()) {
            continue;
        }
        const bool is_metres = guess.sample.share(*column, [](const std::string& text) {
            return read_number(text).has_value();
        }) > 0.5;
        const Role role = is_metres ? Role::RadiusM : Role::PlacePrecision;
        if (!guess.has(role)) {
            guess.set(role, *column);
        }
        return;
    }
}

void guess_texts(ColumnGuess& guess) {
    guess.take_first(Role::Id, kId);
    guess.take_first(Role::PlacePrecision, kPlacePrecision);
    guess.take_first(Role::TimePrecision, kTimePrecision);
    guess.take_first(Role::RadiusM, kRadius);
    take_accuracy(guess);
    guess.take_first(Role::Title, kTitle);
    guess.take_first(Role::Text, kText);
    guess.take_first(Role::Type, kType);
    guess.take_first(Role::Subtype, kSubtype);
    guess.take_first(Role::Place, kPlace);
    guess.take_first(Role::Region, kRegion);
    guess.take_first(Role::Country, kCountry);
    guess.take_first(Role::SourceName, kSourceName);
    guess.take_first(Role::Source, kSource);
    for (const std::string_view name : kActor) {
        if (const auto column = guess.named(name); column && !guess.is_taken(*column)) {
            guess.set(Role::Actor, *column);
        }
    }
    guess.take_first(Role::Killed, kKilled);
}

/// Says what no column was taken for, so that nobody wonders why the map is empty.
void note_missing(const ColumnGuess& guess) {
    if (guess.table.row_count() == 0) {
        return;
    }
    if (!guess.has(Role::Start) && !guess.has(Role::End) && !guess.has(Role::Year)) {
        guess.diagnostics.note("columns.no_date", "No column was taken for the date");
    }
    if (!guess.has(Role::Latitude) && !guess.has(Role::Position) && !guess.sample.has_shapes()) {
        const bool metres = guess.named("x") && guess.named("y");
        guess.diagnostics.note(
            "columns.no_position",
            metres ? "No column was taken for the position; 'x' and 'y' are not degrees"
                   : "No column was taken for the position");
    }
}

}  // namespace

ColumnMapping guess_columns(const Table& table, base::Diagnostics& diagnostics) {
    ColumnGuess guess(table, diagnostics);
    const Schema* schema = recognise_schema(guess.names);
    if (schema != nullptr) {
        take_schema(guess, *schema);
    }
    if (!guess.has(Role::Latitude)) {
        guess_position(guess);
    }
    if (!guess.has(Role::Start)) {
        guess_dates(guess);
    }
    if (schema == nullptr) {
        guess_end(guess);
        guess_clock(guess);
        guess_texts(guess);
    }
    note_missing(guess);
    return guess.mapping;
}

}  // namespace salient::io
