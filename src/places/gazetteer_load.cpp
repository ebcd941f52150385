#include "base/resources.hpp"
#include "places/gazetteer_data.hpp"
#include "places/match_key.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace salient::places {
namespace {

constexpr std::size_t kMaxFields = 19;
constexpr std::size_t kOwnFields = 9;  // id kind name lat lon country admin1 pop aliases
constexpr std::size_t kMaxPool = std::numeric_limits<std::uint32_t>::max();

/// The fields of one line as slices of the pool.
struct Line {
    std::array<Slice, kMaxFields> fields{};
    std::size_t count = 0;
};

Line split_line(std::string_view pool, std::size_t begin, std::size_t end) {
    Line line;
    while (line.count < kMaxFields) {
        const std::size_t tab =
            std::min(pool.substr(begin, end - begin).find('\t'), end - begin) + begin;
        line.fields[line.count++] = {
            static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(tab - begin)};
        if (tab == end) {
            return line;
        }
        begin = tab + 1;
    }
    ++line.count;  // more fields than any known layout has
    return line;
}

bool read_number(std::string_view text, double& out) {
    const auto result = std::from_chars(text.data(), text.data() + text.size(), out);
    return result.ec == std::errc() && result.ptr == text.data() + text.size();
}

std::uint32_t read_population(std::string_view text) {
    std::uint64_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc()) {
        return 0;
    }
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(value, std::numeric_limits<std::uint32_t>::max()));
}

/// Our own tables may carry one column more, which says where the row is from.
bool is_known_layout(std::size_t columns) {
    return columns == kOwnFields || columns == kOwnFields + 1 || columns == kMaxFields;
}

/// Bonus for what a place is, on the scale of log10(population).
double rank_of(PlaceKind kind, std::string_view code) {
    if (code == "PPLC") {
        return 1.0;
    }
    if (code == "PPLA" || code == "CONT" || code == "OCN") {
        return 0.4;
    }
    if (code == "PPLX" || code == "PPLL" || code == "PPLQ" || code == "PPLW" || code == "PPLH") {
        return -0.7;
    }
    switch (kind) {
        case PlaceKind::Country:
            return 2.0;
        case PlaceKind::Region:
            return 0.5;
        case PlaceKind::Airfield:
            return -0.5;
        case PlaceKind::District:
            return -0.3;
        default:
            return 0;
    }
}

/// Size of a place without a recorded population, as log10 of one.
double assumed_size(PlaceKind kind, std::string_view code) {
    if (code == "CONT" || code == "OCN") {
        return 7.5;
    }
    if (code == "SEA" || code == "GULF" || code == "RGN") {
        return 6.0;
    }
    const bool is_named_feature =
        kind == PlaceKind::Water || kind == PlaceKind::Physical || kind == PlaceKind::Region;
    return is_named_feature ? 4.5 : 2.3;
}

float prominence_of(const Row& row, std::string_view code) {
    double size = row.population == 0 ? assumed_size(row.kind, code)
                                      : std::log10(static_cast<double>(row.population) + 1.0);
    if (row.kind == PlaceKind::Country) {
        size = std::max(size, 5.0);
    }
    return static_cast<float>(std::clamp((size + rank_of(row.kind, code)) / 11.0, 0.0, 1.0));
}

/// Fills `row` from a line of either layout; false when a number is none.
bool fill_row(const Tables& tables, const Line& line, Row& row) {
    const bool is_own = line.count != kMaxFields;
    const auto& field = line.fields;
    row.id = field[0];
    row.code = is_own ? field[1] : field[7];
    row.name = is_own ? field[2] : field[1];
    row.country = is_own ? field[5] : field[8];
    row.region = is_own ? field[6] : field[10];
    row.aliases = is_own ? field[8] : field[3];
    row.alias_separator = is_own ? '|' : ',';
    row.population = read_population(tables.view(is_own ? field[7] : field[14]));
    const bool has_point = read_number(tables.view(is_own ? field[3] : field[4]), row.lat_deg)
                           && read_number(tables.view(is_own ? field[4] : field[5]), row.lon_deg);
    row.kind = kind_of(tables.view(row.code));
    row.prominence = prominence_of(row, tables.view(row.code));
    return has_point && std::abs(row.lat_deg) <= 90 && std::abs(row.lon_deg) <= 180
           && row.id.length > 0 && row.name.length > 0;
}

/// GeoNames ids are bare numbers: ours have a "g" before them.
Slice prefixed_id(Tables& tables, Slice number) {
    const auto offset = static_cast<std::uint32_t>(tables.pool.size());
    tables.pool += 'g';
    tables.pool.append(tables.pool, number.offset, number.length);
    return {offset, number.length + 1};
}

}  // namespace

