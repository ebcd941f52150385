#include "workspace/postgres.hpp"

#include "workspace/database.hpp"

#include <libpq-fe.h>

#include <charconv>

namespace salient::workspace {

namespace {

std::string one_line(std::string text) {
    for (char& letter : text) {
        letter = letter == '\n' ? ' ' : letter;
    }
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    return text;
}

/// The words of libpq in an address that may begin with "PG:".
std::string libpq_words(const std::string& address) {
    return address.size() > 3 && address[2] == ':' ? address.substr(3) : address;
}

void append_escaped(std::string& line, const std::string& text) {
    for (const char letter : text) {
        switch (letter) {
            case '\\':
                line += "\\\\";
                break;
            case '\t':
                line += "\\t";
                break;
            case '\n':
                line += "\\n";
                break;
            case '\r':
                line += "\\r";
                break;
            default:
                line += letter;
        }
    }
}

/// A row in COPY's text form. @source PostgreSQL 15 manual, COPY, "Text Format"
std::string copy_line(const std::vector<PgText>& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        line += i == 0 ? "" : "\t";
        if (row[i]) {
            append_escaped(line, *row[i]);
        } else {
            line += "\\N";
        }
    }
    line += '\n';
    return line;
}

std::string shortest(double number) {
    std::string text(32, '\0');
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    text.resize(error == std::errc() ? static_cast<std::size_t>(end - text.data()) : 0);
    return text;
}

}  // namespace

void PgRows::Clearer::operator()(pg_result* result) const {
    PQclear(result);
}

std::size_t PgRows::size() const {
    return static_cast<std::size_t>(PQntuples(result_.get()));
}

PgText PgRows::text(std::size_t row, std::size_t column) const {
    const int r = static_cast<int>(row);
    const int c = static_cast<int>(column);
    if (PQgetisnull(result_.get(), r, c) != 0) {
        return std::nullopt;
    }
    return std::string(
        PQgetvalue(result_.get(), r, c),
        static_cast<std::size_t>(PQgetlength(result_.get(), r, c)));
}

void Postgres::Closer::operator()(pg_conn* connection) const {
    PQfinish(connection);
}

base::Error Postgres::failure(base::ErrorCode code) const {
    return {code, without_credentials(one_line(PQerrorMessage(connection_.get()))), where_};
}

base::Result<Postgres> Postgres::connect(const std::string& address) {
    Postgres result;
    result.where_ = without_credentials(address);
    const std::string words = libpq_words(address);
    // What stands before the address it may override, what stands behind it not.
    const char* const names[] =
        {"connect_timeout", "dbname", "application_name", "client_encoding", nullptr};
    const char* const values[] = {"10", words.c_str(), "salient", "UTF8", nullptr};
    result.connection_.reset(PQconnectdbParams(names, values, 1));
    if (PQstatus(result.connection_.get()) != CONNECTION_OK) {
        return result.failure(base::ErrorCode::NotFound);
    }
    // Notices ("table exists, skipping") are no news for the user.
    PQsetNoticeProcessor(
        result.connection_.get(),
        [](void* /*nothing*/, const char* /*message*/) {},
        nullptr);
    if (auto status = result.run("SET extra_float_digits = 3; SET TimeZone = 'UTC'"); !status) {
        return status.error();
    }
    return result;
}

base::Status Postgres::run(const std::string& sql) {
    PgRows rows;
    rows.result_.reset(PQexec(connection_.get(), sql.c_str()));
    const ExecStatusType status = PQresultStatus(rows.result_.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        return failure(base::ErrorCode::Io);
    }
    return base::Done{};
}

base::Result<PgRows> Postgres::ask(const std::string& sql, std::span<const PgText> parameters) {
    std::vector<const char*> values;
    for (const PgText& parameter : parameters) {
        values.push_back(parameter ? parameter->c_str() : nullptr);
    }
    PgRows rows;
    rows.result_.reset(PQexecParams(
        connection_.get(),
        sql.c_str(),
        static_cast<int>(values.size()),
        nullptr,
        values.data(),
        nullptr,
        nullptr,
        0));
    const ExecStatusType status = PQresultStatus(rows.result_.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        return failure(base::ErrorCode::Io);
    }
    return rows;
}

base::Status Postgres::copy(const std::string& target, std::span<const std::vector<PgText>> rows) {
    PgRows begun;
    begun.result_.reset(PQexec(connection_.get(), ("COPY " + target + " FROM STDIN").c_str()));
    if (PQresultStatus(begun.result_.get()) != PGRES_COPY_IN) {
        return failure(base::ErrorCode::Io);
    }
    bool is_sent = true;
    for (const std::vector<PgText>& row : rows) {
        const std::string line = copy_line(row);
        is_sent =
            is_sent
            && PQputCopyData(connection_.get(), line.data(), static_cast<int>(line.size())) == 1;
    }
    is_sent = PQputCopyEnd(connection_.get(), is_sent ? nullptr : "not all rows could be sent") == 1
              && is_sent;
    PgRows ended;
    ended.result_.reset(PQgetResult(connection_.get()));
    if (!is_sent || PQresultStatus(ended.result_.get()) != PGRES_COMMAND_OK) {
        return failure(base::ErrorCode::Io);
    }
    PgRows rest;
    rest.result_.reset(PQgetResult(connection_.get()));
    return base::Done{};
}

PgText pg_text(const Value& value) {
    if (const auto* point = std::get_if<geo::LonLat>(&value)) {
        return "SRID=4326;POINT(" + shortest(point->lon_deg) + " " + shortest(point->lat_deg) + ")";
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return shortest(*number);
    }
    if (std::holds_alternative<std::monostate>(value)) {
        return std::nullopt;
    }
    std::string text = text_of(value);
    for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at)) {
        text.replace(at, 1, "\u2400");
    }
    return text;
}

Value value_of(const PgText& text, ColumnType type) {
    if (!text) {
        return {};
    }
    switch (type) {
        case ColumnType::Boolean:
            return std::int64_t{*text == "t"};
        case ColumnType::Integer:
            return whole_of(*text, 0);
        case ColumnType::Real:
            return number_of(*text, 0);
        case ColumnType::Point: {
            const std::size_t space = text->find(' ');
            if (space == std::string::npos) {
                return {};
            }
            return geo::LonLat{
                number_of(text->substr(0, space), 0),
                number_of(text->substr(space + 1), 0)};
        }
        case ColumnType::Text:
        case ColumnType::DateTime:
            break;
    }
    return *text;
}

}  // namespace salient::workspace
