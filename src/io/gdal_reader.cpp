#include "io/csv_reader.hpp"
#include "io/file_bytes.hpp"
#include "io/gdal_rows.hpp"
#include "io/json_reader.hpp"
#include "io/readers.hpp"
#include "io/shapefile_files.hpp"
#include "io/sqlite_watch.hpp"
#include "io/table_header.hpp"
#include "io/zip_archive.hpp"

#include <algorithm>
#include <cctype>
#include <deque>

namespace salient::io {

namespace {

using namespace std::string_view_literals;

/// A query that gives no row for so long is taken for one without end.
constexpr std::chrono::seconds kPatience{5};

base::Error bad_file(std::string_view what, const GdalMessages& messages) {
    std::string text = "The " + std::string(what) + " is damaged or of another kind";
    if (!messages.texts().empty()) {
        text += " (" + messages.texts().front() + ")";
    }
    return {base::ErrorCode::BadFormat, text, ""};
}

bool has_rows(const Tables& out) {
    return std::any_of(out.tables.begin(), out.tables.end(), [](const Table& table) {
        return table.row_count() > 0;
    });
}

std::string ending_of(std::string_view name) {
    const std::size_t point = name.rfind('.');
    std::string out(point == std::string_view::npos ? std::string_view() : name.substr(point + 1));
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return out;
}

/// What macOS puts into archives beside each file.
bool is_side_file(std::string_view name) {
    const std::size_t slash = name.rfind('/');
    const std::string_view last = slash == std::string_view::npos ? name : name.substr(slash + 1);
    return name.starts_with("__MACOSX/") || last.starts_with("._") || last == ".DS_Store";
}

/// One reading; holds what its parts share.
class GdalRead {
public:
    GdalRead(
        const ReadOptions& options,
        Tables& out,
        Progress* progress,
        const std::stop_token& stop)
        : options_(options),
          out_(out),
          progress_(progress),
          stop_(stop) {}

    base::Status database(const std::filesystem::path& path, std::size_t size);
    base::Status zip(std::string_view bytes, char* data);
    base::Status shapefile(const std::vector<Member>& members);
    /// A file that one driver reads from memory.
    base::Status
    in_memory(std::string_view driver, std::string_view name, char* data, std::size_t size);

private:
    const ReadOptions& options_;
    Tables& out_;
    Progress* progress_;
    const std::stop_token& stop_;

