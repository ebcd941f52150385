#include "io/guess_columns.hpp"

#include "io/column_sample.hpp"
#include "io/column_synonyms.hpp"
#include "io/date_text.hpp"
#include "io/position_text.hpp"
#include "io/schemas.hpp"
#include "io/shape_builder.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <span>

namespace salient::io {

namespace {

bool is_axis_value(const std::string& text) {
    const auto value = read_degrees(text);
    return value && std::abs(*value) <= 360;
}

/// As eastings and northings are: thousands, up to half the way around the Earth.
bool is_metres(const std::string& text) {
    const auto value = read_number(text);
    return value && std::abs(*value) >= 1000 && std::abs(*value) <= 2.1e7;
}

bool is_position(const std::string& text) {
    ShapeBuilder shape;
    if (add_geometry_text(text, shape)) {
        return true;
    }
    const auto position = read_position(text);
    return position && std::abs(position->lon_deg) <= 180 && std::abs(position->lat_deg) <= 180;
}

bool is_clock(const std::string& text) {
    return with_clock(time::day_span({}), text).has_value();
}

/// The words of a name: "from_latitude", "fromLatitude" and "From latitude" have two.
std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words(1);
    char before = '\0';
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = byte >= 0x80 || std::isalnum(byte) != 0;
        const bool hump =
            std::isupper(byte) != 0 && std::islower(static_cast<unsigned char>(before)) != 0;
        if ((!letter || hump) && !words.back().empty()) {
            words.emplace_back();
        }
        if (letter) {
            words.back().push_back(static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte));
        }
        before = c;
    }
    return words;
}

class Guesser {
public:
    Guesser(const Table& table, base::Diagnostics& diagnostics)
        : table_(table),
          diagnostics_(diagnostics),
          sample_(table) {
        for (const std::string& name : table.columns) {
            names_.push_back(plain_name(name));
        }
    }

    ColumnMapping run(std::string_view format);

private:
    const Table& table_;
    base::Diagnostics& diagnostics_;
    ColumnSample sample_;
    std::vector<std::string> names_;
    ColumnMapping mapping_;

