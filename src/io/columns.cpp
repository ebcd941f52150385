#include "io/columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace salient::io {

namespace {

constexpr std::size_t kSampleRows = 400;

/// Lower case without spaces, underscores and marks: "Event Date" = "event_date" = "eventdate". Cyrillic stays as it is.
std::string plain(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) != 0) {
            out.push_back(static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte));
        }
    }
    return out;
}

using Names = std::vector<std::string_view>;

/// Synonyms, best first (formats.md 3.11).
const Names kLat = {"latitude", "lat", "actiongeolat", "pointlatitude", "ylat", "широта", "y"};
const Names kLon = {
    "longitude",
    "lon",
    "lng",
    "long",
    "actiongeolong",
    "pointlongitude",
    "xlon",
    "довгота",
    "долгота",
    "x"};
const Names kPosition = {
    "coordinates",
    "coords",
    "geo",
    "geomwkt",
    "wkt",
    "geometry",
    "latlon",
    "latlng",
    "location",
    "position"};
const Names kStart = {"eventdate", "datestart",      "startdate",    "sqldate",   "starttimestamp",
                      "date",      "datetime",       "startedat",    "timestart", "starttime",
                      "start",     "begin",          "verifieddate", "when",      "time",
                      "timestamp", "timestampstart", "day",          "year",      "дата"};
const Names kEnd = {
    "dateend",
    "enddate",
    "endtimestamp",
    "finishedat",
    "timeend",
    "endtime",
    "end",
    "stop",
    "timestampend"};
const Names kId = {"eventidcnty", "globaleventid", "eventid", "id", "civid", "hcid"};
const Names kTitle = {"title", "name", "sourceheadline", "headline", "asciiname"};
const Names kText =
    {"notes", "description", "text", "desc", "summary", "comments", "whereDescription"};
const Names kType = {"eventtype", "type", "category", "typeofviolence", "eventcode"};
const Names kSubtype = {"subeventtype", "subtype", "eventrootcode"};
const Names kPlace = {
    "location",
    "asciiname",
    "actiongeofullname",
    "wherecoordinates",
    "placename",
    "place",
    "city",
    "nearestlocation",
    "settlement",
    "address",
    "region",
    "oblast",
    "target",
    "fromname"};
const Names kRegion = {"admin1", "adm1", "adm1name", "province", "oblast", "region"};
const Names kCountry = {"country", "iso3", "countryid"};
const Names kSource =
    {"sourceurl", "url", "link", "source", "sources", "sourcesurl", "links", "sourcearticle"};
const Names kPrecision = {
    "geoprecision",
    "whereprec",
    "actiongeotype",
    "coordinatesaccurate",
    "locationprecision",
    "placeprecision"};
const Names kKilled = {"fatalities", "best", "deaths", "killed"};

class Guesser {
public:
    explicit Guesser(const Table& table) : table_(table) {
        for (const std::string& name : table.columns) {
            names_.push_back(plain(name));
        }
    }

