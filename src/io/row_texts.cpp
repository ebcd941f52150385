#include "io/row_texts.hpp"

#include "base/utf8.hpp"
#include "io/position_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace salient::io {

namespace {

constexpr std::size_t kTitleBytes = 120;

/// The start of a text, cut at a blank, on one line.
std::string headline(std::string_view text) {
    std::string_view start = text.substr(0, kTitleBytes);
    start = start.substr(0, start.find('\n'));
    std::string out(start.substr(0, start.find('\r')));
    if (out.size() < text.size() && out.size() == kTitleBytes) {
        const std::size_t blank = out.rfind(' ');
        out.resize(blank == std::string::npos ? out.size() : blank);
        while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U) {
            out.pop_back();
        }
        if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0U) {
            out.pop_back();
        }
        out += "…";
    }
    return out;
}

std::string make_title(std::string_view schema, const RowCells& row, std::string_view type_words) {
    if (const std::string_view title = row.first(Role::Title); !title.empty()) {
        return headline(title);
    }
    const std::string_view place = row.first(Role::Place);
    const std::string_view region = row.first(Role::Region);
    if (schema == "air-raid-sirens") {
        return "Air alert, " + std::string(region);
    }
    if (!type_words.empty() && schema == "acled") {
        return std::string(type_words) + (place.empty() ? "" : ", " + std::string(place));
    }
    if (const std::string_view text = row.first(Role::Text); !text.empty()) {
        return headline(text);
    }
    std::string title(type_words);
    for (const std::string_view part : {place.empty() ? region : place}) {
        title += title.empty() || part.empty() ? "" : ", ";
        title += part;
    }
    return title;
}

void add_killed(const RowCells& row, events::Event& event) {
    const auto add = [&](Role role, const char* qualifier) {
        const std::string_view text = row.first(role);
        const auto value = read_count(text);
        const bool known = std::any_of(
            event.quantities.begin(),
            event.quantities.end(),
            [&value](const events::Quantity& other) { return value && other.value == *value; });
        if (value && *value > 0 && !known) {
            event.quantities.push_back({"killed", *value, "persons", qualifier, std::string(text)});
        }
    };
    add(Role::Killed, "");
    add(Role::KilledLow, "at least");
    add(Role::KilledHigh, "up to");
}

void add_address(const nlohmann::json& value, std::vector<std::string>& out) {
    if (value.is_string()) {
        out.push_back(value.get<std::string>());
        return;
    }
    if (!value.is_object()) {
        return;
    }
    for (const char* key : {"path", "url", "href", "link"}) {
        if (const auto found = value.find(key); found != value.end() && found->is_string()) {
            out.push_back(found->get<std::string>());
            return;
        }
    }
}

void add_sources(const RowCells& row, events::Event& event) {
    const std::string_view publisher = row.first(Role::SourceName);
    for (const std::uint32_t column : row.roles.of(Role::Source)) {
        for (std::string& address : addresses(trimmed(row.cells[column]))) {
            events::Source& source = event.sources.emplace_back();
            source.publisher = publisher;
            source.url = std::move(address);
        }
    }
    if (event.sources.empty() && !publisher.empty()) {
        event.sources.emplace_back().publisher = publisher;
    }
}

}  // namespace

std::vector<std::string> addresses(std::string_view cell) {
    std::vector<std::string> out;
    if (cell.empty()) {
        return out;
    }
    if (cell.front() == '[') {
        const auto json = nlohmann::json::parse(cell, nullptr, false);
        if (json.is_array()) {
            for (const auto& value : json) {
                add_address(value, out);
            }
            return out;
        }
    }
    const std::size_t first = cell.find("http");
    if (first == std::string_view::npos || cell.find("http", first + 4) == std::string_view::npos) {
        out.emplace_back(cell);
        return out;
    }
    for (std::size_t at = first; at != std::string_view::npos;) {
        const std::size_t next = cell.find("http", at + 4);
        std::string_view one = cell.substr(at, next == std::string_view::npos ? next : next - at);
        one = one.substr(0, one.find_first_of(" \t\r\n"));
        while (!one.empty() && (one.back() == ',' || one.back() == ';' || one.back() == '|')) {
            one.remove_suffix(1);
        }
        out.emplace_back(one);
        at = next;
    }
    return out;
}

void add_texts(std::string_view schema, const RowCells& row, events::Event& event) {
    const std::string_view type = row.first(Role::Type);
    const std::string_view subtype = row.first(Role::Subtype);
    event.subtype = subtype.empty() ? type : subtype;
    event.title = make_title(schema, row, event.subtype);
    event.source_text = row.first(Role::Text);
    event.location_text = row.first(Role::Place);
    if (event.location_text.empty()) {
        event.location_text = row.first(Role::Region);
    }
    event.actors.clear();
    event.quantities.clear();
    event.sources.clear();
    event.status = events::ReviewStatus::Accepted;
    event.confidence = 1;
    for (const std::uint32_t column : row.roles.of(Role::Actor)) {
        if (const std::string_view actor = trimmed(row.cells[column]); !actor.empty()) {
            event.actors.emplace_back(actor);
        }
    }
    add_killed(row, event);
    add_sources(row, event);
    if (schema.starts_with("gdelt")) {
        event.status = events::ReviewStatus::
            Unreviewed;  // coded by machine; most rows are no event of that kind and place
    }
    if (const auto confidence = read_number(row.first(Role::Confidence));
        confidence && *confidence >= 0 && *confidence <= 1) {
        event.confidence = *confidence;
    }
}

}  // namespace salient::io