    [[nodiscard]] GdalBounds bounds(std::size_t size) const {
        // Ten rows a byte: no table packs its rows so closely.
        return {options_, progress_, stop_, std::uint64_t{size} * 10 + 1000, [] {}};
    }
    base::Status
    finish(const base::Status& status, std::string_view what, const GdalMessages& messages);
    base::Status zipped_shapefile(
        std::string_view bytes,
        const std::vector<ZipEntry>& entries,
        const ZipEntry& shapes);
    base::Status zipped_file(std::string_view bytes, const ZipEntry& entry, bool& known);
    base::Status text(std::string&& bytes, bool is_json);
};

base::Status
GdalRead::finish(const base::Status& status, std::string_view what, const GdalMessages& messages) {
    if (!status) {
        return status;
    }
    if (!has_rows(out_) && messages.has_failure()) {
        return bad_file(what, messages);
    }
    add_messages(messages, out_);
    return base::Done{};
}

base::Status GdalRead::database(const std::filesystem::path& path, std::size_t size) {
    out_.format = "GeoPackage";
    std::error_code ignored;
    // Without a journal beside it the file is taken as it is, so that SQLite writes nothing beside it.
    const bool in_use = std::filesystem::file_size(path.string() + "-wal", ignored) > 0 && !ignored;
    if (in_use) {
        out_.diagnostics.warn(
            "gpkg.in_use",
            "Another program is writing to the file; its last changes may be missing");
    }
    SqliteWatch watch(kPatience, stop_);
    const GdalMessages messages;
    const Dataset dataset = open_with(
        path.string(),
        "GPKG",
        in_use ? std::vector<std::string>{}
               : std::vector<std::string>{"IMMUTABLE=YES", "NOLOCK=YES"});
    if (!dataset) {
        return bad_file("GeoPackage", messages);
    }
    GdalBounds limits = bounds(size);
    limits.after_row = [&watch] { watch.row(); };
    base::Status status = add_layers(dataset.get(), limits, false, out_);
    if (watch.has_interrupted()) {
        return stop_.stop_requested()
                   ? base::Error{base::ErrorCode::Cancelled, "Reading was cancelled", ""}
                   : base::Error{
                       base::ErrorCode::LimitExceeded,
                       "A view of the GeoPackage does not end; it was stopped",
                       ""};
    }
    return finish(status, "GeoPackage", messages);
}

base::Status
GdalRead::in_memory(std::string_view driver, std::string_view name, char* data, std::size_t size) {
    out_.format = driver;
    MemoryFolder folder;
    const GdalMessages messages;
    const Dataset dataset = open_with(folder.add(name, data, size), std::string(driver));
    if (!dataset) {
        return bad_file(std::string(driver) + " file", messages);
    }
    const bool spreadsheet = driver == "XLSX" || driver == "ODS";
    GdalBounds limits = bounds(size);
    if (spreadsheet) {
        limits.most_rows = options_.limits.features;
    }
    const base::Status status = add_layers(dataset.get(), limits, spreadsheet, out_);
    if (status && spreadsheet) {
        for (Table& table : out_.tables) {
            find_sheet_header(table, out_);
        }
    }
    return finish(status, std::string(driver) + " file", messages);
}

base::Status GdalRead::shapefile(const std::vector<Member>& members) {
    out_.format = "Shapefile";
    MemoryFolder folder;
    std::string name;
    bool indexed = false;
    std::size_t size = 0;
    for (const Member& member : members) {
        const std::string file = folder.add("layer." + member.ending, member.bytes, member.size);
        name = member.ending == "shp" ? file : name;
        indexed = indexed || member.ending == "shx";
        size += member.size;
    }
    check_shapefile(members, out_);
    std::vector<std::string> options;
    if (const std::string encoding = shapefile_encoding(members); !encoding.empty()) {
        options.push_back("ENCODING=" + encoding);
        out_.encoding = encoding;
    }
    const GdalMessages messages;
    // The index is rebuilt in memory, never beside the file.
    CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", indexed ? "NO" : "YES");
    const Dataset dataset = open_with(name, "ESRI Shapefile", options);
    CPLSetThreadLocalConfigOption("SHAPE_RESTORE_SHX", nullptr);
    if (!dataset) {
        return bad_file("Shapefile", messages);
    }
    return finish(add_layers(dataset.get(), bounds(size), false, out_), "Shapefile", messages);
}

base::Status GdalRead::text(std::string&& bytes, bool is_json) {
    const std::string& raw = out_.texts.emplace_back(std::move(bytes));
    DecodedText decoded = decode_text(raw);
    out_.encoding = decoded.encoding;
    std::string_view view = decoded.text;
    if (decoded.owned) {
        view = out_.texts.emplace_back(std::move(*decoded.owned));
    }
    return is_json ? read_json(view, options_, out_, progress_, stop_)
                   : read_csv(view, options_, out_, progress_, stop_);
}

base::Status GdalRead::zipped_shapefile(
    std::string_view bytes,
    const std::vector<ZipEntry>& entries,
    const ZipEntry& shapes) {
    const std::string stem = shapes.name.substr(0, shapes.name.size() - 4);
    std::deque<std::string> parts;
    std::vector<Member> members;
    for (const ZipEntry& entry : entries) {
        const std::string ending = ending_of(entry.name);
        const bool wanted = ending == "shp" || ending == "shx" || ending == "dbf" || ending == "prj"
                            || ending == "cpg";
        if (!wanted || entry.name.substr(0, entry.name.size() - 4) != stem) {
            continue;
        }
        auto part = unzip(bytes, entry, options_.limits.unpacked_bytes);
        if (!part) {
            return part.error();
        }
        std::string& kept = parts.emplace_back(std::move(part).value());
        members.push_back({ending, kept.data(), kept.size()});
    }
    const std::size_t before = out_.tables.size();
    base::Status status = shapefile(members);
    for (std::size_t i = before; i < out_.tables.size(); ++i) {
        out_.tables[i].name = std::filesystem::path(stem).filename().string();
    }
    return status;
}

base::Status GdalRead::zipped_file(std::string_view bytes, const ZipEntry& entry, bool& known) {
    const std::string ending = ending_of(entry.name);
    const bool is_json = ending == "geojson" || ending == "json" || ending == "geojsonl";
    const bool is_table = ending == "csv" || ending == "tsv" || ending == "tab";
    known = is_json || is_table || ending == "fgb";
    if (!known) {
        return base::Done{};
    }
    auto part = unzip(bytes, entry, options_.limits.unpacked_bytes);
    if (!part) {
        return part.error();
    }
    std::string content = std::move(part).value();
    if (ending == "fgb") {
        return in_memory("FlatGeobuf", "layer.fgb", content.data(), content.size());
    }
    const std::size_t before = out_.tables.size();
    base::Status status = text(std::move(content), is_json);
    for (std::size_t i = before; i < out_.tables.size(); ++i) {
        out_.tables[i].name = entry.name;
    }
    return status;
}

base::Status GdalRead::zip(std::string_view bytes, char* data) {
    const auto entries = list_zip(bytes);
    if (!entries) {
        return entries.error();
    }
    std::uint64_t total = 0;
    const auto has = [&entries](std::string_view name) {
        return std::any_of(entries->begin(), entries->end(), [name](const ZipEntry& entry) {
            return entry.name == name;
        });
    };
    for (const ZipEntry& entry : *entries) {
        total += entry.bytes;
    }
    if (total > options_.limits.unpacked_bytes) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The archive unpacks to more than " + std::to_string(options_.limits.unpacked_bytes)
                + " bytes; raise --max-bytes if it is to be trusted",
            ""};
    }
    if (has("xl/workbook.xml")) {
        return in_memory("XLSX", "sheet.xlsx", data, bytes.size());
    }
    if (has("content.xml") && has("mimetype")) {
        return in_memory("ODS", "sheet.ods", data, bytes.size());
    }
    bool any = false;
    for (const ZipEntry& entry : *entries) {
        if (is_side_file(entry.name)) {
            continue;
        }
        bool known = ending_of(entry.name) == "shp";
        base::Status status =
            known ? zipped_shapefile(bytes, *entries, entry) : zipped_file(bytes, entry, known);
        if (!status) {
            return status;
        }
        any = any || known;
    }
    if (!any) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected a Shapefile, spreadsheet, CSV or GeoJSON in the archive, found none",
            ""};
    }
    return base::Done{};
}

}  // namespace

