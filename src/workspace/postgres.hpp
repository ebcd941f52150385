#pragma once

#include "base/result.hpp"
#include "workspace/rows.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

/// libpq with an owner for each handle. No error of it holds a password. For this module only.
namespace salient::workspace {

/// A parameter or cell as text; nullopt is NULL.
using PgText = std::optional<std::string>;

/// The rows of an answer, as text.
class PgRows {
public:
    [[nodiscard]] std::size_t size() const;
    /// @pre row < size(), column within the query's
    [[nodiscard]] PgText text(std::size_t row, std::size_t column) const;

private:
    struct Clearer {
        void operator()(pg_result* result) const;
    };
    std::unique_ptr<pg_result, Clearer> result_;
    friend class Postgres;
};

/// A connection. What is not committed when it ends did not happen.
class Postgres {
public:
    /// @param address  "PG:" and libpq's words, or a "postgresql://" URL
    /// @errors NotFound: no server, database or right to enter.
    [[nodiscard]] static base::Result<Postgres> connect(const std::string& address);

    /// Statements without parameters, none of whose rows are wanted.
    [[nodiscard]] base::Status run(const std::string& sql);
    [[nodiscard]] base::Result<PgRows> ask(
        const std::string& sql,
        std::span<const PgText> parameters = {});
    /// Fills a table from rows, much faster than inserting each.
    [[nodiscard]] base::Status copy(
        const std::string& target,
        std::span<const std::vector<PgText>> rows);

private:
    struct Closer {
        void operator()(pg_conn* connection) const;
    };
    std::unique_ptr<pg_conn, Closer> connection_;
    std::string where_;  // the address without its password
    [[nodiscard]] base::Error failure(base::ErrorCode code) const;
};

/// A cell on its way there: a point as text in WKT, NUL characters (which the server refuses) as U+2400.
[[nodiscard]] PgText pg_text(const Value& value);
/// And back: a point from "lon lat".
[[nodiscard]] Value value_of(const PgText& text, ColumnType type);

}  // namespace salient::workspace
