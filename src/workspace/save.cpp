#include "workspace/gpkg_schema.hpp"
#include "workspace/paths.hpp"
#include "workspace/replacement.hpp"
#include "workspace/rows.hpp"
#include "workspace/sqlite.hpp"
#include "workspace/workspace.hpp"

#include <algorithm>
#include <cmath>
#include <system_error>

namespace salient::workspace {

namespace {

namespace fs = std::filesystem;

std::string insert_sql(const Table& table) {
    std::string names;
    std::string marks;
    for (const Column& column : table.columns) {
        names += (names.empty() ? "" : ", ") + quoted(column.name);
        marks += marks.empty() ? "?" : ", ?";
    }
    return "INSERT INTO " + quoted(table.name) + " (" + names + ") VALUES (" + marks + ")";
}

base::Status insert(Statement& statement, const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        statement.bind(static_cast<int>(i) + 1, row[i]);
    }
    return statement.execute();
}

void widen(std::optional<geo::Box>& box, geo::LonLat point) {
    if (!box) {
        box = {point.lon_deg, point.lat_deg, point.lon_deg, point.lat_deg};
        return;
    }
    box->west_deg = std::min(box->west_deg, point.lon_deg);
    box->south_deg = std::min(box->south_deg, point.lat_deg);
    box->east_deg = std::max(box->east_deg, point.lon_deg);
    box->north_deg = std::max(box->north_deg, point.lat_deg);
}

base::Status write_events(Sqlite& database, const events::EventList& events) {
    const Table& table = events_table();
    if (auto status = create_table(database, table); !status) {
        return status;
    }
    auto event_insert = database.prepare(insert_sql(table));
    auto index_insert =
        database.prepare("INSERT INTO rtree_events_geom VALUES (?1, ?2, ?2, ?3, ?3)");
    if (!event_insert || !index_insert) {
        return event_insert ? index_insert.error() : event_insert.error();
    }
    std::optional<geo::Box> box;
    for (const events::Event& event : events) {
        if (auto status = insert(*event_insert, event_row(event)); !status) {
            return status;
        }
        if (!event.location) {
            continue;
        }
        const geo::LonLat point = event.location->point;
        index_insert->bind(1, database.last_row_id());
        index_insert->bind(2, point.lon_deg);
        index_insert->bind(3, point.lat_deg);
        if (auto status = index_insert->execute(); !status) {
            return status;
        }
        widen(box, point);
    }
    return finish_layer(database, table, box);
}

base::Status write_other(Sqlite& database, const Table& table, const Contents& contents) {
    if (auto status = create_table(database, table); !status) {
        return status;
    }
    auto statement = database.prepare(insert_sql(table));
    if (!statement) {
        return statement.error();
    }
    for (const Row& row : rows_of(table, contents)) {
        if (auto status = insert(*statement, row); !status) {
            return status;
        }
    }
    return base::Done{};
}

base::Status fill(const fs::path& file, const Contents& contents, const Contents& others) {
    auto database = Sqlite::open(file, Sqlite::Mode::Fill);
    if (!database) {
        return database.error();
    }
    auto status = database->run("BEGIN");
    if (status) {
        status = create_gpkg_tables(*database);
    }
    for (const Table& table : other_tables()) {
        status = status ? drop_table(*database, table) : status;
    }
    status = status ? drop_table(*database, events_table()) : status;
    status = status ? write_events(*database, contents.events) : status;
    for (const Table& table : other_tables()) {
        status = status ? write_other(*database, table, others) : status;
    }
    status = status ? database->run("COMMIT") : status;
    return status ? database->close() : status;
}

/// Others' programs leave a log beside a database that they have open or that they crashed with. It would be read as part of
/// the new file: it is worked in, or the save is refused.
base::Status settle_logs(const fs::path& target) {
    const auto has_log = [&target] {
        std::error_code failed;
        const std::uintmax_t size = fs::file_size(target.string() + "-journal", failed);
        return (!failed && size > 0) || fs::exists(target.string() + "-wal", failed);
    };
    if (!has_log()) {
        return base::Done{};
    }
    if (auto old = Sqlite::open(target, Sqlite::Mode::ReadWrite)) {
        static_cast<void>(old->run("BEGIN IMMEDIATE; COMMIT"));
        static_cast<void>(old->run("PRAGMA journal_mode=DELETE"));
    }
    if (has_log()) {
        return unchanged(
            {base::ErrorCode::Io,
             "another program has the file open; close it there or save under another name",
             ""},
            target);
    }
    return base::Done{};
}

/// The old file has layers, styles or tables that are not ours.
bool has_tables_of_others(const fs::path& target) {
    auto old = Sqlite::open(target, Sqlite::Mode::Read);
    if (!old) {
        return false;
    }
    const auto count = old->ask(
        "SELECT count(*) FROM sqlite_master WHERE type='table' AND name NOT LIKE 'gpkg_%' AND name "
        "NOT LIKE 'salient_%' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'rtree_events_geom%' AND name<>'events'");
    return count && whole_of(*count, 0) > 0;
}

}  // namespace

std::string stamp_of(const fs::path& path) {
    if (!is_workspace(path)) {
        return {};
    }
    auto database = Sqlite::open(path, Sqlite::Mode::Read);
    // GDAL enters the time of each change, and so does every save of ours.
    const auto changes = database ? database->ask(
                             "SELECT group_concat(table_name || ' ' || last_change, ', ') FROM "
                             "(SELECT * FROM gpkg_contents ORDER BY table_name)")
                                  : base::Result<Value>(database.error());
    return changes ? text_of(*changes) : std::string();
}

base::Status save(const fs::path& path, const Contents& contents, const std::string& stamp) {
    std::error_code failed;
    const fs::path target = fs::weakly_canonical(fs::absolute(path), failed);
    if (auto status = settle_logs(target); !status) {
        return status;
    }
    if (!stamp.empty() && fs::exists(target, failed) && stamp_of(target) != stamp) {
        return unchanged(
            {base::ErrorCode::BadValue,
             "someone else has changed the file since it was opened; save under another name, or "
             "open it again",
             ""},
            path);
    }
    auto replacement = Replacement::begin(path);
    if (!replacement) {
        return replacement.error();
    }
    if (is_workspace(target) && has_tables_of_others(target)) {
        fs::copy_file(target, replacement->path(), fs::copy_options::overwrite_existing, failed);
        if (failed) {
            return unchanged({base::ErrorCode::Io, failed.message(), ""}, path);
        }
    }
    Contents others = without_events(contents);
    make_relative(others, target.parent_path());
    if (auto status = fill(replacement->path(), contents, others); !status) {
        return unchanged(status.error(), path);
    }
    return replacement->commit();
}

}  // namespace salient::workspace
