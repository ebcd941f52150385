#include "io/readers.hpp"

#include <algorithm>
#include <array>

namespace salient::io {

namespace {

constexpr std::size_t kSampleLines = 20;

/// How often each separator stands outside quotes in the first lines, and whether every line has as many.
char guess_separator(std::string_view text) {
    static constexpr std::array<char, 4> kSeparators = {'\t', ';', ',', '|'};
    std::array<std::vector<std::size_t>, 4> counts;
    std::array<std::size_t, 4> now = {};
    bool quoted = false;
    std::size_t lines = 0;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        if (c == '\n' && !quoted) {
            for (std::size_t s = 0; s < 4; ++s) {
                counts.at(s).push_back(now.at(s));
            }
            now = {};
            if (++lines == kSampleLines) {
                break;
            }
        } else if (!quoted) {
            for (std::size_t s = 0; s < 4; ++s) {
                now.at(s) += c == kSeparators.at(s) ? 1U : 0U;
            }
        }
    }
    if (lines == 0) {
        for (std::size_t s = 0; s < 4; ++s) {
            counts.at(s).push_back(now.at(s));
        }
    }
    std::size_t best = 2;
    double best_score = 0;
    for (std::size_t s = 0; s < 4; ++s) {
        const std::size_t first = counts.at(s).front();
        const auto same =
            static_cast<double>(std::count(counts.at(s).begin(), counts.at(s).end(), first));
        const double score = first == 0 ? 0
                                        : static_cast<double>(first) * same
                                              / static_cast<double>(counts.at(s).size());
        if (score > best_score) {
            best_score = score;
            best = s;
        }
    }
    return kSeparators.at(best);
}

/// Cuts a text into rows of cells; knows the line each row begins at.
class CsvReader {
public:
    CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    [[nodiscard]] bool done() const { return at_ >= text_.size(); }
    [[nodiscard]] std::size_t line() const { return line_; }
    [[nodiscard]] bool unclosed() const { return unclosed_; }
    [[nodiscard]] std::size_t longest_cell() const { return longest_; }

    std::vector<std::string> next() {
        std::vector<std::string> cells;
        for (;;) {
            cells.push_back(cell());
            longest_ = std::max(longest_, cells.back().size());
            if (at_ >= text_.size()) {
                break;
            }
            const char c = text_[at_++];
            if (c == separator_) {
                continue;
            }
            if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') {
                ++at_;
            }
            ++line_;
            break;
        }
        return cells;
    }

private:
    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t longest_ = 0;
    bool unclosed_ = false;

    /// Up to the separator or the end of the line, which stay.
    std::string cell() {
        std::string out;
        if (at_ < text_.size() && text_[at_] == '"') {
            ++at_;
            quoted(out);
        }
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n'
               && !(text_[at_] == '\r')) {
            out.push_back(text_[at_++]);
        }
        return out;
    }

    void quoted(std::string& out) {
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == '"') {
                if (at_ >= text_.size() || text_[at_] != '"') {
                    return;
                }
                ++at_;
            }
            line_ += c == '\n' ? 1U : 0U;
            out.push_back(c);
        }
        unclosed_ = true;
    }
};

bool is_blank(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return cell.find_first_not_of(" \t") == std::string::npos;
    });
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789.+-eE") == std::string_view::npos
           && text.find_first_of("0123456789") != std::string_view::npos;
}

/// A header has no numbers and no empty first cell's row of figures.
bool looks_like_header(const std::vector<std::string>& cells) {
    const auto numbers = std::count_if(cells.begin(), cells.end(), [](const std::string& cell) {
        return is_number(cell);
    });
    return numbers * 5 < static_cast<std::ptrdiff_t>(cells.size()) || cells.size() == 1;
}

bool is_tag_row(const std::vector<std::string>& cells) {
    std::size_t tags = 0;
    std::size_t filled = 0;
    for (const std::string& cell : cells) {
        filled += cell.empty() ? 0U : 1U;
        tags += !cell.empty() && cell.front() == '#' ? 1U : 0U;
    }
    return filled > 0 && tags == filled;
}

void name_columns(Table& table, const std::vector<std::string>& header) {
    for (std::string name : header) {
        const std::size_t first = name.find_first_not_of(" \t");
        const std::size_t last = name.find_last_not_of(" \t");
        name = first == std::string::npos ? "" : name.substr(first, last - first + 1);
        if (name.empty()) {
            name = "column " + std::to_string(table.columns.size() + 1);
        }
        while (std::find(table.columns.begin(), table.columns.end(), name) != table.columns.end()) {
            name += " (2)";
        }
        table.columns.push_back(std::move(name));
    }
}

base::Error too_large(const std::string& what, const std::string& path, std::size_t line) {
    return {base::ErrorCode::LimitExceeded, what, path + ":" + std::to_string(line)};
}

}  // namespace

base::Result<Table> read_csv(
    std::string_view text,
    const std::string& path,
    const ReadLimits& limits,
    base::Diagnostics& diagnostics) {
    if (text.find('\0') != std::string_view::npos) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected a table of text, found binary data",
            path + "@" + std::to_string(text.find('\0'))};
    }
    Table table;
    table.format = "CSV";
    std::size_t skipped_lines = 0;
    char separator = 0;
    if (text.substr(0, 4) == "sep=" && text.size() > 5) {
        separator = text[4];
        text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
        skipped_lines = 1;
    } else {
        separator = guess_separator(text);
    }
    CsvReader reader(text, separator);
    std::size_t ragged = 0;
    std::size_t first_ragged = 0;
    bool first = true;
    while (!reader.done()) {
        const std::size_t line = reader.line() + skipped_lines;
        std::vector<std::string> cells = reader.next();
        if (reader.unclosed()) {
            return base::Error{
                base::ErrorCode::BadFormat,
                "A quote is opened and never closed",
                path + ":" + std::to_string(line)};
        }
        if (reader.longest_cell() > limits.max_field_bytes) {
            return too_large(
                "A cell is longer than " + std::to_string(limits.max_field_bytes) + " bytes",
                path,
                line);
        }
        if (is_blank(cells)) {
            continue;
        }
        if (first) {
            first = false;
            table.has_header = looks_like_header(cells);
            if (table.has_header) {
                name_columns(table, cells);
                continue;
            }
            name_columns(table, std::vector<std::string>(cells.size()));
        }
        if (table.rows.empty() && is_tag_row(cells)) {
            diagnostics.note(
                "csv.tags",
                "A row of HXL tags was taken as such",
                path + ":" + std::to_string(line));
            continue;
        }
        if (cells.size() != table.columns.size()) {
            first_ragged = ++ragged == 1 ? line : first_ragged;
            while (table.columns.size() < cells.size()) {
                table.columns.push_back("column " + std::to_string(table.columns.size() + 1));
            }
        }
        Row row;
        row.cells = std::move(cells);
        row.line = line;
        table.rows.push_back(std::move(row));
        if (table.rows.size() > limits.max_features) {
            return too_large(
                "More than " + std::to_string(limits.max_features)
                    + " rows; --max-features raises the limit",
                path,
                line);
        }
    }
    if (table.rows.empty()) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected rows of a table, found none",
            path};
    }
    if (ragged > 0 && table.has_header) {
        diagnostics.warn(
            "csv.ragged",
            std::to_string(ragged) + " rows have more or fewer cells than the header",
            path + ":" + std::to_string(first_ragged));
    }
    for (Row& row : table.rows) {
        row.cells.resize(table.columns.size());
    }
    return table;
}

}  // namespace salient::io