    [[nodiscard]] std::optional<std::size_t> named(const Names& wanted) const {
        for (const std::string_view name : wanted) {
            for (std::size_t i = 0; i < names_.size(); ++i) {
                if (names_[i] == plain(name)) {
                    return i;
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool has(std::string_view name) const {
        return std::find(names_.begin(), names_.end(), name) != names_.end();
    }

    /// Share of filled values in the sample that `accept` takes; 0 when none is filled.
    template <class Accept>
    [[nodiscard]] double share(std::size_t column, Accept accept) const {
        std::size_t filled = 0;
        std::size_t good = 0;
        const std::size_t step = std::max<std::size_t>(1, table_.rows.size() / kSampleRows);
        for (std::size_t i = 0; i < table_.rows.size(); i += step) {
            const std::string& cell = table_.rows[i].cells[column];
            if (!cell.empty()) {
                ++filled;
                good += accept(cell) ? 1U : 0U;
            }
        }
        return filled == 0 ? 0 : static_cast<double>(good) / static_cast<double>(filled);
    }

    /// The named column whose values read as dates most often; of equal ones the earlier name.
    [[nodiscard]] std::optional<std::size_t> date_column(const Names& wanted) const {
        std::optional<std::size_t> best;
        double best_score = 0.5;
        for (const std::string_view name : wanted) {
            for (std::size_t i = 0; i < names_.size(); ++i) {
                if (names_[i] != plain(name)) {
                    continue;
                }
                const double dates = share(i, [](const std::string& cell) {
                    return read_date(cell, DayMonthOrder::Unknown).has_value();
                });
                const double certain = share(i, [](const std::string& cell) {
                    return cell.size() >= 8 && cell[4] == '-';
                });
                const double score = dates + (certain > 0.9 ? 0.05 : 0);
                if (score > best_score + 0.04) {
                    best_score = score;
                    best = i;
                }
            }
        }
        return best;
    }

    /// `from_latitude` and `from_longitude`: the first pair whose values fit.
    void pair_by_suffix(Mapping& mapping) const {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            for (const std::string_view suffix : {"latitude", "lat"}) {
                const std::string& name = names_[i];
                if (name.size() <= suffix.size()
                    || name.substr(name.size() - suffix.size()) != suffix) {
                    continue;
                }
                const std::string stem = name.substr(0, name.size() - suffix.size());
                for (const std::string_view partner : {"longitude", "lon", "lng", "long"}) {
                    const auto found =
                        std::find(names_.begin(), names_.end(), stem + std::string(partner));
                    if (found != names_.end()) {
                        mapping.lat = i;
                        mapping.lon = static_cast<std::size_t>(found - names_.begin());
                        return;
                    }
                }
            }
        }
    }

private:
    const Table& table_;
    std::vector<std::string> names_;
};

bool is_coordinate(const std::string& cell) {
    const auto value = read_number(cell);
    return value && std::abs(*value) <= 360;
}

void guess_positions(const Guesser& guesser, Mapping& mapping) {
    mapping.lat = guesser.named(kLat);
    mapping.lon = guesser.named(kLon);
    const bool fits = mapping.lat && mapping.lon && guesser.share(*mapping.lat, is_coordinate) > 0.5
                      && guesser.share(*mapping.lon, is_coordinate) > 0.5;
    if (!fits) {
        mapping.lat.reset();
        mapping.lon.reset();
        guesser.pair_by_suffix(mapping);
    }
    if (mapping.lat) {
        return;
    }
    for (const std::string_view name : kPosition) {
        const auto column = guesser.named({name});
        if (column && guesser.share(*column, [](const std::string& cell) {
                return read_position(cell).has_value();
            }) > 0.5) {
            mapping.position = column;
            return;
        }
    }
}

std::string recognise(const Guesser& guesser) {
    if (guesser.has("eventidcnty") || (guesser.has("eventdate") && guesser.has("subeventtype"))) {
        return "ACLED";
    }
    if (guesser.has("typeofviolence") && (guesser.has("whereprec") || guesser.has("best"))) {
        return "UCDP GED";
    }
    if (guesser.has("geoprecision") && guesser.has("asciiname")) {
        return "VIINA";
    }
    if (guesser.has("pluscode") && guesser.has("faction")) {
        return "GeoConfirmed";
    }
    if (guesser.has("icon15") || (guesser.has("strengthinbtgnumber") && guesser.has("unit"))) {
        return "uawardata";
    }
    if (guesser.has("civid") || (guesser.has("associations") && guesser.has("description"))) {
        return "timemap";
    }
    if (guesser.has("startedat") && guesser.has("finishedat")
        && (guesser.has("region") || guesser.has("oblast"))) {
        return "air-raid sirens";
    }
    if (guesser.has("mag") && guesser.has("magtype") && guesser.has("time")) {
        return "USGS";
    }
    if (guesser.has("sourcetext") && guesser.has("timeprecision") && guesser.has("eventtype")
        && guesser.has("assertion")) {
        return "Salient";
    }
    return "guessed";
}

bool all_digits(const std::string& text, std::size_t length) {
    return text.size() == length && text.find_first_not_of("0123456789") == std::string::npos;
}

void rename(Table& table, std::size_t index, const char* name) {
    if (index < table.columns.size()) {
        table.columns[index] = name;
    }
}

/// GDELT has no header: 57, 58 (1.0) or 61 (2.0) columns, the second a day. Positions from the codebooks (formats.md 3.3).
bool name_gdelt(Table& table) {
    const std::size_t columns = table.columns.size();
    const bool fits = !table.has_header && (columns == 57 || columns == 58 || columns == 61)
                      && all_digits(table.rows.front().cells[1], 8);
    if (!fits) {
        return false;
    }
    const bool second = columns == 61;
    rename(table, 0, "GLOBALEVENTID");
    rename(table, 1, "SQLDATE");
    rename(table, 6, "Actor1Name");
    rename(table, 16, "Actor2Name");
    rename(table, 26, "EventCode");
    rename(table, 28, "EventRootCode");
    const std::size_t geo = second ? 51 : 49;
    rename(table, geo, "ActionGeo_Type");
    rename(table, geo + 1, "ActionGeo_FullName");
    rename(table, geo + (second ? 5U : 4U), "ActionGeo_Lat");
    rename(table, geo + (second ? 6U : 5U), "ActionGeo_Long");
    rename(table, second ? 59 : 56, "DATEADDED");
    rename(table, second ? 60 : 57, "SOURCEURL");
    return true;
}

/// UCDP published 24.0.1 without a header: 49 columns with their names in the codebook's order.
bool name_ucdp(Table& table) {
    static constexpr std::array<std::pair<std::size_t, const char*>, 14> kColumns = {
        {{0, "id"},
         {2, "year"},
         {5, "type_of_violence"},
         {8, "conflict_name"},
         {14, "side_a"},
         {17, "side_b"},
         {22, "source_headline"},
         {24, "where_prec"},
         {25, "where_coordinates"},
         {27, "adm_1"},
         {29, "latitude"},
         {30, "longitude"},
         {37, "date_start"},
         {38, "date_end"}}};
    if (table.has_header || table.columns.size() != 49) {
        return false;
    }
    for (const auto& [index, name] : kColumns) {
        rename(table, index, name);
    }
    rename(table, 33, "country");
    rename(table, 43, "best");
    return true;
}

}  // namespace

std::optional<double> read_number(std::string_view text) {
    std::string clean;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E') {
            clean.push_back(c);
        } else if (c == ',') {
            clean.push_back('.');
        } else if (c != ' ' && c != '\xC2' && c != '\xB0' && c != '\t') {
            return std::nullopt;
        }
    }
    if (!clean.empty() && clean.front() == '+') {
        clean.erase(0, 1);
    }
    double value = 0;
    const auto result = std::from_chars(clean.data(), clean.data() + clean.size(), value);
    const bool whole =
        !clean.empty() && result.ec == std::errc() && result.ptr == clean.data() + clean.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<geo::LonLat> read_position(std::string_view text) {
    const bool wkt = text.substr(0, 5) == "POINT" || text.substr(0, 5) == "Point";
    if (wkt) {
        const std::size_t open = text.find('(');
        const std::size_t close = text.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
            return std::nullopt;
        }
        text = text.substr(open + 1, close - open - 1);
    }
    while (!text.empty() && (text.front() == '[' || text.front() == '(' || text.front() == ' ')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ']' || text.back() == ')' || text.back() == ' ')) {
        text.remove_suffix(1);
    }
    const std::size_t gap = text.find_first_of(wkt ? " " : ",; ");
    if (gap == std::string_view::npos) {
        return std::nullopt;
    }
    const auto first = read_number(text.substr(0, gap));
    const auto second = read_number(text.substr(
        text.find_first_not_of(",; ", gap) == std::string_view::npos
            ? gap
            : text.find_first_not_of(",; ", gap)));
    if (!first || !second) {
        return std::nullopt;
    }
    return wkt ? geo::LonLat{*first, *second} : geo::LonLat{*second, *first};
}

