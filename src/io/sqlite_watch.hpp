#pragma once

#include <chrono>
#include <stop_token>

namespace salient::io {

/// Watches the queries of SQLite databases that this thread opens while it lives, so that a view without end is stopped: a query is
/// interrupted when no row has come for a while, or when stop is requested.
class SqliteWatch {
public:
    SqliteWatch(std::chrono::seconds patience, const std::stop_token& stop);
    ~SqliteWatch();
    SqliteWatch(const SqliteWatch&) = delete;
    SqliteWatch& operator=(const SqliteWatch&) = delete;

    /// A row has come: patience starts anew.
    void row() { ++rows_; }
    /// A query has been interrupted.
    [[nodiscard]] bool has_interrupted() const { return has_interrupted_; }

private:
    std::chrono::seconds patience_;
    const std::stop_token& stop_;
    unsigned long rows_ = 0;
    unsigned long seen_rows_ = 0;
    std::chrono::steady_clock::time_point since_;
    bool has_interrupted_ = false;

    [[nodiscard]] bool is_too_long();
    static int on_progress(void* nothing);
    friend struct SqliteHook;
};

}  // namespace salient::io
