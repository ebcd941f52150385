#include "io/csv_reader.hpp"

#include "io/headerless.hpp"
#include "io/table_header.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace salient::io {

namespace {

constexpr std::size_t kRowsBetweenChecks = 4096;

/// Walks over the fields of delimited text.
class CsvCursor {
public:
    CsvCursor(std::string_view text, char delimiter, std::size_t at = 0)
        : text_(text),
          delimiter_(delimiter),
          at_(at) {}

    [[nodiscard]] bool done() const { return at_ >= text_.size(); }
    [[nodiscard]] std::size_t offset() const { return at_; }
    /// The same text from another place on.
    [[nodiscard]] CsvCursor from(std::size_t at) const { return {text_, delimiter_, at}; }
    [[nodiscard]] bool unclosed() const { return unclosed_; }
    /// Some field goes on behind its closing quote.
    [[nodiscard]] bool has_tail() const { return has_tail_; }
    /// Where the quote that never closes stands.
    [[nodiscard]] std::size_t quote_offset() const { return quote_offset_; }

    /// Reads one row into `fields`. Doubled quotes are resolved in `arena`.
    void read_row(std::vector<std::string_view>& fields, RowArena& arena) {
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
    bool unclosed_ = false;
    bool has_tail_ = false;
    std::size_t quote_offset_ = 0;

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

    std::string_view quoted(RowArena& arena) {
        const std::size_t start = at_ + 1;
        bool doubled = false;
        std::size_t scan = start;
        while (true) {
            const std::size_t quote = text_.find('"', scan);
            if (quote == std::string_view::npos) {
                return unclosed_field(start);
            }
            if (quote + 1 < text_.size() && text_[quote + 1] == '"') {
                doubled = true;
                scan = quote + 2;
                continue;
            }
            at_ = quote + 1;
            break;
        }
        const std::string_view inner = text_.substr(start, at_ - 1 - start);
        const std::string_view tail =
            plain();  // text behind the closing quote belongs to the field
        has_tail_ = has_tail_ || tail.find_first_not_of(' ') != std::string_view::npos;
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
    std::string_view unclosed_field(std::size_t start) {
        if (!unclosed_) {
            quote_offset_ = start - 1;
        }
        unclosed_ = true;
        at_ = start;
        return plain();
    }

    void end_line() {
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') {
            ++at_;
        }
        ++at_;
    }
};

bool is_blank(const std::vector<std::string_view>& fields) {
    return std::all_of(fields.begin(), fields.end(), [](std::string_view field) {
        return field.find_first_not_of(" \t") == std::string_view::npos;
    });
}

std::string_view skip_separator_line(std::string_view text, char& delimiter) {
    if (text.substr(0, 4) != "sep=" || text.size() < 6 || (text[5] != '\n' && text[5] != '\r')) {
        return text;
    }
    delimiter = text[4];
    text.remove_prefix(text.substr(5, 2) == "\r\n" ? 7 : 6);
    return text;
}

bool has_only(std::string_view text, char delimiter) {
    return std::all_of(text.begin(), text.end(), [delimiter](char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == delimiter;
    });
}

/// Rows of one delimited text, by where they begin.
class CsvSource : public RowSource {
public:
    CsvSource(
        std::string_view text,
        char delimiter,
        std::size_t columns,
        std::uint64_t max_field_bytes)
        : text_(text),
          delimiter_(delimiter),
          columns_(columns),
          max_field_bytes_(max_field_bytes) {}

    /// Finds where rows begin from `at` on. @errors LimitExceeded, Cancelled
    base::Status find_rows(
        std::size_t at,
        const ReadOptions& options,
        Progress* progress,
        const std::stop_token& stop);
    void add_row_at(std::size_t offset) { starts_.push_back(offset); }
    [[nodiscard]] std::optional<std::size_t> open_quote() const { return open_quote_; }
    [[nodiscard]] std::optional<std::size_t> odd_quote() const { return odd_quote_; }
    [[nodiscard]] bool has_tag_row() const { return has_tag_row_; }

    [[nodiscard]] std::size_t row_count() const override { return starts_.size(); }
    void read(std::size_t index, RowScratch& out) const override;
    [[nodiscard]] std::string_view text(std::size_t index) const override {
        const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] : text_.size();
        return text_.substr(starts_[index], end - starts_[index]);
    }
    [[nodiscard]] std::size_t line(std::size_t index, RowScratch& scratch) const override {
        return line_at(text_, starts_[index], scratch);
    }
    [[nodiscard]] bool has_shapes() const override { return false; }
    [[nodiscard]] bool is_thread_safe() const override { return true; }
    [[nodiscard]] std::shared_ptr<const RowSource> with_columns(
        const std::vector<std::string>& /*columns*/) const override {
        return nullptr;
    }

private:
    std::string_view text_;
    char delimiter_;
    std::size_t columns_;
    std::uint64_t max_field_bytes_;
    std::vector<std::size_t> starts_;
    std::optional<std::size_t> open_quote_;
    std::optional<std::size_t>
        odd_quote_;  // row over several lines with text behind a closing quote
    bool has_tag_row_ = false;

