#include "workspace/sqlite.hpp"

#include "workspace/gpkg_geometry.hpp"

#include <sqlite3.h>

#include <array>
#include <string_view>

namespace salient::workspace {

namespace {

/// One cell or statement of a stranger's file: more is damage or an attack.
constexpr int kMaxCellBytes = 256 << 20;
constexpr int kBusyWaitMs = 2000;

base::ErrorCode code_of(int result) {
    switch (result & 0xff) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_FORMAT:
        case SQLITE_ERROR:
        case SQLITE_MISMATCH:
            return base::ErrorCode::BadFormat;
        case SQLITE_TOOBIG:
            return base::ErrorCode::LimitExceeded;
        case SQLITE_CONSTRAINT:
            return base::ErrorCode::BadValue;
        default:
            return base::ErrorCode::Io;
    }
}

base::Error error_of(sqlite3* database, int result, const std::string& path) {
    std::string message = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(result);
    switch (result & 0xff) {
        case SQLITE_FULL:
            message = "The disk is full";
            break;
        case SQLITE_CORRUPT:
            message = "The file is damaged (" + message + "); take a copy of it from before";
            break;
        case SQLITE_NOTADB:
            message = "Expected a GeoPackage, found another kind of file";
            break;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            message = "Another program is writing to the file; close it there and try again";
            break;
        default:
            break;
    }
    return {code_of(result), message, path};
}

base::Status status_of(sqlite3* database, int result, const std::string& path) {
    if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW) {
        return base::Done{};
    }
    return error_of(database, result, path);
}

/// Nothing in a stranger's file may make SQLite do more than read. @source https://www.sqlite.org/security.html
void harden(sqlite3* database) {
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, kMaxCellBytes);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_exec(database, "PRAGMA cell_size_check=ON", nullptr, nullptr, nullptr);
}

}  // namespace

void Sqlite::Closer::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

base::Result<Sqlite> Sqlite::open(const std::filesystem::path& path, Mode mode) {
    Sqlite result;
    result.path_ = path.string();
    sqlite3* raw = nullptr;
    const int flags =
        SQLITE_OPEN_NOMUTEX | (mode == Mode::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
    const int opened = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    result.database_.reset(raw);
    if (opened != SQLITE_OK) {
        return error_of(raw, opened, result.path_);
    }
    sqlite3_busy_timeout(raw, kBusyWaitMs);
    if (mode == Mode::Read) {
        harden(raw);
    }
    if (mode == Mode::Fill) {
        auto status = result.run(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
            "PRAGMA cache_size=-65536");
        if (!status) {
            return status.error();
        }
    }
    return result;
}

base::Status Sqlite::run(const std::string& sql) {
    return status_of(
        database_.get(),
        sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr),
        path_);
}

base::Result<Statement> Sqlite::prepare(const std::string& sql) {
    Statement statement;
    statement.path_ = path_;
    sqlite3_stmt* raw = nullptr;
    const int result = sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &raw, nullptr);
    statement.statement_.reset(raw);
    if (result != SQLITE_OK) {
        return error_of(database_.get(), result, path_);
    }
    return statement;
}

base::Result<Value> Sqlite::ask(const std::string& sql) {
    auto statement = prepare(sql);
    if (!statement) {
        return statement.error();
    }
    auto has_row = statement->step();
    if (!has_row) {
        return has_row.error();
    }
    return *has_row ? statement->cell(0, ColumnType::Text) : Value();
}

std::int64_t Sqlite::last_row_id() const {
    return sqlite3_last_insert_rowid(database_.get());
}

base::Status Sqlite::close() {
    const int result = sqlite3_close(database_.get());
    if (result == SQLITE_OK) {
        static_cast<void>(database_.release());
        return base::Done{};
    }
    return error_of(database_.get(), result, path_);
}

void Statement::bind(int index, const Value& value) {
    sqlite3_stmt* raw = statement_.get();
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        sqlite3_bind_int64(raw, index, *whole);
    } else if (const auto* number = std::get_if<double>(&value)) {
        sqlite3_bind_double(raw, index, *number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        sqlite3_bind_text64(raw, index, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    } else if (const auto* point = std::get_if<geo::LonLat>(&value)) {
        const PointBlob blob = point_blob(*point);
        sqlite3_bind_blob64(raw, index, blob.data(), blob.size(), SQLITE_TRANSIENT);
    } else {
        sqlite3_bind_null(raw, index);
    }
}

base::Status Statement::execute() {
    const auto has_row = step();
    sqlite3_reset(statement_.get());
    if (!has_row) {
        return has_row.error();
    }
    return base::Done{};
}

base::Result<bool> Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW || result == SQLITE_DONE) {
        return result == SQLITE_ROW;
    }
    return error_of(sqlite3_db_handle(statement_.get()), result, path_);
}

Value Statement::cell(int index, ColumnType type) const {
    sqlite3_stmt* raw = statement_.get();
    switch (sqlite3_column_type(raw, index)) {
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_column_int64(raw, index)};
        case SQLITE_FLOAT:
            return sqlite3_column_double(raw, index);
        case SQLITE_NULL:
            return {};
        default:
            break;
    }
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(raw, index));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(raw, index));
    const std::string_view view(bytes == nullptr ? "" : bytes, bytes == nullptr ? 0 : size);
    if (type == ColumnType::Point) {
        const auto point = point_from_blob(view);
        return point ? Value(*point) : Value();
    }
    return std::string(view);
}

}  // namespace salient::workspace