std::uint64_t hash_bytes(std::string_view bytes) {
    std::uint64_t state = 0xCBF29CE484222325ULL;
    for (const char byte : bytes) {
        state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    }
    state ^= state >> 32U;
    return state * 0x9E3779B97F4A7C15ULL;
}

PlaceKind kind_of(std::string_view code) {
    const auto starts = [code](std::string_view prefix) {
        return code.substr(0, prefix.size()) == prefix;
    };
    const auto is_one_of = [code](std::initializer_list<std::string_view> list) {
        return std::find(list.begin(), list.end(), code) != list.end();
    };
    if (starts("PCL") || code == "TERR") {
        return PlaceKind::Country;
    }
    if (starts("ADM1") || is_one_of({"RGN", "CONT"})) {
        return PlaceKind::Region;
    }
    if (starts("ADM")) {
        return PlaceKind::District;
    }
    if (starts("PPL") || code == "STLMT") {
        return PlaceKind::Settlement;
    }
    if (starts("AIR")) {
        return PlaceKind::Airfield;
    }
    if (starts("STM") || starts("LK") || starts("CNL")
        || is_one_of({"SEA", "OCN", "RSV", "GULF", "BAY", "STRT", "CHN", "LGN", "INLT"})) {
        return PlaceKind::Water;
    }
    if (starts("MT") || starts("ISL")
        || is_one_of({"PEN", "CAPE", "HLL", "PK", "PASS", "VAL", "DSRT", "PLN", "PSN"})) {
        return PlaceKind::Physical;
    }
    return PlaceKind::Other;
}

namespace {

/// Adds the bytes to the pool. @return where they begin
std::size_t add_to_pool(Tables& tables, std::string bytes) {
    const std::size_t begin = tables.pool.size();
    if (begin == 0) {
        tables.pool = std::move(bytes);
    } else {
        tables.pool += bytes;
    }
    return begin;
}

/// A line of a file, told only when something is wrong with it.
struct Where {
    const std::filesystem::path& path;
    std::size_t line = 0;
    [[nodiscard]] std::string text() const { return path.string() + ":" + std::to_string(line); }
};

/// Adds the row of one line. @return false when it was left out
bool add_line(
    Tables& tables,
    const Line& line,
    const Where& where,
    base::Diagnostics& diagnostics) {
    if (!is_known_layout(line.count)) {
        diagnostics.error(
            "gazetteer.columns",
            "Row with a wrong number of columns left out",
            where.text());
        return false;
    }
    Row row;
    if (!fill_row(tables, line, row)) {
        diagnostics.error(
            "gazetteer.row",
            "Row without an id, a name or a position left out",
            where.text());
        return false;
    }
    if (line.count == kMaxFields) {
        row.id = prefixed_id(tables, row.id);
    }
    tables.rows.push_back(row);
    return true;
}

}  // namespace

base::Status
append_file(Tables& tables, const std::filesystem::path& path, base::Diagnostics& diagnostics) {
    base::Result<std::string> bytes = base::read_file(path);
    if (!bytes) {
        return bytes.error();
    }
    // A GeoNames dump adds up to one "g" and one copy of the id for each line.
    if (tables.pool.size() + bytes->size() * 2 >= kMaxPool) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "Gazetteer tables over 4 GB are not read",
            path.string()};
    }
    const std::size_t rows_before = tables.rows.size();
    std::size_t begin = add_to_pool(tables, std::move(bytes).value());
    const auto lines = static_cast<std::size_t>(std::count(
        tables.pool.begin() + static_cast<std::ptrdiff_t>(begin),
        tables.pool.end(),
        '\n'));
    tables.rows.reserve(tables.rows.size() + lines);
    const std::size_t file_end = tables.pool.size();
    bool is_table = false;
    for (std::size_t number = 1; begin < file_end; ++number) {
        std::size_t end = std::min(tables.pool.find('\n', begin), file_end);
        const std::size_t next = end + 1;
        if (end > begin && tables.pool[end - 1] == '\r') {
            --end;
        }
        if (end > begin && tables.pool[begin] != '#') {
            const Line line = split_line(tables.pool, begin, end);
            const Where where{path, number};
            if (!is_table && !is_known_layout(line.count)) {
                return base::Error{
                    base::ErrorCode::BadFormat,
                    "Expected a gazetteer table of 9 columns or a GeoNames dump of 19, found "
                        + std::to_string(line.count) + " columns",
                    where.text()};
            }
            is_table = add_line(tables, line, where, diagnostics) || is_table;
        }
        begin = next;
    }
    if (tables.rows.size() == rows_before) {
        diagnostics.warn(
            "gazetteer.empty",
            "Expected a gazetteer table or a GeoNames dump, found no place",
            path.string());
    }
    return base::Done{};
}

}  // namespace salient::places