    [[nodiscard]] std::size_t row_end(std::size_t at, std::size_t line_end);
    [[nodiscard]] bool holds_tags(std::string_view row, std::size_t start) const;
    void split_plain(std::string_view row, std::vector<std::string_view>& cells) const;
};

/// A row with quotes in it, or with line ends of an old Macintosh, is walked field by field.
std::size_t CsvSource::row_end(std::size_t at, std::size_t line_end) {
    const std::string_view line = text_.substr(at, line_end - at);
    const std::size_t carriage = line.find('\r');
    const bool plain_end = carriage == std::string_view::npos || carriage + 1 == line.size();
    if (plain_end && line.find('"') == std::string_view::npos) {
        return std::min(line_end + 1, text_.size());
    }
    CsvCursor cursor(text_, delimiter_, at);
    std::vector<std::string_view> fields;
    RowArena arena;
    cursor.read_row(fields, arena);
    if (cursor.unclosed() && !open_quote_) {
        open_quote_ = cursor.quote_offset();
    }
    const bool is_several_lines = cursor.offset() > line_end + 1;
    if (cursor.has_tail() && is_several_lines && !odd_quote_) {
        odd_quote_ = at;
    }
    return cursor.offset();
}

bool CsvSource::holds_tags(std::string_view row, std::size_t start) const {
    if (row.find('#') == std::string_view::npos) {
        return false;
    }
    std::vector<std::string_view> fields;
    RowArena arena;
    CsvCursor(text_, delimiter_, start).read_row(fields, arena);
    return is_tag_row(fields);
}

base::Status CsvSource::find_rows(
    std::size_t at,
    const ReadOptions& options,
    Progress* progress,
    const std::stop_token& stop) {
    bool may_be_tags = true;
    std::size_t line_end = 0;
    while (at < text_.size()) {
        line_end = line_end > at ? line_end : std::min(text_.find('\n', at), text_.size());
        const std::size_t end = row_end(at, line_end);
        const std::size_t start = std::exchange(at, end);
        const char first = text_[start];
        const bool may_be_blank =
            first == ' ' || first == '\t' || first == '\r' || first == '\n' || first == delimiter_;
        std::string_view row = text_.substr(start, end - start);
        if (!row.empty() && row.back() == '\n') {
            row.remove_suffix(1);
        }
        if (may_be_blank && has_only(row, delimiter_)) {
            continue;
        }
        if (std::exchange(may_be_tags, false) && holds_tags(row, start)) {
            has_tag_row_ = true;
            continue;
        }
        starts_.push_back(start);
        if (starts_.size() > options.limits.features) {
            return base::Error{
                base::ErrorCode::LimitExceeded,
                "The file has more than " + std::to_string(options.limits.features)
                    + " rows; raise --max-features to read it",
                ""};
        }
        if (starts_.size() % kRowsBetweenChecks == 0 && stop.stop_requested()) {
            return base::Error{base::ErrorCode::Cancelled, "Reading was cancelled", ""};
        }
        if (starts_.size() % kRowsBetweenChecks == 0 && progress != nullptr) {
            progress->done = at;
        }
    }
    return base::Done{};
}

/// A row without quotes.
void CsvSource::split_plain(std::string_view row, std::vector<std::string_view>& cells) const {
    cells.clear();
    std::size_t at = 0;
    for (std::size_t next = row.find(delimiter_); next != std::string_view::npos;
         next = row.find(delimiter_, at)) {
        cells.push_back(row.substr(at, next - at));
        at = next + 1;
    }
    cells.push_back(row.substr(at));
}

void CsvSource::read(std::size_t index, RowScratch& out) const {
    out.arena.clear();
    out.new_columns.clear();
    out.problem.clear();
    out.shape = Shape();
    const std::string_view row = text(index);
    if (row.find('"') == std::string_view::npos
        && row.find('\r') >= row.size() - std::min<std::size_t>(row.size(), 2)) {
        split_plain(row.substr(0, row.find_last_not_of("\r\n") + 1), out.cells);
    } else {
        CsvCursor(text_, delimiter_, starts_[index]).read_row(out.cells, out.arena);
    }
    if (row.size() > max_field_bytes_
        && std::any_of(out.cells.begin(), out.cells.end(), [this](std::string_view cell) {
               return cell.size() > max_field_bytes_;
           })) {
        out.problem = "A cell has more than " + std::to_string(max_field_bytes_)
                      + " bytes; raise --max-field-bytes to read it";
    }
    out.missing_cells = out.cells.size() < columns_;
    while (out.cells.size() > columns_ && out.cells.back().empty()) {
        out.cells.pop_back();
    }
    for (std::size_t i = columns_; i < out.cells.size(); ++i) {
        out.new_columns.push_back("column " + std::to_string(i + 1));
    }
    out.cells.resize(std::max(out.cells.size(), columns_));
}

/// Reads the header: the first row that is neither blank nor a title above it. @return where it begins
/// @param titles  number of rows that stand above it
base::Result<std::size_t> read_header(
    CsvCursor& cursor,
    std::vector<std::string_view>& header,
    RowArena& arena,
    std::size_t& titles) {
    constexpr std::size_t most_bytes = std::size_t{1} << 16U;
    const std::size_t begin = cursor.offset();
    std::vector<std::size_t> filled;
    std::vector<std::size_t> starts;
    while (!cursor.done() && filled.size() < kHeaderRows
           && (filled.empty() || cursor.offset() - begin < most_bytes)) {
        const std::size_t at = cursor.offset();
        arena.clear();
        cursor.read_row(header, arena);
        if (!is_blank(header)) {
            filled.push_back(count_filled(header));
            starts.push_back(at);
        }
    }
    if (filled.empty()) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected a table with a header row, found only blank lines",
            ""};
    }
    titles = header_row(filled);
    cursor = cursor.from(starts[titles]);
    arena.clear();
    cursor.read_row(header, arena);
    return starts[titles];
}

