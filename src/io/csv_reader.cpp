#include "io/csv_reader.hpp"

#include "io/headerless.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace salient::io {

namespace {

/// Walks over the fields of delimited text.
class CsvCursor {
public:
    CsvCursor(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    [[nodiscard]] bool done() const { return at_ >= text_.size(); }
    [[nodiscard]] std::size_t line() const { return line_; }
    [[nodiscard]] std::size_t offset() const { return at_; }
    [[nodiscard]] bool unclosed() const { return unclosed_; }
    /// Where the quote that never closes stands.
    [[nodiscard]] std::size_t quote_line() const { return quote_line_; }

    /// Reads one row into `fields`. Doubled quotes are resolved in `arena`.
    void read_row(std::vector<std::string_view>& fields, TextArena& arena) {
        fields.clear();
        while (true) {
            fields.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted(arena) : plain());
            if (at_ >= text_.size()) {
                return;
            }
            if (text_[at_] == delimiter_) {
                ++at_;
                continue;
            }
            end_line();
            return;
        }
    }

private:
    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    bool unclosed_ = false;
    std::size_t quote_line_ = 0;

    [[nodiscard]] bool ends_field(char c) const {
        return c == delimiter_ || c == '\n' || c == '\r';
    }

    std::string_view plain() {
        const std::size_t start = at_;
        while (at_ < text_.size() && !ends_field(text_[at_])) {
            ++at_;
        }
        return text_.substr(start, at_ - start);
    }

    std::string_view quoted(TextArena& arena) {
        const std::size_t start = at_ + 1;
        const std::size_t first_line = line_;
        bool doubled = false;
        std::size_t scan = start;
        while (true) {
            const std::size_t quote = text_.find('"', scan);
            if (quote == std::string_view::npos) {
                return unclosed_field(start, first_line);
            }
            if (quote + 1 < text_.size() && text_[quote + 1] == '"') {
                doubled = true;
                scan = quote + 2;
                continue;
            }
            count_lines(start, quote);
            at_ = quote + 1;
            break;
        }
        const std::string_view inner = text_.substr(start, at_ - 1 - start);
        const std::string_view tail =
            plain();  // text behind the closing quote belongs to the field
        if (!doubled && tail.empty()) {
            return inner;
        }
        std::string joined;
        joined.reserve(inner.size() + tail.size());
        for (std::size_t i = 0; i < inner.size(); ++i) {
            joined.push_back(inner[i]);
            i += inner[i] == '"' ? 1U : 0U;
        }
        joined += tail;
        return arena.keep(joined);
    }

    /// A quote without an end is taken as a character, so that one slip does not swallow the rest of the file.
    std::string_view unclosed_field(std::size_t start, std::size_t first_line) {
        if (!unclosed_) {
            quote_line_ = first_line;
        }
        unclosed_ = true;
        at_ = start;
        return plain();
    }

    void count_lines(std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            const bool lone_return = text_[i] == '\r' && (i + 1 >= to || text_[i + 1] != '\n');
            line_ += text_[i] == '\n' || lone_return ? 1U : 0U;
        }
    }

    void end_line() {
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') {
            ++at_;
        }
        ++at_;
        ++line_;
    }
};

bool is_blank(const std::vector<std::string_view>& fields) {
    return std::all_of(fields.begin(), fields.end(), [](std::string_view field) {
        return field.find_first_not_of(" \t") == std::string_view::npos;
    });
}

/// The Humanitarian Exchange Language tags its columns in a second header row: `#geo+lat`.
bool is_tag_row(const std::vector<std::string_view>& fields) {
    std::size_t tags = 0;
    for (const std::string_view field : fields) {
        if (field.empty()) {
            continue;
        }
        if (field.size() < 3 || field[0] != '#' || field[1] < 'a' || field[1] > 'z') {
            return false;
        }
        ++tags;
    }
    return tags >= 2;
}

std::string clean_name(std::string_view field) {
    while (!field.empty() && (field.front() == ' ' || field.front() == '\t')) {
        field.remove_prefix(1);
    }
    while (!field.empty() && (field.back() == ' ' || field.back() == '\t')) {
        field.remove_suffix(1);
    }
    return std::string(field);
}

/// Columns without a name are called "column 3"; of two with one name the second is "name (2)".
void name_columns(Table& table, const std::vector<std::string_view>& header) {
    for (std::size_t i = 0; i < header.size(); ++i) {
        std::string name = clean_name(header[i]);
        if (name.empty()) {
            name = "column " + std::to_string(i + 1);
        }
        std::string unique = name;
        for (int copy = 2; table.column_index(unique) != i; ++copy) {
            unique = name + " (" + std::to_string(copy) + ")";
        }
    }
}

std::string_view skip_separator_line(std::string_view text, char& delimiter) {
    if (text.substr(0, 4) != "sep=" || text.size() < 6 || (text[5] != '\n' && text[5] != '\r')) {
        return text;
    }
    delimiter = text[4];
    text.remove_prefix(text.substr(5, 2) == "\r\n" ? 7 : 6);
    return text;
}

/// What is kept while the rows of one file are read.
struct CsvRead {
    const ReadOptions& options;
    Tables& out;
    Table table;
    std::size_t extra_lines = 0;
    std::size_t width = 0;
    std::size_t short_rows = 0;
    std::size_t long_rows = 0;
    std::size_t first_odd_line = 0;
};

