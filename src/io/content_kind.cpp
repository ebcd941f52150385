#include "io/content_kind.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace salient::io {

namespace {

using namespace std::string_view_literals;

/// The start of a text in lower case without zero bytes (UTF-16) and marks in front.
std::string plain_head(std::string_view bytes) {
    std::string out;
    for (const char c : bytes.substr(0, 8192)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool mark = out.empty() && (byte >= 0x80 || byte <= ' ');
        if (byte != 0 && !mark) {
            out.push_back(static_cast<char>(std::tolower(byte)));
        }
    }
    return out;
}

bool is_wide_text(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)
           || bytes.starts_with("\0\0\xFE\xFF"sv);
}

/// Zero bytes in every second place are UTF-16.
bool is_binary(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    const auto zeros = std::count(head.begin(), head.end(), '\0');
    const bool wide = zeros * 10 > std::ssize(head) * 3 && zeros * 10 < std::ssize(head) * 6;
    if (zeros * 10 > std::ssize(head) && !wide) {
        return true;
    }
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\0'
               && byte != 0x1B && byte != 0x1E;
    });
    return controls * 10 > std::ssize(head);
}

ContentKind xml_kind(const std::string& head) {
    const auto has = [&head](const char* text) { return head.find(text) != std::string::npos; };
    if (has("<kml") || has("<gpx") || has(":kml") || has("<document>") || has("<placemark")) {
        return ContentKind::Kml;
    }
    return has("<html") || has("<!doctype html") || has("<body") || has("<div") || has("<p>")
               ? ContentKind::Html
               : ContentKind::Xml;
}

}  // namespace

ContentKind content_kind(std::string_view bytes) {
    if (bytes.starts_with("\x1F\x8B")) {
        return ContentKind::Gzip;
    }
    if (bytes.starts_with("PK\x03\x04")) {
        const bool kml = bytes.find(".kml") != std::string_view::npos
                         || bytes.find(".KML") != std::string_view::npos;
        return kml ? ContentKind::ZippedKml : ContentKind::Zip;
    }
    if (bytes.starts_with("SQLite format 3"sv)) {
        return ContentKind::Database;
    }
    if (bytes.starts_with("fgb")) {
        return ContentKind::FlatGeobuf;
    }
    if (bytes.starts_with("\0\0\x27\x0A"sv)) {
        return ContentKind::Shapefile;
    }
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return ContentKind::OldSpreadsheet;
    }
    if (!is_wide_text(bytes) && is_binary(bytes)) {
        return ContentKind::Binary;
    }
    const std::string head = plain_head(bytes);
    if (!head.empty() && head.front() == '<') {
        return xml_kind(head);
    }
    const bool sequence = bytes.starts_with("\x1E");
    if (sequence || (!head.empty() && (head.front() == '{' || head.front() == '['))) {
        return ContentKind::Json;
    }
    return ContentKind::Text;
}

}  // namespace salient::io
