#include "workspace/gpkg_schema.hpp"
#include "workspace/paths.hpp"
#include "workspace/rows.hpp"
#include "workspace/sqlite.hpp"
#include "workspace/sqlite_file.hpp"
#include "workspace/workspace.hpp"

#include <system_error>

namespace salient::workspace {

namespace {

namespace fs = std::filesystem;

constexpr const char* kNoWorkspace =
    "Expected a workspace, found a GeoPackage without one; open it as an event file";

base::Error bad(std::string message, const fs::path& path) {
    return {base::ErrorCode::BadFormat, std::move(message), path.string()};
}

base::Result<bool> has_table(Sqlite& database, const std::string& name) {
    auto count = database.ask(
        "SELECT count(*) FROM sqlite_master WHERE type='table' AND name='" + name
        + "' AND sql NOT LIKE 'CREATE VIRTUAL%'");
    if (!count) {
        return count.error();
    }
    return whole_of(*count, 0) > 0;
}

/// A query for the table's columns, NULL for those that it lacks.
base::Result<Statement> select_all(Sqlite& database, const Table& table) {
    std::string sql = "SELECT rowid";
    for (const Column& column : table.columns) {
        auto count = database.ask(
            "SELECT count(*) FROM pragma_table_info('" + std::string(table.name) + "') WHERE name='"
            + column.name + "'");
        if (!count) {
            return count.error();
        }
        sql += whole_of(*count, 0) > 0 ? ", " + quoted(column.name) : ", NULL";
    }
    return database.prepare(sql + " FROM " + quoted(table.name) + " ORDER BY rowid");
}

std::string place_of(const fs::path& path, const Table& table, std::int64_t row) {
    return path.string() + ":" + table.name + ":" + std::to_string(row);
}

/// Hands over every row of a table; a missing table has none and is reported.
template <class Take>
base::Status
for_each_row(Sqlite& database, const Table& table, base::Diagnostics& diagnostics, Take take) {
    const auto is_there = has_table(database, table.name);
    if (!is_there) {
        return is_there.error();
    }
    if (!*is_there) {
        diagnostics.warn("table.missing", "The workspace has no such table", table.name);
        return base::Done{};
    }
    auto statement = select_all(database, table);
    if (!statement) {
        return statement.error();
    }
    Row row(table.columns.size());
    while (true) {
        const auto has_row = statement->step();
        if (!has_row) {
            return has_row.error();
        }
        if (!*has_row) {
            return base::Done{};
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = statement->cell(static_cast<int>(i) + 1, table.columns[i].type);
        }
        const std::int64_t number = whole_of(statement->cell(0, ColumnType::Integer), 0);
        if (auto status = take(row, number); !status) {
            return status;
        }
    }
}

/// One bad row costs a diagnostic; a newer version refuses the whole.
base::Status read_other(
    Sqlite& database,
    const Table& table,
    const fs::path& path,
    Contents& contents,
    base::Diagnostics& diagnostics) {
    return for_each_row(
        database,
        table,
        diagnostics,
        [&](const Row& row, std::int64_t number) -> base::Status {
            auto status = take_row(table, row, contents);
            if (!status && status.error().code == base::ErrorCode::Unsupported) {
                return base::Error{status.error().code, status.error().message, path.string()};
            }
            if (!status) {
                diagnostics.error(
                    "row.damaged",
                    status.error().message,
                    place_of(path, table, number));
            }
            return base::Done{};
        });
}

base::Status read_events(
    Sqlite& database,
    const fs::path& path,
    events::EventList& events,
    base::Diagnostics& diagnostics) {
    const Table& table = events_table();
    return for_each_row(
        database,
        table,
        diagnostics,
        [&](const Row& row, std::int64_t number) -> base::Status {
            const std::string where = place_of(path, table, number);
            auto event = event_from_row(row, where, diagnostics);
            if (!event) {
                diagnostics.error("event.damaged", event.error().message, where);
                return base::Done{};
            }
            if (event->id.empty()) {
                event->id = "row-" + std::to_string(number);  // drawn in a GIS
            }
            events.push_back(*event);
            return base::Done{};
        });
}

base::Status check_whole(Sqlite& database, const fs::path& path) {
    const auto verdict = database.ask("PRAGMA quick_check(1)");
    if (!verdict) {
        return verdict.error();
    }
    if (const std::string text = text_of(*verdict); text != "ok") {
        return bad("The file is damaged (" + text + "); take a copy of it from before", path);
    }
    return base::Done{};
}

base::Error at(const base::Error& error, const fs::path& path) {
    return {error.code, error.message, path.string()};
}

}  // namespace

bool is_workspace(const fs::path& path) {
    if (!check_sqlite_file(path)) {
        return false;
    }
    auto database = Sqlite::open(path, Sqlite::Mode::Read);
    const auto found = database ? has_table(*database, "salient_meta") : base::Result<bool>(false);
    return found && *found;
}

base::Result<Contents> open(const fs::path& path, base::Diagnostics& diagnostics) {
    if (auto status = check_sqlite_file(path); !status) {
        return status.error();
    }
    auto database = Sqlite::open(path, Sqlite::Mode::Read);
    if (!database) {
        return database.error();
    }
    const auto is_ours = has_table(*database, "salient_meta");
    if (!is_ours) {
        return at(is_ours.error(), path);
    }
    if (!*is_ours) {
        const auto is_gpkg = has_table(*database, "gpkg_contents");
        return bad(
            is_gpkg && *is_gpkg ? kNoWorkspace
                                : "Expected a workspace, found another SQLite database",
            path);
    }
    if (auto status = check_whole(*database, path); !status) {
        return at(status.error(), path);
    }
    Contents contents;
    for (const Table& table : other_tables()) {
        if (auto status = read_other(*database, table, path, contents, diagnostics); !status) {
            return at(status.error(), path);
        }
    }
    if (auto status = read_events(*database, path, contents.events, diagnostics); !status) {
        return at(status.error(), path);
    }
    std::error_code failed;
    make_absolute(
        contents,
        fs::weakly_canonical(fs::absolute(path), failed).parent_path(),
        diagnostics);
    for (const std::string& missing : missing_files(contents)) {
        diagnostics.warn("file.missing", "A file of the workspace is not there", missing);
    }
    return contents;
}

}  // namespace salient::workspace
