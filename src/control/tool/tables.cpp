#include "control/tool/tables.hpp"

#include "base/resources.hpp"
#include "control/area_class.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace salient::control::tool {

namespace {

base::Error at_row(const Table& table, std::size_t row, std::string message) {
    return {
        base::ErrorCode::BadValue,
        std::move(message),
        table.path + ":" + std::to_string(row + 2)};
}

std::vector<std::string> split_row(std::string_view line, char separator) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (separator == ',' && c == '"') {
            if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
                fields.back() += '"';
                ++i;
            } else {
                quoted = !quoted;
            }
        } else if (c == separator && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

std::optional<std::size_t> column(const Table& table, std::string_view name) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string& text = table.columns[i];
        if (text == name || (!text.empty() && text.front() == '#' && text.substr(1) == name)) {
            return i;
        }
    }
    return std::nullopt;
}

base::Result<std::vector<std::size_t>> columns(
    const Table& table,
    const std::vector<std::string_view>& names) {
    std::vector<std::size_t> result;
    for (const std::string_view name : names) {
        const auto index = column(table, name);
        if (!index) {
            return base::Error{
                base::ErrorCode::BadFormat,
                "Expected a column named " + std::string(name),
                table.path};
        }
        result.push_back(*index);
    }
    return result;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && !text.empty() ? std::optional(value) : std::nullopt;
}

/// `2024-08-06`.
std::optional<std::chrono::sys_days> day_from_text(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = number<int>(text.substr(0, 4));
    const auto month = number<unsigned>(text.substr(5, 2));
    const auto day = number<unsigned>(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year(*year),
        std::chrono::month(*month),
        std::chrono::day(*day)};
    return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

}  // namespace

base::Result<Table> read_table(const std::filesystem::path& path, char separator) {
    const auto bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    Table table;
    table.path = path.filename().string();
    std::string_view rest = *bytes;
    for (std::size_t line_number = 1; !rest.empty(); ++line_number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.empty() && line.back() == '\r') {
            line.remove_suffix(1);
        }
        std::vector<std::string> fields = split_row(line, separator);
        if (table.columns.empty()) {
            table.columns = std::move(fields);
        } else if (fields.size() == table.columns.size()) {
            table.rows.push_back(std::move(fields));
        } else {
            return base::Error{
                base::ErrorCode::BadFormat,
                "Expected " + std::to_string(table.columns.size()) + " fields, found "
                    + std::to_string(fields.size()),
                table.path + ":" + std::to_string(line_number)};
        }
    }
    return table;
}

base::Status add_places(const Table& table, Places& places) {
    const auto at = columns(table, {"id", "name", "lat", "lon", "country"});
    if (!at) {
        return at.error();
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        const auto lat = number<double>(row[(*at)[2]]);
        const auto lon = number<double>(row[(*at)[3]]);
        if (!lat || !lon || *lat < -90 || *lat > 90 || *lon < -180 || *lon > 180) {
            return at_row(table, i, "Expected a latitude and a longitude in degrees");
        }
        places[row[(*at)[0]]] = {row[(*at)[1]], row[(*at)[4]], {*lon, *lat}};
    }
    return base::Done{};
}

base::Result<std::vector<HoldingFact>> facts_of(const Table& table) {
    const auto at = columns(table, {"place_id", "held_by", "from", "to"});
    if (!at) {
        return at.error();
    }
    std::vector<HoldingFact> facts;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        const auto holder = holder_from_text(row[(*at)[1]]);
        if (!holder) {
            return at_row(
                table,
                i,
                "Expected ukraine, russia or contested, found " + row[(*at)[1]]);
        }
        const auto from = day_from_text(row[(*at)[2]]);
        const std::string& to_text = row[(*at)[3]];
        const auto to = day_from_text(to_text);
        if (!from || (!to && !to_text.empty())) {
            return at_row(table, i, "Expected days as YYYY-MM-DD");
        }
        if (to && *to <= *from) {
            return at_row(table, i, "Expected the day in `to` after the day in `from`");
        }
        facts.push_back({row[(*at)[0]], *holder, *from, to});
    }
    return facts;
}

base::Result<std::vector<std::chrono::sys_days>> days_of(const Table& table) {
    const auto at = columns(table, {"day"});
    if (!at) {
        return at.error();
    }
    std::vector<std::chrono::sys_days> days;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto day = day_from_text(table.rows[i][at->front()]);
        if (!day) {
            return at_row(table, i, "Expected a day as YYYY-MM-DD");
        }
        days.push_back(*day);
    }
    return days;
}

}  // namespace salient::control::tool
