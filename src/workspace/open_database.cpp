#include "workspace/database.hpp"
#include "workspace/database_tables.hpp"
#include "workspace/event_query.hpp"
#include "workspace/paths.hpp"

#include <utility>

namespace salient::workspace {

namespace {

constexpr std::size_t kRowsPerFetch = 5000;

Row row_of(const PgRows& rows, std::size_t at, const Table& table) {
    Row row(table.columns.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i] = value_of(rows.text(at, i), table.columns[i].type);
    }
    return row;
}

std::string place_of(const Table& table, const PgRows& rows, std::size_t at) {
    return std::string(table.name) + ":" + rows.text(at, table.columns.size() + 1).value_or("");
}

base::Status read_other(
    Postgres& database,
    const Table& table,
    Fetched& fetched,
    base::Diagnostics& diagnostics) {
    auto rows = database.ask(
        "SELECT " + select_list(table) + ", digest, fid FROM " + stored_name(table)
        + " ORDER BY fid");
    if (!rows) {
        return rows.error();
    }
    for (std::size_t i = 0; i < rows->size(); ++i) {
        auto status = take_row(table, row_of(*rows, i, table), fetched.contents);
        if (!status && status.error().code == base::ErrorCode::Unsupported) {
            return status;
        }
        if (!status) {
            diagnostics.error("row.damaged", status.error().message, place_of(table, *rows, i));
            continue;  // not seen: nobody removes what this program cannot read
        }
        fetched.seen[seen_key(table, rows->text(i, table.columns.size()).value_or(""))] = "";
    }
    return base::Done{};
}

void take_events(const PgRows& rows, Fetched& fetched, base::Diagnostics& diagnostics) {
    const Table& table = events_table();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string where = place_of(table, rows, i);
        auto event = event_from_row(row_of(rows, i, table), where, diagnostics);
        if (!event) {
            diagnostics.error("event.damaged", event.error().message, where);
            continue;
        }
        if (event->id.empty()) {
            diagnostics.warn("event.no_id", "An event without an id was left out", where);
            continue;
        }
        fetched.seen[event->id] = rows.text(i, table.columns.size()).value_or("");
        fetched.contents.events.push_back(std::move(event).value());
    }
}

base::Status read_events(
    Postgres& database,
    const Extent& extent,
    Fetched& fetched,
    base::Diagnostics& diagnostics) {
    const EventQuery query = event_query(extent);
    if (auto declared =
            database.ask("DECLARE events NO SCROLL CURSOR FOR " + query.sql, query.parameters);
        !declared) {
        return declared.error();
    }
    while (true) {
        auto rows = database.ask("FETCH " + std::to_string(kRowsPerFetch) + " FROM events");
        if (!rows) {
            return rows.error();
        }
        if (rows->size() == 0) {
            return base::Done{};
        }
        take_events(*rows, fetched, diagnostics);
    }
}

base::Status read_count(Postgres& database, Fetched& fetched) {
    auto count = database.ask("SELECT count(*) FROM salient.events");
    if (!count) {
        return count.error();
    }
    fetched.events_in_store =
        static_cast<std::size_t>(whole_of(value_of(count->text(0, 0), ColumnType::Integer), 0));
    return base::Done{};
}

}  // namespace

base::Result<Fetched>
open_database(const std::string& address, const Extent& extent, base::Diagnostics& diagnostics) {
    auto database = Postgres::connect(address);
    if (!database) {
        return database.error();
    }
    const auto is_there = has_tables(*database);
    if (!is_there) {
        return is_there.error();
    }
    if (!*is_there) {
        return base::Error{
            base::ErrorCode::NotFound,
            "The database holds no workspace; save one there first",
            without_credentials(address)};
    }
    Fetched fetched;
    // One moment of the store, however long the reading takes.
    auto status = database->run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const Table& table : other_tables()) {
        status = status ? read_other(*database, table, fetched, diagnostics) : status;
    }
    status = status ? read_events(*database, extent, fetched, diagnostics) : status;
    status = status ? read_count(*database, fetched) : status;
    status = status ? database->run("COMMIT") : status;
    if (!status) {
        return base::Error{
            status.error().code,
            status.error().message,
            without_credentials(address)};
    }
    make_absolute(fetched.contents, "/", diagnostics);
    return fetched;
}

}  // namespace salient::workspace
