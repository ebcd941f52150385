#include "workspace/database.hpp"
#include "workspace/database_tables.hpp"
#include "workspace/paths.hpp"

#include <unordered_set>
#include <utility>

namespace salient::workspace {

namespace {

using Seen = std::unordered_map<std::string, std::string>;

/// Only one program at a time saves to a store. The number is "Sali" in ASCII.
constexpr const char* kLock = "SELECT pg_advisory_xact_lock(1398893673)";

/// What is to be done to the events.
struct Changes {
    std::vector<std::vector<PgText>> put;      // cells, digest, digest seen
    std::vector<std::vector<PgText>> removed;  // id, digest seen
    Seen seen;                                 // as it is when all of it is done
};

bool is_event_key(const std::string& key) {
    return key.find('\x1F') == std::string::npos || !key.starts_with("salient_");
}

Changes changes_of(const Contents& contents, const Seen& seen) {
    Changes changes;
    for (const events::Event& event : contents.events) {
        StoredRow row = stored_row(event_row(event));
        const auto before = seen.find(event.id);
        changes.seen[event.id] = row.digest;
        if (before != seen.end() && before->second == row.digest) {
            continue;
        }
        row.cells.emplace_back(row.digest);
        row.cells.push_back(before == seen.end() ? PgText() : PgText(before->second));
        changes.put.push_back(std::move(row.cells));
    }
    for (const auto& [key, digest] : seen) {
        if (is_event_key(key) && changes.seen.count(key) == 0) {
            changes.removed.push_back({key, digest});
        }
    }
    return changes;
}

base::Status send_changes(Postgres& database, const Changes& changes) {
    const Table& table = events_table();
    auto status = database.run(
        "CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT " + column_list(table)
        + ", digest, digest AS seen FROM salient.events WHERE false;"
          "CREATE TEMP TABLE removed (id text, seen text) ON COMMIT DROP");
    status = status
                 ? database.copy("incoming (" + column_list(table) + ", digest, seen)", changes.put)
                 : status;
    return status ? database.copy("removed (id, seen)", changes.removed) : status;
}

/// Events that someone else has changed: theirs stay. Both lists lose them.
base::Status set_conflicts_aside(
    Postgres& database,
    Seen& seen,
    const Seen& before,
    base::Diagnostics& diagnostics) {
    auto rows = database.ask(
        "WITH lost AS (DELETE FROM incoming i USING salient.events e WHERE e.id = i.id AND "
        "e.digest <> i.digest "
        "AND e.digest IS DISTINCT FROM i.seen RETURNING i.id), "
        "kept AS (DELETE FROM removed r USING salient.events e WHERE e.id = r.id AND e.digest <> "
        "r.seen RETURNING r.id) "
        "SELECT id, 'changed' FROM lost UNION ALL SELECT id, 'removed' FROM kept ORDER BY id");
    if (!rows) {
        return rows.error();
    }
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const std::string id = rows->text(i, 0).value_or("");
        diagnostics.error(
            "database.conflict",
            "Someone else has changed an event that you " + rows->text(i, 1).value_or("")
                + "; theirs was kept, open the store again to see it",
            id);
        if (const auto old = before.find(id); old != before.end()) {
            seen[id] = old->second;
        } else {
            seen.erase(id);
        }
    }
    return base::Done{};
}

base::Status carry_out(Postgres& database) {
    const Table& table = events_table();
    std::string assignments;
    for (const Column& column : table.columns) {
        const std::string name = "\"" + std::string(column.name) + "\"";
        assignments.append(name).append(" = i.").append(name).append(", ");
    }
    auto status = database.run(
        "UPDATE salient.events e SET " + assignments
        + "digest = i.digest FROM incoming i WHERE e.id = i.id AND e.digest <> i.digest");
    status = status ? database.run(
                 "INSERT INTO salient.events (" + column_list(table) + ", digest) SELECT "
                 + column_list(table, "i.")
                 + ", i.digest FROM incoming i WHERE NOT EXISTS (SELECT 1 FROM salient.events e WHERE e.id = i.id)")
                    : status;
    return status ? database.run("DELETE FROM salient.events e USING removed r WHERE e.id = r.id")
                  : status;
}

base::Status save_events(
    Postgres& database,
    Changes& changes,
    const Seen& before,
    base::Diagnostics& diagnostics) {
    if (changes.put.empty() && changes.removed.empty()) {
        return base::Done{};
    }
    auto status = send_changes(database, changes);
    status = status ? set_conflicts_aside(database, changes.seen, before, diagnostics) : status;
    return status ? carry_out(database) : status;
}

base::Status insert_row(Postgres& database, const Table& table, StoredRow row) {
    std::string marks;
    for (std::size_t i = 1; i <= row.cells.size() + 1; ++i) {
        marks += (i == 1 ? "$" : ", $") + std::to_string(i);
    }
    row.cells.emplace_back(row.digest);
    auto done = database.ask(
        "INSERT INTO " + stored_name(table) + " (" + column_list(table) + ", digest) VALUES ("
            + marks + ")",
        row.cells);
    return done ? base::Status(base::Done{}) : base::Status(done.error());
}

/// Rows are a set: new ones are added, those that were seen and are gone are removed, those of others stay.
base::Status save_other(
    Postgres& database,
    const Table& table,
    const Contents& contents,
    const Seen& before,
    Seen& seen) {
    auto stored = database.ask("SELECT digest FROM " + stored_name(table));
    if (!stored) {
        return stored.error();
    }
    std::unordered_set<std::string> there;
    for (std::size_t i = 0; i < stored->size(); ++i) {
        there.insert(stored->text(i, 0).value_or(""));
    }
    for (StoredRow& row : stored_rows(table, contents)) {
        seen[seen_key(table, row.digest)] = "";
        if (there.insert(row.digest).second) {
            if (auto status = insert_row(database, table, std::move(row)); !status) {
                return status;
            }
        }
    }
    for (const auto& [key, nothing] : before) {
        const std::string start = seen_key(table, "");
        if (key.starts_with(start) && seen.count(key) == 0) {
            const PgText digest = key.substr(start.size());
            auto done = database.ask(
                "DELETE FROM " + stored_name(table) + " WHERE digest = $1",
                {&digest, 1});
            if (!done) {
                return done.error();
            }
        }
    }
    return base::Done{};
}

base::Status create_missing_tables(Postgres& database) {
    // Only asked for where needed: most users of a store may not make tables.
    const auto is_there = has_tables(database);
    if (!is_there) {
        return is_there.error();
    }
    return *is_there ? base::Status(base::Done{}) : create_tables(database);
}

base::Error at(const base::Error& error, const std::string& address) {
    return {
        error.code,
        "Saving failed: " + error.message + "; the store is unchanged",
        without_credentials(address)};
}

}  // namespace

base::Status save_database(
    const std::string& address,
    const Contents& contents,
    Seen& seen,
    base::Diagnostics& diagnostics) {
    auto database = Postgres::connect(address);
    if (!database) {
        return database.error();
    }
    base::Diagnostics conflicts;
    Changes changes = changes_of(contents, seen);
    Contents others = without_events(contents);
    hide_credentials(others);
    auto status = database->run("BEGIN");
    status = status ? database->run(kLock) : status;
    status = status ? create_missing_tables(*database) : status;
    status = status ? save_events(*database, changes, seen, conflicts) : status;
    for (const Table& table : other_tables()) {
        status = status ? save_other(*database, table, others, seen, changes.seen) : status;
    }
    status = status ? database->run("COMMIT") : status;
    if (!status) {
        return at(status.error(), address);
    }
    seen = std::move(changes.seen);
    diagnostics.merge(conflicts);
    return base::Done{};
}

}  // namespace salient::workspace
