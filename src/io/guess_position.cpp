// Which columns hold the position of events.
#include "io/column_guess.hpp"
#include "io/position_text.hpp"
#include "io/shape_builder.hpp"

#include <cctype>
#include <cmath>

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
    return position && std::abs(position->point.lon_deg) <= 180
           && std::abs(position->point.lat_deg) <= 180;
}

/// A position whatever its column is called. "12,5" and "3 1" are pairs of numbers only where a name says so.
bool is_clear_position(const std::string& text) {
    const auto marks = std::count_if(text.begin(), text.end(), [](char c) {
        return c == '.' || c == '(' || c == '{' || std::isalpha(static_cast<unsigned char>(c)) != 0;
    });
    const auto commas = std::count(text.begin(), text.end(), ',');
    const bool has_signs =
        text.find("°") != std::string::npos || text.find('\'') != std::string::npos;
    return (marks >= 2 || commas >= 2 || has_signs) && is_position(text);
}

/// The column named like `column` but for its word `at`, which means longitude.
std::optional<std::size_t>
longitude_beside(const ColumnGuess& guess, std::size_t column, std::size_t at) {
    const auto& words = guess.words;
    for (const std::string_view partner : kLongitude) {
        auto wanted = words[column];
        wanted[at] = partner;
        const auto found = std::find(words.begin(), words.end(), wanted);
        const auto lon = static_cast<std::size_t>(found - words.begin());
        if (found != words.end() && guess.sample.share(column, is_axis_value) > 0.5
            && guess.sample.share(lon, is_axis_value) > 0.5) {
            return lon;
        }
    }
    return std::nullopt;
}

/// `from_latitude` and `from_longitude`, `Geo Lat` and `Geo Lon`: names that differ in one word only.
bool guess_axis_words(ColumnGuess& guess) {
    const auto& words = guess.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t w = 0; w < words[i].size(); ++w) {
            const bool is_latitude =
                std::find(kLatitude.begin(), kLatitude.end(), words[i][w]) != kLatitude.end()
                && words[i][w] != "y";
            if (!is_latitude) {
                continue;
            }
            if (const auto lon = longitude_beside(guess, i, w)) {
                guess.set(Role::Latitude, i);
                guess.set(Role::Longitude, *lon);
                return true;
            }
        }
    }
    return false;
}

/// Columns that hold metres; which system they count in, only the user can say.
bool guess_eastings(ColumnGuess& guess) {
    for (const auto& [easting, northing] : kEastings) {
        const auto x = guess.named(easting);
        const auto y = guess.named(northing);
        if (x && y && guess.sample.share(*x, is_metres) > 0.5
            && guess.sample.share(*y, is_metres) > 0.5) {
            guess.set(Role::Longitude, *x);
            guess.set(Role::Latitude, *y);
            return true;
        }
    }
    return false;
}

void guess_axes(ColumnGuess& guess) {
    for (std::size_t i = 0; i < kLatitude.size() && !guess.has(Role::Latitude); ++i) {
        for (const std::string_view name : kLongitude) {
            const auto lat = guess.named(kLatitude[i]);
            const auto lon = guess.named(name);
            // x goes with y only: either alone means too many things
            if (lat && lon && (kLatitude[i] == "y") == (name == "x")
                && guess.sample.share(*lat, is_axis_value) > 0.5
                && guess.sample.share(*lon, is_axis_value) > 0.5) {
                guess.set(Role::Latitude, *lat);
                guess.set(Role::Longitude, *lon);
                return;
            }
        }
    }
    if (!guess_axis_words(guess) && !guess_eastings(guess)) {
        // Columns that are called so but hold little: the rows will say what is wrong with them.
        const auto lat = guess.named("latitude") ? guess.named("latitude") : guess.named("lat");
        for (const std::string_view name : {"longitude", "lon", "lng", "long"}) {
            if (const auto lon = guess.named(name);
                lat && lon && !guess.sample.values(*lat).empty()) {
                guess.set(Role::Latitude, *lat);
                guess.set(Role::Longitude, *lon);
                return;
            }
        }
    }
}

void guess_position_column(ColumnGuess& guess) {
    if (guess.has(Role::Latitude) || guess.sample.has_shapes()) {
        return;
    }
    for (const std::string_view name : kPosition) {
        if (const auto column = guess.named(name);
            column && guess.sample.share(*column, is_position) > 0.5) {
            guess.set(Role::Position, *column);
            return;
        }
    }
    for (std::size_t i = 0; i < guess.names.size(); ++i) {
        if (guess.sample.share(i, is_clear_position) > 0.9) {
            guess.set(Role::Position, i);
            guess.diagnostics.note(
                "columns.position",
                "Column '" + guess.table.columns[i]
                    + "' was taken for the position, by its values");
            return;
        }
    }
}

}  // namespace

void guess_position(ColumnGuess& guess) {
    guess.search_rare(kLatitude);
    guess.search_rare(kLongitude);
    guess_axes(guess);
    guess_position_column(guess);
}

}  // namespace salient::io