    [[nodiscard]] std::optional<std::size_t> named(std::string_view wanted) const {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (names_[i] == wanted) {
                return i;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] bool is_taken(std::size_t column) const {
        return std::any_of(
            mapping_.columns.begin(),
            mapping_.columns.end(),
            [&](const auto& entry) { return entry.second == table_.columns[column]; });
    }
    [[nodiscard]] bool has(Role role) const { return !mapping_.column(role).empty(); }
    void set(Role role, std::size_t column) {
        mapping_.columns.emplace_back(role, table_.columns[column]);
    }
    void take_schema(const Schema& schema);
    void take_first(Role role, const Words& wanted);
    void guess_axes();
    bool guess_eastings();
    bool guess_axis_words();
    [[nodiscard]] std::optional<std::size_t> longitude_beside(
        const std::vector<std::vector<std::string>>& words,
        std::size_t column,
        std::size_t at) const;
    void guess_position();
    void guess_dates();
    void guess_end();
    void guess_parts();
    void guess_clock();
    void guess_texts();
    [[nodiscard]] double date_share(std::size_t column) const;
    [[nodiscard]] double iso_share(std::size_t column) const;
    [[nodiscard]] std::optional<std::size_t> dates_by_name() const;
    [[nodiscard]] bool names_a_date(std::size_t column) const;
    [[nodiscard]] bool is_written(std::size_t column) const;
    template <class Fits>
    [[nodiscard]] std::optional<std::size_t> best_dates(double least, Fits fits) const;
    void search_rare(const Words& wanted);
    void note_missing();
};

void Guesser::take_schema(const Schema& schema) {
    mapping_.schema = schema.id;
    for (auto [role, choices] : schema.columns) {
        while (!choices.empty()) {
            const std::size_t bar = std::min(choices.find('|'), choices.size());
            if (const auto column = named(choices.substr(0, bar))) {
                set(role, *column);
                break;
            }
            choices.remove_prefix(std::min(bar + 1, choices.size()));
        }
    }
}

void Guesser::take_first(Role role, const Words& wanted) {
    if (has(role)) {
        return;
    }
    for (const std::string_view name : wanted) {
        const auto column = named(name);
        if (column && !is_taken(*column) && !sample_.values(*column).empty()) {
            set(role, *column);
            return;
        }
    }
}

void Guesser::guess_axes() {
    for (std::size_t i = 0; i < kLatitude.size() && !has(Role::Latitude); ++i) {
        for (const std::string_view name : kLongitude) {
            const auto lat = named(kLatitude[i]);
            const auto lon = named(name);
            // x goes with y only: either alone means too many things
            if (lat && lon && (kLatitude[i] == "y") == (name == "x")
                && sample_.share(*lat, is_axis_value) > 0.5
                && sample_.share(*lon, is_axis_value) > 0.5) {
                set(Role::Latitude, *lat);
                set(Role::Longitude, *lon);
                return;
            }
        }
    }
    if (!guess_axis_words() && !guess_eastings()) {
        // Columns that are called so but hold little: the rows will say what is wrong with them.
        const auto lat = named("latitude") ? named("latitude") : named("lat");
        for (const std::string_view name : {"longitude", "lon", "lng", "long"}) {
            if (const auto lon = named(name); lat && lon && !sample_.values(*lat).empty()) {
                set(Role::Latitude, *lat);
                set(Role::Longitude, *lon);
                return;
            }
        }
    }
}

/// Columns that hold metres; which system they count in, only the user can say.
bool Guesser::guess_eastings() {
    for (const auto& [easting, northing] : kEastings) {
        const auto x = named(easting);
        const auto y = named(northing);
        if (x && y && sample_.share(*x, is_metres) > 0.5 && sample_.share(*y, is_metres) > 0.5) {
            set(Role::Longitude, *x);
            set(Role::Latitude, *y);
            return true;
        }
    }
    return false;
}

/// `from_latitude` and `from_longitude`, `Geo Lat` and `Geo Lon`: names that differ in one word only.
bool Guesser::guess_axis_words() {
    std::vector<std::vector<std::string>> words;
    for (const std::string& name : table_.columns) {
        words.push_back(name_words(name));
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t w = 0; w < words[i].size(); ++w) {
            const bool is_latitude =
                words[i][w] == "latitude" || words[i][w] == "lat" || words[i][w] == "широта";
            if (!is_latitude) {
                continue;
            }
            if (const auto lon = longitude_beside(words, i, w)) {
                set(Role::Latitude, i);
                set(Role::Longitude, *lon);
                return true;
            }
        }
    }
    return false;
}

/// The column named like `column` but for its word `at`, which means longitude.
std::optional<std::size_t> Guesser::longitude_beside(
    const std::vector<std::vector<std::string>>& words,
    std::size_t column,
    std::size_t at) const {
    for (const std::string_view partner : kLongitude) {
        auto wanted = words[column];
        wanted[at] = partner;
        const auto found = std::find(words.begin(), words.end(), wanted);
        const auto lon = static_cast<std::size_t>(found - words.begin());
        if (found != words.end() && sample_.share(column, is_axis_value) > 0.5
            && sample_.share(lon, is_axis_value) > 0.5) {
            return lon;
        }
    }
    return std::nullopt;
}

void Guesser::guess_position() {
    if (has(Role::Latitude) || sample_.has_shapes()) {
        return;
    }
    for (const std::string_view name : kPosition) {
        if (const auto column = named(name); column && sample_.share(*column, is_position) > 0.5) {
            set(Role::Position, *column);
            return;
        }
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const bool wordy =
            sample_.values(i).size() < 2 && names_[i].find("coord") == std::string::npos;
        if (!wordy && sample_.share(i, is_position) > 0.9) {
            set(Role::Position, i);
            diagnostics_.note(
                "columns.position",
                "Column '" + table_.columns[i] + "' was taken for the position, by its values");
            return;
        }
    }
}

double Guesser::date_share(std::size_t column) const {
    const auto& values = sample_.values(column);
    const std::vector<std::string_view> views(values.begin(), values.end());
    const DateForms forms = study_dates(views);
    return sample_.share(column, [&forms](const std::string& text) {
        return read_date(text, forms).span.has_value();
    });
}

/// When no column with one of these names has a value in the sample, the rare values are looked for.
void Guesser::search_rare(const Words& wanted) {
    std::vector<std::size_t> empty;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (std::find(wanted.begin(), wanted.end(), names_[i]) == wanted.end()) {
            continue;
        }
        if (!sample_.values(i).empty()) {
            return;
        }
        empty.push_back(i);
    }
    if (!empty.empty() && !sample_.holds_all_rows()) {
        sample_.search(table_, empty);
    }
}