void add_row(CsvRead& read, const std::vector<std::string_view>& fields, std::size_t line) {
    Table& table = read.table;
    table.begin_row(line);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].empty()) {
            continue;
        }
        if (i >= table.columns.size()) {
            (void)table.column_index("column " + std::to_string(table.columns.size() + 1));
        }
        table.add_cell(static_cast<std::uint32_t>(i), fields[i]);
    }
    if (fields.size() != read.width) {
        const bool only_blank_tail = fields.size() > read.width
                                     && std::all_of(
                                         fields.begin() + static_cast<std::ptrdiff_t>(read.width),
                                         fields.end(),
                                         [](std::string_view field) { return field.empty(); });
        if (!only_blank_tail) {
            ++(fields.size() < read.width ? read.short_rows : read.long_rows);
            read.first_odd_line = read.first_odd_line == 0 ? line : read.first_odd_line;
        }
    }
}

void warn_of_odd_rows(CsvRead& read, const CsvCursor& cursor) {
    base::Diagnostics& diagnostics = read.out.diagnostics;
    if (read.short_rows + read.long_rows > 0) {
        diagnostics.warn(
            "csv.width",
            std::to_string(read.short_rows) + " rows have fewer and "
                + std::to_string(read.long_rows) + " have more cells than the header ("
                + std::to_string(read.width) + ")",
            "line " + std::to_string(read.first_odd_line));
    }
    if (cursor.unclosed()) {
        diagnostics.warn(
            "csv.quote",
            "A quotation mark is never closed; it was read as a plain character",
            "line " + std::to_string(cursor.quote_line() + read.extra_lines));
    }
}

base::Status
read_rows(CsvRead& read, CsvCursor& cursor, Progress* progress, const std::stop_token& stop) {
    std::vector<std::string_view> fields;
    bool may_be_tags = true;
    while (!cursor.done()) {
        const std::size_t line = cursor.line() + read.extra_lines;
        cursor.read_row(fields, read.table.arena);
        if (is_blank(fields)) {
            continue;
        }
        if (may_be_tags && is_tag_row(fields)) {
            read.out.diagnostics.note("csv.tags", "A row of column tags was left out", "line 2");
            may_be_tags = false;
            continue;
        }
        may_be_tags = false;
        add_row(read, fields, line);
        if (read.table.row_count() > read.options.limits.features) {
            return base::Error{
                base::ErrorCode::LimitExceeded,
                "The file has more than " + std::to_string(read.options.limits.features)
                    + " rows; raise the limit to read it",
                ""};
        }
        if (read.table.row_count() % 4096 == 0) {
            if (stop.stop_requested()) {
                return base::Error{base::ErrorCode::Cancelled, "Reading was cancelled", ""};
            }
            if (progress != nullptr) {
                progress->done = cursor.offset();
            }
        }
    }
    return base::Done{};
}

}  // namespace

char find_delimiter(std::string_view text) {
    static constexpr std::array<char, 4> kDelimiters = {'\t', ';', ',', '|'};
    const std::string_view head = text.substr(0, std::size_t{1} << 16U);
    char best = '\0';
    double best_score = 0;
    for (const char delimiter : kDelimiters) {
        CsvCursor cursor(head, delimiter);
        TextArena arena;
        std::vector<std::string_view> fields;
        std::size_t width = 0;
        std::size_t same = 0;
        std::size_t rows = 0;
        while (!cursor.done() && rows < 30) {
            cursor.read_row(fields, arena);
            if (is_blank(fields)) {
                continue;
            }
            width = rows == 0 ? fields.size() : width;
            same += fields.size() == width ? 1U : 0U;
            ++rows;
        }
        if (width < 2) {
            continue;
        }
        const double score = static_cast<double>(same) / static_cast<double>(rows)
                             + 0.001 * static_cast<double>(std::min<std::size_t>(width, 100));
        if (score > best_score) {
            best = delimiter;
            best_score = score;
        }
    }
    return best;
}

base::Status read_csv(
    std::string_view text,
    const ReadOptions& options,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop) {
    out.format = "CSV";
    CsvRead read{options, out, {}, 0, 0, 0, 0, 0};
    char delimiter = '\0';
    const std::string_view body = skip_separator_line(text, delimiter);
    read.extra_lines = body.size() == text.size() ? 0 : 1;
    if (delimiter == '\0') {
        delimiter = find_delimiter(body);
    }
    CsvCursor cursor(body, delimiter == '\0' ? ',' : delimiter);
    out.format = delimiter == '\t' ? "TSV" : "CSV";
    if (progress != nullptr) {
        progress->total = body.size();
    }
    std::vector<std::string_view> header;
    std::size_t header_line = 1;
    do {
        header_line = cursor.line() + read.extra_lines;
        if (cursor.done()) {
            return base::Error{
                base::ErrorCode::BadFormat,
                "Expected a table with a header row, found only blank lines",
                ""};
        }
        cursor.read_row(header, read.table.arena);
    } while (is_blank(header));
    if (const std::vector<std::string_view> names = headerless_columns(header); !names.empty()) {
        out.diagnostics.note(
            "csv.no_header",
            "The file has no header; columns were named by their number and content");
        name_columns(read.table, names);
        read.width = header.size();
        add_row(read, header, header_line);
    } else {
        if (looks_like_data(header)) {
            out.diagnostics.warn(
                "csv.header",
                "The first row looks like data and was read as the header",
                "line " + std::to_string(header_line));
        }
        name_columns(read.table, header);
        read.width = read.table.columns.size();
    }
    if (const base::Status status = read_rows(read, cursor, progress, stop); !status) {
        return status;
    }
    warn_of_odd_rows(read, cursor);
    out.tables.push_back(std::move(read.table));
    return base::Done{};
}

}  // namespace salient::io