Mapping guess_mapping(Table& table, const std::string& path, base::Diagnostics& diagnostics) {
    Mapping mapping;
    const bool gdelt = name_gdelt(table);
    const bool ucdp = !gdelt && name_ucdp(table);
    const Guesser guesser(table);
    mapping.schema = gdelt ? (table.columns.size() == 61 ? "GDELT 2.0" : "GDELT 1.0")
                           : (ucdp ? "UCDP GED" : recognise(guesser));
    guess_positions(guesser, mapping);
    mapping.start = guesser.date_column(kStart);
    mapping.end = guesser.date_column(kEnd);
    mapping.id = guesser.named(kId);
    mapping.title = guesser.named(kTitle);
    mapping.text = guesser.named(kText);
    mapping.type = guesser.named(kType);
    mapping.subtype = guesser.named(kSubtype);
    mapping.place = guesser.named(kPlace);
    mapping.region = guesser.named(kRegion);
    mapping.country = guesser.named(kCountry);
    mapping.source = guesser.named(kSource);
    mapping.precision = guesser.named(kPrecision);
    mapping.killed = guesser.named(kKilled);
    for (const Names& names :
         {Names{"actor1", "sidea", "actor1name"}, Names{"actor2", "sideb", "actor2name"}}) {
        if (const auto column = guesser.named(names)) {
            mapping.actors.push_back(*column);
        }
    }
    if (mapping.place == mapping.position) {
        mapping.place.reset();
    }
    if (mapping.start) {
        OrderEvidence evidence;
        for (const Row& row : table.rows) {
            add_evidence(row.cells[*mapping.start], evidence);
        }
        mapping.order = evidence.order();
        if (evidence.either > 0 && mapping.order == DayMonthOrder::Unknown) {
            diagnostics.warn(
                "date.order",
                "No row tells whether '" + table.columns[*mapping.start]
                    + "' has the day or the month first; the day was taken",
                path);
        }
    }
    return mapping;
}

}  // namespace salient::io
