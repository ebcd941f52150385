#include "io/file_kind.hpp"

#include "io/content_kind.hpp"
#include "io/control_file.hpp"
#include "io/csv_reader.hpp"
#include "io/file_bytes.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace salient::io {

namespace {

constexpr std::size_t kHead = std::size_t{1} << 20U;

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// Areas only, dated by the file's name, or with the classes of DeepState.
bool holds_areas(std::string_view head, const std::filesystem::path& path) {
    const bool areas = has(head, "Polygon\"") || has(head, "<Polygon");
    const bool points = has(head, "\"Point\"") || has(head, "<Point");
    const bool dated = date_in_name(path.filename().string()).has_value();
    return areas
           && ((dated && !points) || has(head, "status.occupied") || has(head, "geoJSON.status"));
}

FileKind text_kind(std::string_view text, const std::filesystem::path& path) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const auto tabs = std::count(line.begin(), line.end(), '\t');
    if (line.starts_with("id\tkind\tname\tlat\tlon")
        || tabs == 18) {  // the second is a GeoNames dump
        return FileKind::Gazetteer;
    }
    if (line.starts_with("geonameid") && (has(line, "status_") || has(line, "ctr_"))) {
        return FileKind::Control;
    }
    const std::string ending = path.extension().string();
    const bool named = ending == ".csv" || ending == ".CSV" || ending == ".tsv" || ending == ".tab";
    const bool prose = ending == ".txt" || ending == ".md" || ending == ".markdown";
    if (named) {
        return FileKind::Events;
    }
    return prose || find_delimiter(text) == '\0' ? FileKind::Article : FileKind::Events;
}

}  // namespace

base::Result<FileKind> file_kind(const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return FileKind::Folder;
    }
    const auto bytes = FileBytes::open(path);
    if (!bytes) {
        return bytes.error();
    }
    const std::string_view head = bytes->view().substr(0, kHead);
    switch (content_kind(bytes->view())) {
        case ContentKind::Html:
            return FileKind::Article;
        case ContentKind::Json:
        case ContentKind::Kml:
            return holds_areas(head, path) ? FileKind::Control : FileKind::Events;
        case ContentKind::Gzip:
        case ContentKind::Zip:
        case ContentKind::ZippedKml:
        case ContentKind::Database:
        case ContentKind::FlatGeobuf:
        case ContentKind::Shapefile:
            return FileKind::Events;
        case ContentKind::Text:
            return text_kind(decode_text(head).text, path);
        case ContentKind::OldSpreadsheet:
        case ContentKind::Binary:
        case ContentKind::Xml:
            break;
    }
    return base::Error{
        base::ErrorCode::BadFormat,
        "Expected an article, an event file or control areas, found data of another kind",
        path.string()};
}

}  // namespace salient::io
