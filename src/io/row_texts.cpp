#include "io/row_texts.hpp"

#include "base/utf8.hpp"
#include "io/position_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
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
    if (schema == "firms") {
        return "Heat seen by satellite";
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

/// Something that can be opened: with a scheme, or a domain with a path.
bool is_address(std::string_view text) {
    if (text.find_first_of(" \t\r\n") != std::string_view::npos) {
        return false;
    }
    const std::size_t slash = text.find('/');
    const std::size_t dot = text.find('.');
    return text.find("://") != std::string_view::npos || text.starts_with("www.")
           || (dot != std::string_view::npos && slash != std::string_view::npos && dot < slash);
}

/// One address and nothing else, as most cells have it.
bool is_one_address(std::string_view text) {
    if (!text.starts_with("http")) {
        return false;
    }
    std::size_t schemes = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/';
        if (!is_letter && (c <= ' ' || c == '"' || c == ',' || c == ';' || c == '|' || c == '<')) {
            return false;
        }
        schemes += c == ':' && text.substr(i).starts_with("://") ? 1U : 0U;
    }
    const char last = text.back();
    return schemes == 1 && last != '.' && last != ')' && last != ']' && last != '}' && last != '\'';
}

void add_sources(const RowCells& row, events::Event& event) {
    const std::string_view publisher = row.first(Role::SourceName);
    for (const std::uint32_t column : row.roles.of(Role::Source)) {
        const std::string_view cell = trimmed(row.cells[column]);
        if (is_one_address(cell)) {
            events::Source& source = event.sources.emplace_back();
            source.publisher = publisher;
            source.url = cell;
            continue;
        }
        for (std::string& text : addresses(cell)) {
            events::Source& source = event.sources.emplace_back();
            source.publisher = publisher;
            if (is_address(text) || !publisher.empty()) {
                source.url = std::move(text);
            } else {
                source.publisher = std::move(text);
            }
        }
    }
    if (event.sources.empty() && !publisher.empty()) {
        event.sources.emplace_back().publisher = publisher;
    }
}

/// Where an address begins: "http" that is not inside another address.
std::size_t find_address(std::string_view cell, std::size_t from) {
    constexpr std::string_view before = " \t\r\n,;|\"'([{<>";
    for (std::size_t at = cell.find("http", from); at != std::string_view::npos;
         at = cell.find("http", at + 4)) {
        const bool is_scheme =
            cell.substr(at).starts_with("http://") || cell.substr(at).starts_with("https://");
        if (is_scheme && (at == 0 || before.find(cell[at - 1]) != std::string_view::npos)) {
            return at;
        }
    }
    return std::string_view::npos;
}

/// The address without what stands behind it in the sentence around it.
std::string_view without_tail(std::string_view address) {
    address = address.substr(0, address.find_first_of(" \t\r\n\"<>|"));
    while (!address.empty()) {
        const char last = address.back();
        const bool is_open = last == ')' && address.find('(') != std::string_view::npos;
        if (std::string_view(",;.)]}'").find(last) == std::string_view::npos || is_open) {
            break;
        }
        address.remove_suffix(1);
    }
    return address;
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
    for (std::size_t at = find_address(cell, 0); at != std::string_view::npos;) {
        const std::size_t next = find_address(cell, at + 4);
        const std::size_t length = next == std::string_view::npos ? next : next - at;
        out.emplace_back(without_tail(cell.substr(at, length)));
        at = next;
    }
    if (out.empty()) {
        out.emplace_back(cell);
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
