#include "io/file_bytes.hpp"
#include "io/gpx_handler.hpp"
#include "io/kml_handler.hpp"
#include "io/readers.hpp"
#include "io/zip_archive.hpp"

#include <algorithm>

namespace salient::io {

namespace {

bool ends_with_kml(std::string_view name) {
    const std::string_view ending =
        name.size() < 4 ? std::string_view() : name.substr(name.size() - 4);
    return ending == ".kml" || ending == ".KML" || ending == ".Kml";
}

/// A KMZ's document: `doc.kml`, or else the first KML in it.
base::Result<std::string>
unzip_kml(std::string_view bytes, const ReadOptions& options, Tables& out) {
    const auto entries = list_zip(bytes);
    if (!entries) {
        return entries.error();
    }
    const ZipEntry* chosen = nullptr;
    std::size_t count = 0;
    for (const ZipEntry& entry : *entries) {
        if (!ends_with_kml(entry.name)) {
            continue;
        }
        ++count;
        if (chosen == nullptr || (entry.name == "doc.kml" && chosen->name != "doc.kml")) {
            chosen = &entry;
        }
    }
    if (chosen == nullptr) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected a KML file in the archive, found none",
            ""};
    }
    if (count > 1) {
        out.diagnostics.warn(
            "kmz.several",
            "The archive has " + std::to_string(count) + " KML files; only '" + chosen->name
                + "' was read");
    }
    return unzip(bytes, *chosen, options.limits.unpacked_bytes);
}

template <class Handler>
base::Status parse_with(
    std::string_view bytes,
    const ReadOptions& options,
    Tables& out,
    const std::stop_token& stop) {
    Handler handler(options, out, stop);
    const XmlOutcome outcome = parse_xml(bytes, handler);
    if (!outcome.complete && outcome.error.code != base::ErrorCode::BadFormat) {
        return outcome.error;
    }
    if (base::Status status = handler.may_go_on(); !status) {
        return status;
    }
    handler.finish();
    out.encoding = outcome.encoding;
    if (outcome.repaired) {
        out.diagnostics.warn(
            "xml.encoding",
            "The text is not UTF-8 as the file says; it was read as " + outcome.encoding);
    }
    if (!outcome.complete) {
        if (out.tables.back().row_count() == 0) {
            return outcome.error;
        }
        out.diagnostics.error(
            "xml.damaged",
            outcome.error.message + "; what came before was kept",
            "line " + std::to_string(outcome.line));
    }
    return base::Done{};
}

}  // namespace

base::Status read_kml(
    const std::filesystem::path& path,
    const ReadOptions& options,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop) {
    const auto file = FileBytes::open(path);
    if (!file) {
        return file.error();
    }
    std::string_view bytes = file->view();
    std::string unpacked;
    const bool zipped = is_zip(bytes);
    if (zipped) {
        auto inner = unzip_kml(bytes, options, out);
        if (!inner) {
            return inner.error();
        }
        unpacked = std::move(inner).value();
        bytes = unpacked;
    }
    if (progress != nullptr) {
        progress->total = bytes.size();
    }
    const std::string root = root_element(bytes);
    if (root == "gpx") {
        out.format = "GPX";
        return parse_with<GpxHandler>(bytes, options, out, stop);
    }
    if (root != "kml" && root != "Document" && root != "Folder" && root != "Placemark") {
        return base::Error{
            base::ErrorCode::BadFormat,
            root.empty()
                ? "Expected KML or GPX, found no XML"
                : "Expected KML or GPX, found XML of another kind ('" + root.substr(0, 40) + "')",
            ""};
    }
    out.format = zipped ? "KMZ" : "KML";
    return parse_with<KmlHandler>(bytes, options, out, stop);
}

}  // namespace salient::io