/// Of several that are equally frequent the first; 0 for none.
std::size_t most_frequent(const std::vector<std::size_t>& values) {
    std::size_t best = 0;
    std::ptrdiff_t most = 0;
    for (const std::size_t value : values) {
        const auto count = std::count(values.begin(), values.end(), value);
        if (count > most) {
            most = count;
            best = value;
        }
    }
    return best;
}

}  // namespace

char find_delimiter(std::string_view text) {
    static constexpr std::array<char, 4> kDelimiters = {'\t', ';', ',', '|'};
    const std::string_view head = text.substr(0, std::size_t{1} << 16U);
    char best = '\0';
    double best_score = 0;
    for (const char delimiter : kDelimiters) {
        CsvCursor cursor(head, delimiter);
        RowArena arena;
        std::vector<std::string_view> fields;
        std::vector<std::size_t> widths;
        while (!cursor.done() && widths.size() < 30) {
            cursor.read_row(fields, arena);
            if (!is_blank(fields)) {
                widths.push_back(fields.size());
            }
        }
        const std::size_t rows = widths.size();
        const std::size_t width = most_frequent(widths);
        const auto same = std::count(widths.begin(), widths.end(), width);
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
    char delimiter = '\0';
    const std::string_view body = skip_separator_line(text, delimiter);
    const auto skipped = static_cast<std::size_t>(body.data() - text.data());
    if (delimiter == '\0') {
        delimiter = find_delimiter(body);
    }
    delimiter = delimiter == '\0' ? ',' : delimiter;
    out.format = delimiter == '\t' ? "TSV" : "CSV";
    if (progress != nullptr) {
        progress->total = text.size();
    }
    CsvCursor cursor(text, delimiter, skipped);
    std::vector<std::string_view> header;
    RowArena arena;
    std::size_t titles = 0;
    const base::Result<std::size_t> header_at = read_header(cursor, header, arena, titles);
    if (!header_at) {
        return header_at.error();
    }
    if (is_knowledge_graph(header)) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected events, found GDELT's knowledge graph (GKG), which lists articles and what "
            "they mention. Its export of events can be read",
            ""};
    }
    if (titles > 0) {
        out.diagnostics.note(
            "table.title",
            std::to_string(titles) + (titles == 1 ? " row" : " rows") + " above the header "
                + (titles == 1 ? "was" : "were") + " left out");
    }
    Table table;
    const std::vector<std::string_view> known = headerless_columns(header);
    add_columns(table, known.empty() ? header : known);
    const auto source = std::make_shared<CsvSource>(
        text,
        delimiter,
        table.columns.size(),
        options.limits.field_bytes);
    if (!known.empty()) {
        out.diagnostics.note(
            "csv.no_header",
            "The file has no header; columns were named by their number and content");
        source->add_row_at(*header_at);
    } else if (looks_like_data(header)) {
        out.diagnostics.warn(
            "csv.header",
            "The first row looks like data and was read as the header",
            "line 1");
    }
    if (base::Status status = source->find_rows(cursor.offset(), options, progress, stop);
        !status) {
        return status;
    }
    if (source->has_tag_row()) {
        out.diagnostics.note("csv.tags", "A row of column tags was left out", "line 2");
    }
    if (const auto quote = source->open_quote()) {
        RowScratch scratch;
        out.diagnostics.warn(
            "csv.quote",
            "A quotation mark is never closed; it was read as a plain character",
            "line " + std::to_string(line_at(text, *quote, scratch)));
    }
    if (const auto row = source->odd_quote()) {
        RowScratch scratch;
        out.diagnostics.warn(
            "csv.odd_quote",
            "A cell over several lines has text behind its closing quotation mark: a mark may be "
            "missing, and the rows below be part of the cell",
            "line " + std::to_string(line_at(text, *row, scratch)));
    }
    table.source = source;
    out.tables.push_back(std::move(table));
    return base::Done{};
}

}  // namespace salient::io
