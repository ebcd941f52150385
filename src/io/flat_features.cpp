#include "io/flat_features.hpp"

#include "io/event_properties.hpp"

#include <bit>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <string>

namespace salient::io {

namespace {

constexpr std::uint64_t kMagicBytes = 8;
constexpr std::uint64_t kCountField = 8;  ///< features_count in header.fbs

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i, value >>= 8U) {
        out.push_back(static_cast<char>(value & 0xFFU));
    }
}

std::uint64_t get(std::string_view bytes, std::uint64_t at, int length) {
    std::uint64_t value = 0;
    for (int i = length - 1; i >= 0; --i) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::uint64_t>(i)]);
    }
    return value;
}

void put_property(std::string& out, std::size_t column, const Property& property) {
    put(out, column, 2);
    if (property.kind == Property::Kind::Number) {
        double value = 0;
        const std::string& text = property.text;
        std::from_chars(text.data(), text.data() + text.size(), value);
        put(out, std::bit_cast<std::uint64_t>(value), 8);
        return;
    }
    put(out, property.text.size(), 4);
    out += property.text;
}

/// A Feature table whose only field is `properties`.
std::string feature(const events::Event& event) {
    std::string properties;
    const std::vector<Property> list = event_properties(event, TypeScheme::Plain);
    auto next = list.begin();
    for (std::size_t i = 0; i < kEventColumns.size() && next != list.end(); ++i) {
        if (next->name == kEventColumns.at(i).name) {
            put_property(properties, i, *next);
            ++next;
        }
    }
    std::string table;
    put(table, 12, 4);  // where the table is
    put(table,
        8,
        2);  // its field list: bytes of the list, bytes of the table, no geometry, properties at 4
    put(table, 8, 2);
    put(table, 0, 2);
    put(table, 4, 2);
    put(table, 8, 4);  // the table: the list is 8 back, the properties 4 ahead
    put(table, 4, 4);
    put(table, properties.size(), 4);
    table += properties;
    while (table.size() % 4 != 0) {
        table.push_back('\0');
    }
    std::string out;
    put(out, table.size(), 4);
    return out + table;
}

/// Where the header has the number of features; 0 when it does not say.
base::Result<std::uint64_t> count_position(std::string_view header) {
    const base::Error odd{
        base::ErrorCode::BadFormat,
        "The header of the file is of another kind",
        ""};
    if (header.size() < 8) {
        return odd;
    }
    const std::uint64_t table = get(header, 0, 4);
    if (table + 4 > header.size()) {
        return odd;
    }
    const std::uint64_t fields = table - get(header, table, 4);
    if (fields + 4 > header.size()) {
        return odd;
    }
    const std::uint64_t entry = fields + 4 + 2 * kCountField;
    if (entry + 2 > fields + get(header, fields, 2) || entry + 2 > header.size()) {
        return std::uint64_t{0};
    }
    const std::uint64_t offset = get(header, entry, 2);
    if (offset != 0 && table + offset + 8 > header.size()) {
        return odd;
    }
    return offset == 0 ? std::uint64_t{0} : table + offset;
}

base::Status add_to_count(std::fstream& file, std::uint64_t more) {
    std::string lead(kMagicBytes + 4, '\0');
    file.read(lead.data(), static_cast<std::streamsize>(lead.size()));
    constexpr std::uint64_t most_bytes = std::uint64_t{10} << 20U;
    std::string header(std::min(get(lead, kMagicBytes, 4), most_bytes), '\0');
    file.read(header.data(), static_cast<std::streamsize>(header.size()));
    const auto at = count_position(header);
    if (!file || !at) {
        return at ? base::Error{base::ErrorCode::Io, "The file cannot be read again", ""}
                  : at.error();
    }
    if (*at != 0) {
        std::string count;
        put(count, get(header, *at, 8) + more, 8);
        file.seekp(static_cast<std::streamoff>(lead.size() + *at));
        file.write(count.data(), static_cast<std::streamsize>(count.size()));
    }
    return base::Done{};
}

}  // namespace

base::Status append_unplaced(const std::filesystem::path& path, const events::EventList& events) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    std::uint64_t more = 0;
    file.seekp(0, std::ios::end);
    for (const events::Event& event : events) {
        if (!has_position(event)) {
            const std::string bytes = feature(event);
            file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            ++more;
        }
    }
    file.seekg(0);
    base::Status status = more == 0 ? base::Status(base::Done{}) : add_to_count(file, more);
    file.close();
    if (status && !file) {
        return base::Error{base::ErrorCode::Io, "The file cannot be written to its end", ""};
    }
    return status;
}

}  // namespace salient::io
