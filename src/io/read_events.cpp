#include "io/read_events.hpp"

#include "io/content_kind.hpp"
#include "io/control_file.hpp"
#include "io/csv_reader.hpp"
#include "io/file_bytes.hpp"
#include "io/guess_columns.hpp"
#include "io/json_reader.hpp"
#include "io/readers.hpp"
#include "io/table_events.hpp"

#include <iterator>
#include <new>
#include <utility>

namespace salient::io {

namespace {

base::Error refuse(base::ErrorCode code, std::string message) {
    return {code, std::move(message), ""};
}

/// Chooses the reader of one file, and keeps its bytes as long as tables refer to them.
class FileRead {
public:
    FileRead(
        const std::filesystem::path& path,
        const ReadOptions& options,
        Progress* progress,
        const std::stop_token& stop)
        : path_(path),
          options_(options),
          progress_(progress),
          stop_(stop) {
        tables_.keep_rejected = options.keep_rejected;
    }

    base::Status run();
    [[nodiscard]] Tables& tables() { return tables_; }

private:
    const std::filesystem::path& path_;
    const ReadOptions& options_;
    Progress* progress_;
    const std::stop_token& stop_;
    std::optional<FileBytes> bytes_;
    std::string unpacked_;
    DecodedText decoded_;
    Tables tables_;

