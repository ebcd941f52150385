#include "workspace/database_tables.hpp"

#include <cstdint>

namespace salient::workspace {

namespace {

std::string quoted(const char* name) {
    return std::string("\"") + name + "\"";
}

const char* sql_type(ColumnType type) {
    switch (type) {
        case ColumnType::Text:
            return "text";
        case ColumnType::Integer:
            return "bigint";
        case ColumnType::Real:
            return "double precision";
        case ColumnType::Boolean:
            return "boolean";
        case ColumnType::DateTime:
            return "timestamptz";
        case ColumnType::Point:
            return "geometry(Point,4326)";
    }
    return "text";
}

/// FNV-1a with 64 bits, over cells and the gaps between them.
class Digest {
public:
    void add(std::string_view text) {
        for (const char letter : text) {
            add_byte(static_cast<unsigned char>(letter));
        }
        add_byte(0x1F);
    }
    [[nodiscard]] std::string text() const {
        std::string hex;
        for (int shift = 60; shift >= 0; shift -= 4) {
            hex += "0123456789abcdef"[(sum_ >> static_cast<unsigned>(shift)) & 0xFU];
        }
        return hex;
    }

private:
    std::uint64_t sum_ = 0xCBF2'9CE4'8422'2325U;
    void add_byte(unsigned char byte) { sum_ = (sum_ ^ byte) * 0x100'0000'01B3U; }
};

base::Status create_table(Postgres& database, const Table& table) {
    std::string sql =
        "CREATE TABLE IF NOT EXISTS " + stored_name(table) + " (fid bigserial PRIMARY KEY";
    for (const Column& column : table.columns) {
        sql += ", " + quoted(column.name) + " " + sql_type(column.type);
    }
    sql += ", digest text NOT NULL);";
    sql += "CREATE INDEX IF NOT EXISTS " + std::string(table.name) + "_digest ON "
           + stored_name(table) + " (digest)";
    return database.run(sql);
}

}  // namespace

std::string stored_name(const Table& table) {
    return "salient." + quoted(table.name);
}

std::string column_list(const Table& table, std::string_view prefix) {
    std::string list;
    for (const Column& column : table.columns) {
        list += list.empty() ? "" : ", ";
        list += prefix;
        list += quoted(column.name);
    }
    return list;
}

std::string select_list(const Table& table) {
    std::string list;
    for (const Column& column : table.columns) {
        list += list.empty() ? "" : ", ";
        const std::string name = quoted(column.name);
        if (column.type == ColumnType::Point) {
            list.append("CASE WHEN ")
                .append(name)
                .append(" IS NULL THEN NULL ELSE ST_X(")
                .append(name);
            list.append(") || ' ' || ST_Y(").append(name).append(") END");
        } else if (column.type == ColumnType::DateTime) {
            list.append("to_char(").append(name).append(R"(, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))");
        } else {
            list += name;
        }
    }
    return list;
}

StoredRow stored_row(const Row& row) {
    StoredRow stored;
    Digest digest;
    for (const Value& value : row) {
        stored.cells.push_back(pg_text(value));
        digest.add(stored.cells.back() ? *stored.cells.back() : "\x1E");
    }
    stored.digest = digest.text();
    return stored;
}

std::vector<StoredRow> stored_rows(const Table& table, const Contents& contents) {
    const bool is_ordered = std::string_view(table.name) == "salient_layers";
    std::vector<StoredRow> rows;
    for (const Row& row : rows_of(table, contents)) {
        rows.push_back(stored_row(row));
        if (is_ordered) {
            rows.back().digest += "-" + std::to_string(rows.size());
        }
    }
    return rows;
}

std::string seen_key(const Table& table, std::string_view digest) {
    return std::string(table.name) + "\x1F" + std::string(digest);
}

base::Status create_tables(Postgres& database) {
    if (auto status = database.run("CREATE EXTENSION IF NOT EXISTS postgis"); !status) {
        return base::Error{
            base::ErrorCode::Unsupported,
            "The database has no PostGIS; its owner can add it with CREATE EXTENSION postgis ("
                + status.error().message + ")",
            status.error().where};
    }
    auto status = database.run("CREATE SCHEMA IF NOT EXISTS salient");
    for (const Table& table : other_tables()) {
        status = status ? create_table(database, table) : status;
    }
    status = status ? create_table(database, events_table()) : status;
    return status ? database.run(
               "CREATE UNIQUE INDEX IF NOT EXISTS events_id ON salient.events (id);"
               "CREATE INDEX IF NOT EXISTS events_geom ON salient.events USING gist (geom);"
               "CREATE INDEX IF NOT EXISTS events_time ON salient.events (time_begin, time_end)")
                  : status;
}

base::Result<bool> has_tables(Postgres& database) {
    auto answer = database.ask("SELECT to_regclass('salient.salient_meta') IS NOT NULL");
    if (!answer) {
        return answer.error();
    }
    return answer->text(0, 0) == "t";
}

}  // namespace salient::workspace
