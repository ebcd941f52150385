#include "io/sqlite_watch.hpp"

#include <sqlite3.h>

namespace salient::io {

namespace {

thread_local SqliteWatch* current = nullptr;
constexpr int kStepsBetween = 200'000;

}  // namespace

/// Puts the watch into every database that is opened from now on.
struct SqliteHook {
    static int
    on_open(sqlite3* database, const char** /*error*/, const sqlite3_api_routines* /*api*/) {
        if (current != nullptr) {
            sqlite3_progress_handler(database, kStepsBetween, SqliteWatch::on_progress, nullptr);
        }
        return SQLITE_OK;
    }
};

SqliteWatch::SqliteWatch(std::chrono::seconds patience, const std::stop_token& stop)
    : patience_(patience),
      stop_(stop),
      since_(std::chrono::steady_clock::now()) {
    // SQLite takes the entry point of an extension as a function without parameters; GDAL empties the list now and then.
    using Entry = void (*)();
    sqlite3_auto_extension(reinterpret_cast<Entry>(SqliteHook::on_open));
    current = this;
}

SqliteWatch::~SqliteWatch() {
    current = nullptr;
}

bool SqliteWatch::is_too_long() {
    const auto now = std::chrono::steady_clock::now();
    if (rows_ != seen_rows_) {
        seen_rows_ = rows_;
        since_ = now;
    }
    const bool too_long = now - since_ > patience_ || stop_.stop_requested();
    has_interrupted_ = has_interrupted_ || too_long;
    return too_long;
}

int SqliteWatch::on_progress(void* /*nothing*/) {
    return current != nullptr && current->is_too_long() ? 1 : 0;
}

}  // namespace salient::io