/// The column that reads as dates best. Of several the earlier wins unless a later one reads clearly more often.
class BestDates {
public:
    void consider(std::size_t column, double dates, double iso, double least) {
        const double score = dates + (iso > kMostlyIso ? kIsoBonus : 0);
        if (dates >= least && score > score_ + kClearly) {
            score_ = score;
            column_ = column;
        }
    }
    [[nodiscard]] std::optional<std::size_t> column() const { return column_; }

private:
    static constexpr double kMostlyIso = 0.9;
    static constexpr double kIsoBonus = 0.05;
    static constexpr double kClearly = 0.04;
    std::optional<std::size_t> column_;
    double score_ = 0;
};

/// @param least  share of the values that must be dates
/// @param fits   which columns come into question
template <class Fits>
std::optional<std::size_t> Guesser::best_dates(double least, Fits fits) const {
    BestDates best;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (!is_taken(i) && fits(i)) {
            best.consider(i, date_share(i), iso_share(i), least);
        }
    }
    return best.column();
}

double Guesser::iso_share(std::size_t column) const {
    return sample_.share(column, [](const std::string& text) {
        return text.size() >= 8 && text[4] == '-';
    });
}

/// By the names of columns, in the order of kStart.
std::optional<std::size_t> Guesser::dates_by_name() const {
    constexpr double least = 0.3;
    BestDates best;
    for (const std::string_view name : kStart) {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (names_[i] == name && !is_taken(i)) {
                best.consider(i, date_share(i), iso_share(i), least);
            }
        }
    }
    return best.column();
}

/// A name with a word for date in it.
bool Guesser::names_a_date(std::size_t column) const {
    const auto words = name_words(table_.columns[column]);
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "date" || word == "datum" || word == "fecha" || word == "дата"
               || word == "time" || word == "datetime" || word == "timestamp";
    });
}

/// Values that are written like dates rather than numbers.
bool Guesser::is_written(std::size_t column) const {
    return sample_.share(column, [](const std::string& text) {
        return text.find_first_of("-/. :") != std::string::npos && text.size() >= 8;
    }) > 0.9;
}

void Guesser::guess_dates() {
    // Readers of formats with times of their own use this name (see Table).
    if (const auto own = named("timebegin"); own && table_.columns[*own] == "time begin") {
        set(Role::Start, *own);
        return;
    }
    if (const auto column = dates_by_name()) {
        set(Role::Start, *column);
        return;
    }
    constexpr double half = 0.5;
    constexpr double most = 0.9;
    auto best = best_dates(half, [this](std::size_t i) { return names_a_date(i); });
    if (!best) {
        guess_parts();
        if (has(Role::Year)) {
            return;
        }
        best = best_dates(most, [this](std::size_t i) { return is_written(i); });
    }
    if (best) {
        set(Role::Start, *best);
        diagnostics_.note(
            "columns.date",
            "Column '" + table_.columns[*best] + "' was taken for the date, by its values");
    }
}

void Guesser::guess_parts() {
    const auto number_in =
        [this](std::string_view name, int low, int high) -> std::optional<std::size_t> {
        const auto column = named(name);
        if (!column || sample_.share(*column, [low, high](const std::string& text) {
                const auto value = read_number(text);
                return value && *value >= low && *value <= high;
            }) <= 0.5) {
            return std::nullopt;
        }
        return column;
    };
    const auto year = number_in("year", 100, 2999);
    if (!year) {
        return;
    }
    set(Role::Year, *year);
    if (const auto month = number_in("month", 1, 12)) {
        set(Role::Month, *month);
        if (const auto day = number_in("day", 1, 31)) {
            set(Role::Day, *day);
        }
    }
}

void Guesser::guess_end() {
    const std::string start = plain_name(mapping_.column(Role::Start));
    if (start.empty()) {
        return;
    }
    Words wanted;
    std::string partner;
    for (const auto& [from, to] :
         {std::pair("start", "end"),
          std::pair("begin", "end"),
          std::pair("started", "finished"),
          std::pair("from", "to")}) {
        if (const std::size_t at = start.find(from); at != std::string::npos) {
            partner = start;
            partner.replace(at, std::string_view(from).size(), to);
            wanted.push_back(partner);
            break;
        }
    }
    wanted.insert(wanted.end(), kEnd.begin(), kEnd.end());
    if (const auto own = named("timeend"); own && table_.columns[*own] == "time end") {
        set(Role::End, *own);
        return;
    }
    for (const std::string_view name : wanted) {
        const auto column = named(name);
        if (column && !is_taken(*column)
            && (date_share(*column) > 0.5 || sample_.share(*column, is_clock) > 0.5)) {
            set(date_share(*column) > 0.5 ? Role::End : Role::EndClock, *column);
            return;
        }
    }
}

