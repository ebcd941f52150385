#include "io/date_text.hpp"
#include "io/kml_handler.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <unordered_map>

namespace salient::io {

namespace {

/// Who a GeoConfirmed placemark's icon stands for, by the colour in its address.
std::string_view faction_of(std::string_view style) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kFactions = {{
        {"0051CA", "Ukraine"},
        {"3184FF", "Ukraine (civilian)"},
        {"E00000", "Russia"},
        {"FF6666", "Russia (civilian)"},
        {"6A1D00", "North Korea"},
        {"400080", "Belarus"},
        {"DDDD00", "Special"},
        {"0A5900", "NATO"},
        {"AC7339", "Neutral"},
        {"666666", "Unknown"},
    }};
    const std::size_t icons = style.find("icons/");
    if (icons == std::string_view::npos) {
        return {};
    }
    std::string hex(style.substr(icons + 6, 6));
    for (char& c : hex) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    for (const auto& [colour, faction] : kFactions) {
        if (colour == hex) {
            return faction;
        }
    }
    return {};
}

/// The name is nothing but a day: "20 APR 2026", "2026-04-20".
bool is_day(std::string_view name) {
    const bool words = std::any_of(name.begin(), name.end(), [](char c) {
        return std::isalpha(static_cast<unsigned char>(c)) != 0;
    });
    if (name.size() < 8 || (!words && name.find('-') != 4)) {
        return false;
    }
    const DateReading reading = read_date(name, {});
    return reading.span && reading.span->precision == time::Precision::Day;
}

}  // namespace

const KmlTime& KmlHandler::time_of(const Placemark& placemark) const {
    if (!placemark.time.empty()) {
        return placemark.time;
    }
    std::size_t container = placemark.container;
    while (container != 0 && containers_[container].time.empty()) {
        container = containers_[container].parent;
    }
    return containers_[container].time;
}

std::string KmlHandler::folder_of(const Placemark& placemark) const {
    std::string out;
    for (std::size_t at = placemark.container; at != 0; at = containers_[at].parent) {
        // The outermost one is the document.
        if (!containers_[at].name.empty() && containers_[at].parent != 0) {
            out.insert(0, out.empty() ? "" : " / ");
            out.insert(0, containers_[at].name);
        }
    }
    return out;
}

/// All that is said of a placemark, but not in which folder it stands: views such as "last 7 days" show the same one again.
std::string KmlHandler::content_of(const Placemark& placemark) const {
    const KmlTime& time = time_of(placemark);
    std::string content = time.begin + '\n' + time.end + '\n';
    for (const auto& [column, text] : placemark.cells) {
        content += std::to_string(column) + '=' + text + '\n';
    }
    const Shape shape = placemark.builder.finish();
    std::array<char, 160> numbers = {};
    std::snprintf(
        numbers.data(),
        numbers.size(),
        "%.9f %.9f %.3f %u",
        shape.point.lon_deg,
        shape.point.lat_deg,
        shape.radius_m,
        shape.vertices);
    return content + numbers.data() + placemark.track.text();
}

void KmlHandler::emit(Placemark& placemark) {
    KmlTime time = time_of(placemark);
    if (placemark.time.empty() && !placemark.track.empty()) {
        if (const KmlTime range = placemark.track.range(); !range.empty()) {
            time = range;
        }
    }
    table_.begin_row(placemark.line);
    std::string_view name;
    std::string_view style;
    for (const auto& [column, text] : placemark.cells) {
        table_.add_copy(column, text);
        name = table_.columns[column] == "name" ? text : name;
        style = table_.columns[column] == "styleUrl" ? text : style;
    }
    const auto add = [this](std::string_view column, std::string_view text) {
        if (!text.empty()) {
            table_.add_copy(table_.column_index(column), text);
        }
    };
    if (time.empty() && is_day(name)) {
        time.begin = name;
    }
    if (!time.empty()) {
        add("time begin", time.begin.empty() ? ".." : time.begin);
        add("time end", time.is_span && time.end.empty() ? ".." : time.end);
    }
    add("folder", folder_of(placemark));
    add("faction", faction_of(style));
    add("track", placemark.track.text());
    table_.shapes.push_back(placemark.builder.finish());
}

void KmlHandler::finish() {
    if (placemark_) {
        out_.reject(placemark_->line, "The placemark is cut off", "");
    }
    std::unordered_map<std::string, std::size_t> folders;  // of placemarks, by all else about them
    std::size_t repeated = 0;
    for (Placemark& placemark : placemarks_) {
        const auto [known, is_new] =
            folders.try_emplace(content_of(placemark), placemark.container);
        const bool is_described = placemark.cells.size() > 1;  // a name alone may well occur twice
        if (is_described && !is_new && known->second != placemark.container) {
            ++repeated;
            continue;
        }
        emit(placemark);
    }
    if (repeated > 0) {
        out_.diagnostics.note(
            "kml.repeated",
            std::to_string(repeated)
                + (repeated == 1
                       ? " placemark stands in a second folder too; it was taken once"
                       : " placemarks stand in a second folder too; each was taken once"));
    }
    table_.name = containers_.size() > 1 ? containers_[1].name : "";
    out_.tables.push_back(std::move(table_));
}

}  // namespace salient::io
