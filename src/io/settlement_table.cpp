#include "control/area_class.hpp"
#include "io/control_settlements.hpp"
#include "io/date_text.hpp"
#include "io/file_bytes.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <unordered_map>

namespace salient::io {

namespace {

using std::chrono::sys_days;

/// Fields of one line; quotes around a field are taken off, there are none inside in these tables.
void split_line(std::string_view line, char separator, std::vector<std::string_view>& fields) {
    fields.clear();
    while (true) {
        const std::size_t end = std::min(line.find(separator), line.size());
        std::string_view field = line.substr(0, end);
        if (field.size() >= 2 && field.front() == '"' && field.back() == '"') {
            field = field.substr(1, field.size() - 2);
        }
        fields.push_back(field);
        if (end == line.size()) {
            return;
        }
        line.remove_prefix(end + 1);
    }
}

std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') {
        line.remove_suffix(1);
    }
    return line;
}

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
        return std::tolower(x) == std::tolower(y);
    });
}

std::optional<std::size_t> find_column(
    const std::vector<std::string_view>& header,
    std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        for (std::size_t i = 0; i < header.size(); ++i) {
            if (same_name(header[i], name)) {
                return i;
            }
        }
    }
    return std::nullopt;
}

/// What the columns of a table are.
struct Columns {
    std::size_t place = 0;
    std::optional<std::size_t> date;
    std::optional<std::size_t> status;
    std::optional<std::size_t> lat;
    std::optional<std::size_t> lon;
    std::vector<std::pair<std::size_t, sys_days>> wide;  // column and the day it speaks of
};

std::optional<sys_days> eight_digits(std::string_view text) {
    if (text.size() < 8) {
        return std::nullopt;
    }
    std::array<int, 3> parts{};
    const std::array<std::pair<std::size_t, std::size_t>, 3> where{{{0, 4}, {4, 2}, {6, 2}}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const char* from = text.data() + where[i].first;
        const auto [end, error] = std::from_chars(from, from + where[i].second, parts[i]);
        if (error != std::errc() || end != from + where[i].second) {
            return std::nullopt;
        }
    }
    const std::chrono::year_month_day date{
        std::chrono::year(parts[0]),
        std::chrono::month(static_cast<unsigned>(parts[1])),
        std::chrono::day(static_cast<unsigned>(parts[2]))};
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

std::optional<Columns> columns_of(const std::vector<std::string_view>& header) {
    Columns columns;
    const auto place = find_column(header, {"geonameid", "geoname_id", "geonamesid"});
    if (!place) {
        return std::nullopt;
    }
    columns.place = *place;
    columns.date = find_column(header, {"date", "day"});
    columns.status =
        find_column(header, {"status", "status_boost", "status_isw", "status_dsm", "status_wiki"});
    columns.lat = find_column(header, {"latitude", "lat"});
    columns.lon = find_column(header, {"longitude", "lon", "lng"});
    constexpr std::string_view wide_prefix = "ctr_";
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i].starts_with(wide_prefix)) {
            if (const auto day = eight_digits(header[i].substr(wide_prefix.size()))) {
                columns.wide.emplace_back(i, *day);
            }
        }
    }
    const bool is_long = columns.date && columns.status;
    return is_long || !columns.wide.empty() ? std::optional(columns) : std::nullopt;
}

char separator_of(std::string_view header) {
    for (const char c : {',', ';', '\t'}) {
        if (header.find(c) != std::string_view::npos) {
            return c;
        }
    }
    return ',';
}

/// Reads dates that repeat from row to row only once.
class DayReader {
public:
    std::optional<sys_days> read(std::string_view text) {
        if (text == last_text_) {
            return last_day_;
        }
        last_text_ = text;
        const bool dashed = text.size() >= 10 && text[4] == '-' && text[7] == '-';
        if (dashed) {
            std::string digits(text.substr(0, 4));
            digits.append(text.substr(5, 2)).append(text.substr(8, 2));
            last_day_ = eight_digits(digits);
        } else if (text.size() == 8) {
            last_day_ = eight_digits(text);
        } else {
            const auto reading = read_date(text, {});
            last_day_ = reading.span ? std::optional(time::first_day(*reading.span)) : std::nullopt;
        }
        return last_day_;
    }

private:
    std::string_view last_text_;
    std::optional<sys_days> last_day_;
};

