#include "io/sqlite_watch.hpp"

#include <sqlite3.h>

namespace salient::io {

namespace {

constexpr int kStepsBetween = 200'000;

/// The watch of this thread: SQLite hands nothing of the caller's to a database that is being opened.
struct Current {
    SqliteWatch* watch = nullptr;
};
Current& current() {
    thread_local Current of_thread;
    return of_thread;
}

}  // namespace

/// Puts the watch into every database that is opened from now on.
struct SqliteHook {
    static int
    on_open(sqlite3* database, const char** /*error*/, const sqlite3_api_routines* /*api*/) {
        if (current().watch != nullptr) {
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
    current().watch = this;
}

SqliteWatch::~SqliteWatch() {
    current().watch = nullptr;
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
    return current().watch != nullptr && current().watch->is_too_long() ? 1 : 0;
}

}  // namespace salient::io
