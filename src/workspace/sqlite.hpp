#pragma once

#include "base/result.hpp"
#include "workspace/rows.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

/// SQLite with an owner for each handle. For this module only.
namespace salient::workspace {

class Statement;

class Sqlite {
public:
    enum class Mode : std::uint8_t { Read, ReadWrite, Fill };

    /// Opens a file. `Read` is hardened for a stranger's file: no triggers, functions or extensions of its own run. `Fill` is
    /// for a new file that is thrown away when anything goes wrong: it keeps no journal and flushes nothing.
    /// @errors Io: cannot be opened; BadFormat: not a database.
    [[nodiscard]] static base::Result<Sqlite> open(const std::filesystem::path& path, Mode mode);

    [[nodiscard]] base::Status run(const std::string& sql);
    [[nodiscard]] base::Result<Statement> prepare(const std::string& sql);
    /// The first cell of the answer; empty when there is none.
    [[nodiscard]] base::Result<Value> ask(const std::string& sql);
    [[nodiscard]] std::int64_t last_row_id() const;
    /// Closes and says whether all was written. No statement may be left.
    [[nodiscard]] base::Status close();

private:
    struct Closer {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Closer> database_;
    std::string path_;
    friend class Statement;
};

/// A prepared statement. Must not outlive its database.
class Statement {
public:
    /// Sets parameter `index`, from 1. A point becomes a GeoPackage geometry. The value must live until the next step.
    void bind(int index, const Value& value);
    /// Runs one that gives no rows, and makes it ready for the next values.
    [[nodiscard]] base::Status execute();
    /// @return true: a row is there; false: there are no more
    [[nodiscard]] base::Result<bool> step();
    /// The cell as it is stored; a GeoPackage point when `type` says so, empty when it is none.
    [[nodiscard]] Value cell(int index, ColumnType type) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
    std::string path_;
    friend class Sqlite;
};

}  // namespace salient::workspace