std::optional<geo::LonLat> position_of(
    const std::vector<std::string_view>& fields,
    const Columns& columns) {
    if (!columns.lat || !columns.lon || *columns.lat >= fields.size()
        || *columns.lon >= fields.size()) {
        return std::nullopt;
    }
    geo::LonLat position;
    const auto number = [](std::string_view text, double& out) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
        return error == std::errc() && end == text.data() + text.size() && !text.empty();
    };
    const bool ok = number(fields[*columns.lat], position.lat_deg)
                    && number(fields[*columns.lon], position.lon_deg)
                    && std::abs(position.lat_deg) <= 85 && std::abs(position.lon_deg) <= 180;
    return ok ? std::optional(position) : std::nullopt;
}

/// Adds a status. Of days in a row with one holder the first and the last are kept: rows mostly come by day, but need not.
void add_status(SettlementRow& row, sys_days day, std::optional<control::Holder> holder) {
    const std::size_t count = row.runs.size();
    const bool goes_on =
        count >= 2 && row.runs[count - 1].holder == holder && row.runs[count - 2].holder == holder
        && row.runs[count - 2].from < row.runs[count - 1].from && row.runs[count - 1].from < day;
    if (goes_on) {
        row.runs.back().from = day;
    } else {
        row.runs.push_back({day, holder});
    }
}

/// By day; of one day the last that was added; neighbours that do not differ are one.
void tidy_runs(std::vector<control::StatusRun>& runs) {
    std::stable_sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) {
        return a.from < b.from;
    });
    std::vector<control::StatusRun> tidy;
    for (const control::StatusRun& run : runs) {
        if (!tidy.empty() && tidy.back().from == run.from) {
            tidy.pop_back();
        }
        if (tidy.empty() || tidy.back().holder != run.holder) {
            tidy.push_back(run);
        }
    }
    runs = std::move(tidy);
}

/// Adds the rows of one table.
class TableReader {
public:
    TableReader(SettlementTable& table, Columns columns)
        : table_(table),
          columns_(std::move(columns)) {}

    void add(const std::vector<std::string_view>& fields) {
        ++table_.rows;
        if (columns_.place >= fields.size() || fields[columns_.place].empty()) {
            ++table_.unreadable;
            return;
        }
        SettlementRow& row = row_of(fields[columns_.place]);
        if (!row.position) {
            row.position = position_of(fields, columns_);
        }
        for (const auto& [column, day] : columns_.wide) {
            if (column < fields.size()) {
                add_day(row, day, fields[column]);
            }
        }
        if (columns_.wide.empty()) {
            const bool complete =
                *columns_.date < fields.size() && *columns_.status < fields.size();
            const auto day = complete ? days_.read(fields[*columns_.date]) : std::nullopt;
            if (day) {
                add_day(row, *day, fields[*columns_.status]);
            } else {
                ++table_.unreadable;
            }
        }
    }

private:
    SettlementTable& table_;
    Columns columns_;
    DayReader days_;
    std::string last_place_;
    SettlementRow* last_row_ = nullptr;

    SettlementRow& row_of(std::string_view place) {
        if (last_row_ == nullptr || place != last_place_) {
            last_place_ = place;
            last_row_ = &table_.places[last_place_];
        }
        return *last_row_;
    }
    void add_day(SettlementRow& row, sys_days day, std::string_view status) {
        table_.days.insert(day);
        add_status(row, day, control::holder_from_status(status));
    }
};

}  // namespace

bool is_settlement_table(const std::filesystem::path& path) {
    const auto bytes = FileBytes::open(path);
    if (!bytes) {
        return false;
    }
    constexpr std::size_t longest_header = 1U << 20U;
    std::string_view text = bytes->view().substr(0, longest_header);
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    const std::string_view header = take_line(text);
    std::vector<std::string_view> fields;
    split_line(header, separator_of(header), fields);
    return columns_of(fields).has_value();
}

base::Status
add_settlements(std::string_view text, SettlementTable& table, const std::stop_token& stop) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    const std::string_view header = take_line(text);
    const char separator = separator_of(header);
    std::vector<std::string_view> fields;
    split_line(header, separator, fields);
    const auto columns = columns_of(fields);
    if (!columns) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected the columns geonameid, date and status, or ctr_ and a day",
            ""};
    }
    TableReader reader(table, *columns);
    while (!text.empty()) {
        if (stop.stop_requested()) {
            return base::Error{base::ErrorCode::Cancelled, "Stopped", ""};
        }
        const std::string_view line = take_line(text);
        if (!line.empty()) {
            split_line(line, separator, fields);
            reader.add(fields);
        }
    }
    for (auto& [place, row] : table.places) {
        tidy_runs(row.runs);
    }
    return base::Done{};
}

}  // namespace salient::io