    base::Status open();
    base::Status unpack();
    base::Status read(std::string_view bytes, ContentKind kind);
    base::Status text(std::string_view bytes, ContentKind kind);
    base::Status by_gdal() { return read_gdal(path_, options_, tables_, progress_, stop_); }
};

base::Status FileRead::open() {
    auto opened = FileBytes::open(path_);
    if (!opened) {
        return opened.error();
    }
    bytes_ = std::move(opened).value();
    if (bytes_->view().size() > options_.limits.unpacked_bytes) {
        return refuse(
            base::ErrorCode::LimitExceeded,
            "The file has more than " + std::to_string(options_.limits.unpacked_bytes)
                + " bytes; raise --max-bytes to read it");
    }
    return base::Done{};
}

base::Status FileRead::unpack() {
    auto unpacked = gunzip(bytes_->view(), options_.limits.unpacked_bytes);
    if (!unpacked) {
        return unpacked.error();
    }
    unpacked_ = std::move(unpacked).value();
    const ContentKind kind = content_kind(unpacked_);
    if (kind != ContentKind::Json && kind != ContentKind::Text) {
        return refuse(
            base::ErrorCode::Unsupported,
            "Expected GeoJSON or a table inside the gzip file, found something else; unpack it "
            "first");
    }
    return read(unpacked_, kind);
}

base::Status FileRead::run() {
    if (base::Status status = open(); !status) {
        return status.error();
    }
    const ContentKind kind = content_kind(bytes_->view());
    return kind == ContentKind::Gzip ? unpack() : read(bytes_->view(), kind);
}

base::Status FileRead::read(std::string_view bytes, ContentKind kind) {
    switch (kind) {
        case ContentKind::ZippedKml:
        case ContentKind::Kml:
            return read_kml(path_, options_, tables_, progress_, stop_);
        case ContentKind::Zip:
        case ContentKind::Database:
        case ContentKind::FlatGeobuf:
        case ContentKind::Shapefile:
            return by_gdal();
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
            return text(bytes, kind);
    }
    return base::Done{};
}

base::Status FileRead::text(std::string_view bytes, ContentKind kind) {
    decoded_ = decode_text(bytes);
    tables_.encoding = decoded_.encoding;
    if (decoded_.repaired) {
        tables_.diagnostics.warn(
            "text.damaged",
            "Some bytes are not UTF-8; they were replaced by U+FFFD");
    }
    const std::string_view text = decoded_.text;
    if (kind == ContentKind::Json) {
        return is_topology(text) ? by_gdal() : read_json(text, options_, tables_, progress_, stop_);
    }
    const std::string ending = path_.extension().string();
    const bool named_table =
        ending == ".csv" || ending == ".CSV" || ending == ".tsv" || ending == ".tab";
    if (!named_table && find_delimiter(text) == '\0') {
        return refuse(
            base::ErrorCode::BadFormat,
            "Expected a table, GeoJSON or another event file, found plain text");
    }
    if (auto status = read_csv(text, options_, tables_, progress_, stop_); !status) {
        return status;
    }
    if (bytes.data() == bytes_->view().data() && !decoded_.owned) {
        tables_.tables.back().forget = [this](std::string_view part) { bytes_->forget(part); };
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

/// Given, remembered, or guessed.
ColumnMapping
choose_mapping(const Table& table, const ReadOptions& options, base::Diagnostics& diagnostics) {
    const std::uint64_t hash = header_hash(table.columns);
    std::optional<ColumnMapping> mapping;
    if (options.mapping && options.mapping->header_hash == hash) {
        mapping = options.mapping;
    } else if (options.recall_mapping) {
        mapping = options.recall_mapping(hash);
        if (mapping) {
            diagnostics.note(
                "columns.remembered",
                "The columns were read as chosen before for files with this header");
        }
    }
    if (!mapping) {
        mapping = guess_columns(table, diagnostics);
    }
    if (options.date_order) {
        mapping->date_order = options.date_order;
    }
    return *std::move(mapping);
}

base::Status add_table(Table& table, const TableContext& context, EventFile& out) {
    const std::size_t before = out.report.accepted + out.report.guessed;
    const bool first = out.report.layers.empty();
    while (true) {
        base::Diagnostics notes(20);
        ColumnMapping mapping = choose_mapping(table, context.options, notes);
        const auto outcome = add_table_events(table, mapping, context, out);
        if (!outcome) {
            return outcome.error();
        }
        if (*outcome == TableOutcome::NewColumns) {
            continue;
        }
        out.report.diagnostics.merge(notes);
        if (first) {
            out.report.schema = mapping.schema;
            out.mapping = std::move(mapping);
            out.columns = table.columns;
        }
        out.report.layers.push_back(
            {table.name, out.report.accepted + out.report.guessed - before});
        return base::Done{};
    }
}

void finish_report(const std::filesystem::path& path, Tables& tables, ImportReport& report) {
    report.path = path.string();
    report.format = tables.format;
    report.encoding = tables.encoding;
    report.file_date = date_in_name(path.filename().string());
    report.rejected += tables.rejected_count;
    report.rejected_rows.insert(
        report.rejected_rows.begin(),
        std::make_move_iterator(tables.rejected.begin()),
        std::make_move_iterator(tables.rejected.end()));
    report.not_followed = std::move(tables.not_followed);
    report.features = report.accepted + report.guessed + report.rejected;
    if (report.rejected > 0) {
        report.diagnostics.error(
            "row.rejected",
            std::to_string(report.rejected) + (report.rejected == 1 ? " row" : " rows")
                + " gave no event; the list says why");
    }
}

base::Result<EventFile> read_all(
    const std::filesystem::path& path,
    const ReadOptions& options,
    Progress* progress,
    const std::stop_token& stop) {
    FileRead read(path, options, progress, stop);
    const auto fail = [&path](base::Error error) {
        error.where = path.string();
        return error;
    };
    if (base::Status status = read.run(); !status) {
        return fail(status.error());
    }
    Tables& tables = read.tables();
    EventFile out;
    out.report.format = tables.format;
    out.report.diagnostics.merge(tables.diagnostics);
    for (Table& table : tables.tables) {
        const TableContext context{
            options,
            id_prefix(path, table.name, tables.tables.size() > 1),
            progress,
            stop};
        if (base::Status status = add_table(table, context, out); !status) {
            return fail(status.error());
        }
    }
    finish_report(path, tables, out.report);
    return out;
}

}  // namespace

base::Result<EventFile> read_events(
    const std::filesystem::path& path,
    const ReadOptions& options,
    Progress* progress,
    const std::stop_token& stop) {
    try {
        return read_all(path, options, progress, stop);
    } catch (const std::bad_alloc&) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The memory of this machine does not suffice for the file",
            path.string()};
    }
}

}  // namespace salient::io
