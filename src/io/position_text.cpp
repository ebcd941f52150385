#include "io/position_text.hpp"

#include "io/json_feature.hpp"
#include "io/row_cells.hpp"
#include "io/shape_builder.hpp"

#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>

namespace salient::io {

namespace {

std::optional<double> parse_double(std::string_view text) {
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Takes one of N, S, E, W from either end. @return it as a capital letter, or 0
char take_hemisphere(std::string& text) {
    static constexpr std::string_view kHemispheres = "NSEWnsew";
    if (text.empty()) {
        return 0;
    }
    const bool last = kHemispheres.find(text.back()) != std::string_view::npos;
    const bool first = kHemispheres.find(text.front()) != std::string_view::npos;
    if (!last && !first) {
        return 0;
    }
    const char letter = static_cast<char>(
        std::toupper(static_cast<unsigned char>(last ? text.back() : text.front())));
    last ? text.pop_back() : static_cast<void>(text.erase(0, 1));
    text = std::string(trimmed(text));
    return letter;
}

bool is_negative(char hemisphere) {
    return hemisphere == 'S' || hemisphere == 'W';
}

enum class Axis : std::uint8_t { Unsaid, Latitude, Longitude };

/// Which axis a hemisphere letter says.
Axis axis_of(std::string_view text) {
    std::string plain(trimmed(text));
    const char letter = take_hemisphere(plain);
    return letter == 0                      ? Axis::Unsaid
           : letter == 'N' || letter == 'S' ? Axis::Latitude
                                            : Axis::Longitude;
}

/// Degree, minute and second signs of every sort become blanks.
std::string plain_signs(std::string_view text) {
    std::string out(text);
    replace_all(out, "\u2212", "-");
    for (const std::string_view sign :
         {"°", "º", "′", "″", "’", "”", "‘", "“", "'", "\"", "\u00A0", "\u202F"}) {
        replace_all(out, sign, " ");
    }
    return std::string(trimmed(out));
}

std::optional<double> decimal(std::string text) {
    const std::size_t comma = text.find(',');
    if (comma != std::string::npos && text.find('.') == std::string::npos
        && text.find(',', comma + 1) == std::string::npos) {
        text[comma] = '.';
    }
    return parse_double(text);
}

/// Latitude bands C…X without I and O; 8 degrees each from 80° south.
constexpr std::string_view kBands = "CDEFGHJKLMNPQRSTUVWX";
constexpr std::string_view kGridRows = "ABCDEFGHJKLMNPQRSTUV";

struct GridSquare {
    int zone = 0;
    std::size_t band = 0;
    double easting_m = 0;
    double northing_m = 0;  ///< within 2,000 km, to be raised to the band
    double side_m = 1;
};
constexpr double kSmallSquareM = 10;  // smaller ones are points

/// @source DMA TM 8358.1, chapter 3: letters of columns repeat every three zones, of rows every two
std::optional<GridSquare> parse_grid(std::string_view raw) {
    std::string text;
    for (const char c : raw) {
        if (c != ' ') {
            text.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
        }
    }
    std::size_t digits = 0;
    while (digits < 2 && digits < text.size()
           && std::isdigit(static_cast<unsigned char>(text[digits])) != 0) {
        ++digits;
    }
    if (digits == 0 || text.size() < digits + 3 || (text.size() - digits - 3) % 2 != 0
        || text.size() > digits + 13) {
        return std::nullopt;
    }
    GridSquare square;
    std::from_chars(text.data(), text.data() + digits, square.zone);
    const std::string_view rest = std::string_view(text).substr(digits);
    square.band = kBands.find(rest[0]);
    const std::array<std::string_view, 3> columns = {"ABCDEFGH", "JKLMNPQR", "STUVWXYZ"};
    const std::size_t column =
        columns.at(static_cast<std::size_t>((square.zone + 2) % 3)).find(rest[1]);
    const std::size_t row = kGridRows.find(rest[2]);
    const std::string_view numbers = rest.substr(3);
    if (square.zone < 1 || square.zone > 60 || square.band == std::string_view::npos
        || column == std::string_view::npos || row == std::string_view::npos
        || numbers.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t half = numbers.size() / 2;
    int east = 0;
    int north = 0;
    std::from_chars(numbers.data(), numbers.data() + half, east);
    std::from_chars(numbers.data() + half, numbers.data() + numbers.size(), north);
    const double unit = std::pow(10.0, 5.0 - static_cast<double>(half));
    square.side_m = unit;
    const std::size_t row_shift = square.zone % 2 == 0 ? 5 : 0;
    square.easting_m = (static_cast<double>(column) + 1) * 1e5 + (east + 0.5) * unit;
    square.northing_m =
        static_cast<double>((row + kGridRows.size() - row_shift) % kGridRows.size()) * 1e5
        + (north + 0.5) * unit;
    return square;
}

std::optional<TextPosition> from_grid(std::string_view text) {
    const auto square = parse_grid(text);
    if (!square) {
        return std::nullopt;
    }
    const bool south = square->band < 10;
    const double band_south_deg = -80.0 + 8.0 * static_cast<double>(square->band);
    const auto transform =
        to_lonlat("EPSG:" + std::to_string((south ? 32700 : 32600) + square->zone));
    if (!transform || !*transform) {
        return std::nullopt;
    }
    for (int turn = 0; turn < 5; ++turn) {
        double x = square->easting_m;
        double y = square->northing_m + 2e6 * turn;
        if ((*transform)(x, y) && y >= band_south_deg - 0.5 && y <= band_south_deg + 12.5) {
            const double radius =
                square->side_m > kSmallSquareM ? square->side_m / std::sqrt(2.0) : 0;
            return TextPosition{{x, y}, radius};
        }
    }
    return std::nullopt;
}

bool is_geometry_word(std::string_view word) {
    for (const std::string_view known :
         {"POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION"}) {
        if (word == known) {
            return true;
        }
    }
    return false;
}

bool add_wkt(std::string_view text, ShapeBuilder& shape) {
    if (text.starts_with("SRID=")) {
        text.remove_prefix(std::min(text.find(';') + 1, text.size()));
    }
    std::string word;
    for (const char c : text.substr(0, 24)) {
        if (std::isalpha(static_cast<unsigned char>(c)) == 0) {
            break;
        }
        word.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    }
    if (!is_geometry_word(word)) {
        return false;
    }
    std::array<double, 2> ordinates{};
    std::size_t count = 0;
    for (std::size_t at = word.size(); at < text.size();) {
        const char c = text[at];
        if (c == '-' || c == '+' || c == '.' || std::isdigit(static_cast<unsigned char>(c)) != 0) {
            const std::size_t end = std::min(text.find_first_of(" ,()\t\n", at), text.size());
            const auto value = parse_double(text.substr(at, end - at));
            if (!value) {
                shape.spoil();
                return true;
            }
            if (count < 2) {
                ordinates.at(count) = *value;
            }
            if (++count == 2) {
                shape.add(ordinates[0], ordinates[1]);
            }
            at = end;
            continue;
        }
        count = c == ',' || c == '(' || c == ')' ? 0 : count;
        ++at;
    }
    return true;
}

}  // namespace

std::optional<double> read_number(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) {
        return std::nullopt;
    }
    if (const auto value = parse_double(text)) {
        return value;
    }
    if (text.size() > 40) {
        return std::nullopt;
    }
    std::string plain = plain_signs(text);
    const bool is_turned = is_negative(take_hemisphere(plain));
    const auto value = decimal(plain);
    return value ? std::optional(is_turned ? -*value : *value) : std::nullopt;
}

std::optional<double> read_count(std::string_view text) {
    if (text.find_first_not_of("0123456789") == std::string_view::npos) {
        return parse_double(text);
    }
    const std::string plain = plain_signs(trimmed(text));
    const std::size_t mark = plain.find_first_of(",. ");
    if (mark == std::string::npos || mark == 0 || mark > 3) {
        return read_number(text);
    }
    std::string digits = plain.substr(0, mark);
    for (std::size_t at = mark; at < plain.size(); at += 4) {
        const std::string group = plain.substr(at + 1, 3);
        if (plain[at] != plain[mark] || group.size() != 3) {
            return read_number(text);
        }
        digits += group;
    }
    const bool is_count = digits.find_first_not_of("0123456789") == std::string::npos;
    return is_count ? parse_double(digits) : read_number(text);
}

std::optional<double> read_degrees(std::string_view text) {
    if (const auto value = read_number(text)) {
        return value;
    }
    if (text.size() > 60) {
        return std::nullopt;
    }
    std::string plain = plain_signs(text);
    const char hemisphere = take_hemisphere(plain);
    std::array<double, 3> parts{};
    std::size_t count = 0;
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t begin = plain.find_first_not_of(" :", at);
        if (begin == std::string::npos) {
            break;
        }
        at = std::min(plain.find_first_of(" :", begin), plain.size());
        const auto value = decimal(plain.substr(begin, at - begin));
        if (!value || count == parts.size()) {
            return std::nullopt;
        }
        parts.at(count++) = *value;
    }
    if (count < 2 || parts[1] < 0 || parts[1] >= 60 || parts[2] < 0 || parts[2] >= 60) {
        return std::nullopt;
    }
    const double size = std::abs(parts[0]) + parts[1] / 60 + parts[2] / 3600;
    // −0° 7' has its sign on a zero.
    return std::signbit(parts[0]) || is_negative(hemisphere) ? -size : size;
}

std::optional<TextPosition> read_position(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 2 && (text.front() == '(' || text.front() == '[')) {
        text = trimmed(text.substr(1, text.size() - 2));
    }
    if (text.size() < 3 || text.size() > 100) {
        return std::nullopt;
    }
    for (const std::string_view separator : {", ", ";", ",", " / ", " "}) {
        const std::size_t at = text.find(separator);
        if (at == std::string_view::npos
            || text.find(separator, at + separator.size()) != std::string_view::npos) {
            continue;
        }
        const std::string_view first = text.substr(0, at);
        const std::string_view second = text.substr(at + separator.size());
        const auto lat = read_degrees(first);
        const auto lon = read_degrees(second);
        if (lat && lon) {
            const Axis one = axis_of(first);
            const Axis other = axis_of(second);
            if (one != Axis::Unsaid && one == other) {
                return std::nullopt;
            }
            const bool lon_first = one == Axis::Longitude || other == Axis::Latitude;
            const bool is_said = one != Axis::Unsaid || other != Axis::Unsaid;
            return TextPosition{
                lon_first ? geo::LonLat{*lat, *lon} : geo::LonLat{*lon, *lat},
                0,
                is_said};
        }
    }
    return from_grid(text);
}

bool add_geometry_text(std::string_view text, ShapeBuilder& shape) {
    text = trimmed(text);
    if (text.empty() || text.front() != '{') {
        return add_wkt(text, shape);
    }
    simdjson::dom::parser parser;
    const simdjson::padded_string padded{text};
    const auto parsed = parser.parse(padded);
    if (parsed.error() != simdjson::SUCCESS) {
        return false;
    }
    add_json_geometry(parsed.value_unsafe(), shape);
    return true;
}

}  // namespace salient::io