void Guesser::guess_clock() {
    if (!has(Role::Start)) {
        return;
    }
    for (const std::string_view name :
         {"time", "eventtime", "timeofday", "starttime", "clock", "hour", "час", "время"}) {
        const auto column = named(name);
        if (column && !is_taken(*column) && sample_.share(*column, is_clock) > 0.5) {
            set(Role::Clock, *column);
            return;
        }
    }
}

void Guesser::guess_texts() {
    take_first(Role::Id, kId);
    take_first(Role::PlacePrecision, kPlacePrecision);
    take_first(Role::TimePrecision, kTimePrecision);
    take_first(Role::RadiusM, kRadius);
    take_first(Role::Title, kTitle);
    take_first(Role::Text, kText);
    take_first(Role::Type, kType);
    take_first(Role::Subtype, kSubtype);
    take_first(Role::Place, kPlace);
    take_first(Role::Region, kRegion);
    take_first(Role::Country, kCountry);
    take_first(Role::SourceName, kSourceName);
    take_first(Role::Source, kSource);
    for (const std::string_view name : kActor) {
        if (const auto column = named(name); column && !is_taken(*column)) {
            set(Role::Actor, *column);
        }
    }
    take_first(Role::Killed, kKilled);
}

/// Says what no column was taken for, so that nobody wonders why the map is empty.
void Guesser::note_missing() {
    if (table_.row_count() == 0) {
        return;
    }
    if (!has(Role::Start) && !has(Role::End) && !has(Role::Year)) {
        diagnostics_.note("columns.no_date", "No column was taken for the date");
    }
    if (!has(Role::Latitude) && !has(Role::Position) && !sample_.has_shapes()) {
        const bool metres = named("x") && named("y");
        diagnostics_.note(
            "columns.no_position",
            metres ? "No column was taken for the position; 'x' and 'y' are not degrees"
                   : "No column was taken for the position");
    }
}

ColumnMapping Guesser::run(std::string_view format) {
    mapping_.header_hash = header_hash(table_.columns);
    const Schema* schema = recognise_schema(names_);
    if (schema != nullptr) {
        take_schema(*schema);
    } else {
        mapping_.schema = "generic";
    }
    if (!has(Role::Latitude)) {
        search_rare(kLatitude);
        search_rare(kLongitude);
        guess_axes();
        guess_position();
    }
    if (!has(Role::Start)) {
        search_rare(kStart);
        guess_dates();
    }
    if (!has(Role::End) && schema == nullptr) {
        guess_end();
    }
    if (!has(Role::Clock) && schema == nullptr) {
        guess_clock();
    }
    if (schema == nullptr) {
        guess_texts();
    }
    note_missing();
    (void)format;
    return mapping_;
}

}  // namespace

std::string plain_name(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) != 0) {
            out.push_back(static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte));
        }
    }
    // Capital Cyrillic letters А…Я and Ukrainian І, Ї, Є as small ones; others are rare in headers.
    for (std::size_t i = 0; i + 1 < out.size(); ++i) {
        const auto lead = static_cast<unsigned char>(out[i]);
        const auto next = static_cast<unsigned char>(out[i + 1]);
        if (lead == 0xD0 && next >= 0x90 && next <= 0x9F) {
            out[i + 1] = static_cast<char>(next + 0x20);
        } else if (lead == 0xD0 && next >= 0xA0 && next <= 0xAF) {
            out[i] = static_cast<char>(0xD1);
            out[i + 1] = static_cast<char>(next - 0x20);
        } else if (lead == 0xD0 && (next == 0x84 || next == 0x86 || next == 0x87)) {
            out[i] = static_cast<char>(0xD1);
            out[i + 1] = static_cast<char>(next + 0x10);
        }
    }
    return out;
}

ColumnMapping
guess_columns(const Table& table, std::string_view format, base::Diagnostics& diagnostics) {
    return Guesser(table, diagnostics).run(format);
}

}  // namespace salient::io