base::Status read_gdal(
    const std::filesystem::path& path,
    const ReadOptions& options,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop) {
    auto file = FileBytes::open(path);
    if (!file) {
        return file.error();
    }
    std::string_view bytes = file->view();
    char* data = file->data();
    std::string unpacked;
    if (bytes.starts_with("\x1F\x8B"sv)) {
        auto inner = gunzip(bytes, options.limits.unpacked_bytes);
        if (!inner) {
            return inner.error();
        }
        unpacked = std::move(inner).value();
        bytes = unpacked;
        data = unpacked.data();
    }
    GdalRead read(options, out, progress, stop);
    if (bytes.starts_with("SQLite format 3"sv)) {
        return read.database(path, bytes.size());
    }
    if (is_zip(bytes)) {
        return read.zip(bytes, data);
    }
    if (bytes.starts_with("fgb"sv)) {
        return read.in_memory("FlatGeobuf", "layer.fgb", data, bytes.size());
    }
    if (bytes.starts_with("\0\0\x27\x0A"sv)) {
        auto side = open_side_files(path);
        if (!side) {
            return side.error();
        }
        side->members.push_back({"shp", file->data(), bytes.size()});
        return read.shapefile(side->members);
    }
    return read.in_memory("TopoJSON", "layer.topojson", data, bytes.size());
}

}  // namespace salient::io
