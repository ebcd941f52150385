#include "base/parallel.hpp"
#include "io/control_content.hpp"
#include "io/control_file.hpp"
#include "io/control_settlements.hpp"
#include "io/control_snapshots.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

namespace salient::io {

namespace fs = std::filesystem;

namespace {

using std::chrono::sys_days;

constexpr std::size_t kMostFiles = 20'000;
constexpr int kDeepestFolder = 4;  // below the one that was given: years, months

/// A file of the folder and what came out of it.
struct FolderFile {
    fs::path path;
    std::optional<NamedTime> named;
    std::vector<control::Snapshot> snapshots;
    base::Diagnostics diagnostics;
};

bool is_map_file(const fs::path& path) {
    static constexpr std::array<std::string_view, 9> kEndings =
        {".geojson", ".json", ".kml", ".kmz", ".gpkg", ".fgb", ".shp", ".gz", ".zip"};
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

/// Map files in the folder and below, by time and then by name. Links to folders are not followed.
base::Result<std::vector<FolderFile>> files_in(const fs::path& folder, std::size_t& others) {
    std::error_code error;
    std::vector<FolderFile> files;
    fs::recursive_directory_iterator it(folder, error);
    for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        const bool is_folder = it->is_directory(ignored);
        if (is_hidden(it->path()) || (is_folder && it.depth() >= kDeepestFolder)) {
            it.disable_recursion_pending();
        } else if (!is_folder && is_map_file(it->path())) {
            files.push_back(
                {it->path(),
                 time_in_name(it->path().filename().string()),
                 {},
                 base::Diagnostics()});
        } else if (!is_folder) {
            ++others;
        }
        if (files.size() > kMostFiles) {
            return base::Error{
                base::ErrorCode::LimitExceeded,
                "The folder has more than 20,000 files",
                folder.string()};
        }
    }
    if (error) {
        return base::Error{
            base::ErrorCode::NotFound,
            "The folder cannot be read (" + error.message() + ")",
            folder.string()};
    }
    std::sort(files.begin(), files.end(), [](const FolderFile& a, const FolderFile& b) {
        return std::tie(a.named, a.path) < std::tie(b.named, b.path);
    });
    return files;
}

std::size_t vertices_in(const geo::MultiPolygon& polygons) {
    std::size_t count = 0;
    for (const geo::Polygon& polygon : polygons) {
        for (const geo::Ring& ring : polygon.rings) {
            count += ring.size();
        }
    }
    return count;
}

std::size_t vertices_in(const std::vector<control::Snapshot>& snapshots) {
    std::size_t count = 0;
    for (const control::Snapshot& snapshot : snapshots) {
        for (const control::ControlArea& area : snapshot.areas) {
            count += vertices_in(area.polygons);
        }
    }
    return count;
}

void read_one(FolderFile& file, const ControlReading& how) {
    auto content = read_control_content(file.path, how);
    if (!content) {
        file.diagnostics.error("control.file", content.error().message, file.path.string());
        return;
    }
    const auto of_file = file.named ? std::optional(file.named->day) : std::nullopt;
    auto snapshots = snapshots_of(std::move(content).value(), of_file, file.path, file.diagnostics);
    if (!snapshots) {
        file.diagnostics.error("control.file", snapshots.error().message, file.path.string());
        return;
    }
    file.snapshots = std::move(snapshots).value();
}

/// Of two files of one day the later one shows; both are named.
void report_twice(const std::vector<FolderFile>& files, base::Diagnostics& diagnostics) {
    std::map<sys_days, const FolderFile*> seen;
    for (const FolderFile& file : files) {
        for (const control::Snapshot& snapshot : file.snapshots) {
            const auto [before, is_new] = seen.try_emplace(snapshot.day, &file);
            if (!is_new && before->second != &file) {
                diagnostics.warn(
                    "control.day_twice",
                    "Two files of " + time::iso_day(snapshot.day) + ": "
                        + file.path.filename().string() + " is shown, left out is "
                        + before->second->path.filename().string(),
                    before->second->path.string());
                before->second = &file;
            }
        }
    }
}

/// Tables of settlements by day, one a year, in the folder itself.
std::vector<fs::path> settlement_tables_in(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> tables;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string ending = it->path().extension().string();
        if ((ending == ".csv" || ending == ".tsv") && is_settlement_table(it->path())) {
            tables.push_back(it->path());
        }
    }
    std::sort(tables.begin(), tables.end());
    return tables;
}

std::string source_of(const fs::path& folder) {
    const fs::path plain = folder.lexically_normal();
    const fs::path name = plain.has_filename() ? plain.filename() : plain.parent_path().filename();
    return name.empty() || name == "." ? "control areas" : name.string();
}

}  // namespace

base::Result<control::ControlHistory> read_control_folder(
    const fs::path& folder,
    base::Diagnostics& diagnostics,
    const ControlReading& how,
    Progress* progress,
    const std::stop_token& stop) {
    if (const auto tables = settlement_tables_in(folder); !tables.empty()) {
        return read_settlement_tables(tables, diagnostics, how, stop);
    }
    std::size_t others = 0;
    auto files = files_in(folder, others);
    if (!files) {
        return files.error();
    }
    if (progress != nullptr) {
        progress->total = files->size();
    }
    std::atomic<std::uint64_t> vertices = 0;
    std::atomic<bool> too_many = false;
    base::for_each_index(
        files->size(),
        [&](std::size_t i) {
            if (!too_many) {
                read_one((*files)[i], how);
                vertices += vertices_in((*files)[i].snapshots);
                too_many = vertices > how.limits.vertices;
            }
            if (progress != nullptr) {
                ++progress->done;
            }
        },
        stop);
    if (stop.stop_requested()) {
        return base::Error{base::ErrorCode::Cancelled, "Stopped", folder.string()};
    }
    if (too_many) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The files have more vertices than allowed",
            folder.string()};
    }
    report_twice(*files, diagnostics);
    std::vector<control::Snapshot> all;
    for (FolderFile& file : *files) {
        diagnostics.merge(file.diagnostics);
        std::move(file.snapshots.begin(), file.snapshots.end(), std::back_inserter(all));
    }
    if (others > 0) {
        diagnostics.note(
            "control.other_files",
            std::to_string(others) + " files of other kinds were not looked at",
            folder.string());
    }
    if (all.empty()) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected a folder of dated control areas, found none",
            folder.string()};
    }
    return control::ControlHistory(source_of(folder), std::move(all));
}

}  // namespace salient::io
