#include "io/read_events.hpp"

#include "io/content_kind.hpp"
#include "io/control_file.hpp"
#include "io/csv_reader.hpp"
#include "io/file_bytes.hpp"
#include "io/guess_columns.hpp"
#include "io/json_reader.hpp"
#include "io/readers.hpp"
#include "io/table_events.hpp"

#include <array>
#include <cctype>
#include <utility>

namespace salient::io {

namespace {

/// What a reading needs to stay alive while tables refer to it.
struct Content {
    std::optional<FileBytes> bytes;
    std::string unpacked;
    DecodedText decoded;
};

base::Error refuse(base::ErrorCode code, std::string message) {
    return {code, std::move(message), ""};
}

base::Status read_text(
    const std::filesystem::path& path,
    std::string_view bytes,
    ContentKind kind,
    const ReadOptions& options,
    Content& content,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop) {
    content.decoded = decode_text(bytes);
    out.encoding = content.decoded.encoding;
    if (content.decoded.repaired) {
        out.diagnostics.warn(
            "text.damaged",
            "Some bytes are not UTF-8; they were replaced by U+FFFD");
    }
    const std::string_view text = content.decoded.text;
    if (kind == ContentKind::Json) {
        return is_topology(text) ? read_gdal(path, options, out, progress, stop)
                                 : read_json(text, options, out, progress, stop);
    }
    std::string ending = path.extension().string();
    const bool named_table =
        ending == ".csv" || ending == ".CSV" || ending == ".tsv" || ending == ".tab";
    if (!named_table && find_delimiter(text) == '\0') {
        return refuse(
            base::ErrorCode::BadFormat,
            "Expected a table, GeoJSON or another event file, found plain text");
    }
    return read_csv(text, options, out, progress, stop);
}

base::Status read_tables(
    const std::filesystem::path& path,
    const ReadOptions& options,
    Content& content,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop) {
    auto opened = FileBytes::open(path);
    if (!opened) {
        return opened.error();
    }
    content.bytes = std::move(opened).value();
    std::string_view bytes = content.bytes->view();
    if (bytes.size() > options.limits.unpacked_bytes) {
        return refuse(
            base::ErrorCode::LimitExceeded,
            "The file has more than " + std::to_string(options.limits.unpacked_bytes)
                + " bytes; raise --max-bytes to read it");
    }
    ContentKind kind = content_kind(bytes);
    if (kind == ContentKind::Gzip) {
        auto unpacked = gunzip(bytes, options.limits.unpacked_bytes);
        if (!unpacked) {
            return unpacked.error();
        }
        content.unpacked = std::move(unpacked).value();
        bytes = content.unpacked;
        kind = content_kind(bytes);
        if (kind != ContentKind::Json && kind != ContentKind::Text) {
            return refuse(
                base::ErrorCode::Unsupported,
                "Expected GeoJSON or a table inside the gzip file, found something else; unpack it "
                "first");
        }
    }
    switch (kind) {
        case ContentKind::ZippedKml:
        case ContentKind::Kml:
            return read_kml(path, options, out, progress, stop);
        case ContentKind::Zip:
        case ContentKind::Database:
        case ContentKind::FlatGeobuf:
        case ContentKind::Shapefile:
            return read_gdal(path, options, out, progress, stop);
        case ContentKind::OldSpreadsheet:
            return refuse(
                base::ErrorCode::Unsupported,
                "An old spreadsheet (.xls) is not read; save it as .xlsx or .csv");
        case ContentKind::Html:
            return refuse(base::ErrorCode::BadFormat, "Expected an event file, found a web page");
        case ContentKind::Xml:
            return refuse(base::ErrorCode::BadFormat, "Expected KML or GPX, found other XML");
        case ContentKind::Gzip:
        case ContentKind::Binary:
            return refuse(
                base::ErrorCode::BadFormat,
                "Expected an event file, found binary data of an unknown kind");
        case ContentKind::Json:
        case ContentKind::Text:
            return read_text(path, bytes, kind, options, content, out, progress, stop);
    }
    return base::Done{};
}

/// Tells the rows of this file from those of others, also when it is moved with its folder.
std::string id_prefix(const std::filesystem::path& path, std::string_view layer, bool several) {
    std::error_code error;
    const std::filesystem::path full = std::filesystem::absolute(path, error);
    std::vector<std::string> parts = {
        full.parent_path().filename().string(),
        full.filename().string()};
    if (several) {
        parts.emplace_back(layer);
    }
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    std::uint64_t hash = header_hash(parts);
    for (int i = 0; i < 8; ++i, hash >>= 4U) {
        out.push_back(kDigits[hash & 15U]);
    }
    return out;
}

void finish_report(const std::filesystem::path& path, Tables& tables, ImportReport& report) {
    report.path = path.string();
    report.format = tables.format;
    report.encoding = tables.encoding;
    report.file_date = date_in_name(path.filename().string());
    report.rejected = tables.rejected_count;
    report.rejected_rows = std::move(tables.rejected);
    report.not_followed = std::move(tables.not_followed);
    report.features = report.accepted + report.guessed + report.rejected;
    if (report.rejected > 0) {
        report.diagnostics.error(
            "row.rejected",
            std::to_string(report.rejected) + " rows gave no event; the list says why");
    }
}

}  // namespace

base::Result<EventFile> read_events(
    const std::filesystem::path& path,
    const ReadOptions& options,
    Progress* progress,
    const std::stop_token& stop) {
    Content content;
    Tables tables;
    const auto fail = [&path](base::Error error) {
        error.where = path.string();
        return error;
    };
    if (const base::Status status = read_tables(path, options, content, tables, progress, stop);
        !status) {
        return fail(status.error());
    }
    EventFile out;
    out.report.diagnostics.merge(tables.diagnostics);
    bool first = true;
    for (const Table& table : tables.tables) {
        const bool given =
            options.mapping && options.mapping->header_hash == header_hash(table.columns);
        ColumnMapping mapping =
            given ? *options.mapping : guess_columns(table, tables.format, out.report.diagnostics);
        if (options.mapping && options.mapping->date_order) {
            mapping.date_order = options.mapping->date_order;
        }
        const std::string prefix = id_prefix(path, table.name, tables.tables.size() > 1);
        const std::size_t before = out.report.accepted + out.report.guessed;
        if (const base::Status status = add_table_events(table, mapping, options, prefix, out);
            !status) {
            return fail(status.error());
        }
        out.report.layers.push_back(
            {table.name, out.report.accepted + out.report.guessed - before});
        if (first) {
            out.report.schema = mapping.schema;
            out.mapping = std::move(mapping);
            first = false;
        }
    }
    finish_report(path, tables, out.report);
    return out;
}

}  // namespace salient::io
