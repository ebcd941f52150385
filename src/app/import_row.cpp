#include "app/import_row.hpp"

#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace salient::app {

namespace {

constexpr std::size_t kMostPerCode = 3;

std::string severity_word(base::Severity severity) {
    return severity == base::Severity::Error ? "Lost: " : "";
}

/// Notes that say why the map or the timeline stays empty.
bool is_worth_a_look(std::string_view code) {
    return code == "columns.no_position" || code == "columns.no_date";
}

/// The first of each kind, then how many more there were.
std::vector<std::string> problem_lines(const base::Diagnostics& diagnostics) {
    std::vector<std::string> lines;
    std::map<std::string, std::size_t> seen;
    for (const base::Diagnostic& item : diagnostics.items()) {
        const bool is_passed_over =
            item.severity == base::Severity::Note && !is_worth_a_look(item.code);
        if (is_passed_over || ++seen[item.code] > kMostPerCode) {
            continue;
        }
        lines.push_back(
            severity_word(item.severity) + item.message
            + (item.where.empty() ? "" : ": " + item.where));
    }
    for (const auto& [code, count] : seen) {
        const std::size_t total = diagnostics.count(code);
        if (total > kMostPerCode) {
            lines.push_back(
                std::to_string(total - kMostPerCode) + " more like this (" + code + ")");
        }
    }
    return lines;
}

ui::MappingView mapping_view(const Loaded& loaded) {
    ui::MappingView view;
    for (const std::string& column : loaded.columns) {
        view.columns.push_back({column, ""});
    }
    for (const auto& [role, column] : loaded.mapping->columns) {
        const auto is_it = [&name = column](const auto& each) { return each.name == name; };
        const auto at = std::find_if(view.columns.begin(), view.columns.end(), is_it);
        if (at != view.columns.end()) {
            at->role = std::string(io::role_id(role));
        }
    }
    for (int role = 0; role <= static_cast<int>(io::Role::Confidence); ++role) {
        view.roles.emplace_back(io::role_id(static_cast<io::Role>(role)));
    }
    if (loaded.mapping->date_order) {
        view.month_first = *loaded.mapping->date_order == io::DateOrder::MonthFirst;
    }
    return view;
}

void take_import(const Loaded& loaded, ui::ImportRow& row) {
    const io::ImportReport& import = *loaded.import;
    row.kind = "events";
    row.format = import.format;
    for (const std::string& more : {import.schema, import.encoding}) {
        row.format += more.empty() || more == "generic" ? "" : ", " + more;
    }
    row.rows = import.features;
    row.accepted = import.accepted;
    row.guessed = import.guessed;
    row.rejected = import.rejected;
    if (import.first_date && import.last_date) {
        row.days = time::display_text(time::days_span(*import.first_date, *import.last_date));
    }
    for (const io::RejectedRow& rejected : import.rejected_rows) {
        row.rejected_lines.push_back({rejected.line, rejected.reason, rejected.text});
    }
    for (const std::string& line : problem_lines(import.diagnostics)) {
        row.problems.push_back(line);
    }
    for (const std::string& link : import.not_followed) {
        row.problems.push_back("Not followed: " + link);
    }
    if (loaded.mapping && !loaded.columns.empty()) {
        row.mapping = mapping_view(loaded);
    }
}

std::string counted(std::size_t count, const char* word) {
    return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

}  // namespace

ui::ImportRow import_row(const Loaded& loaded) {
    ui::ImportRow row;
    row.path = loaded.path;
    row.kind = loaded.control ? "control areas" : !loaded.articles.empty() ? "article" : "events";
    if (!loaded.import) {
        row.problems = problem_lines(loaded.diagnostics);
    }
    row.rows = loaded.events.size();
    row.accepted = loaded.events.size();
    for (std::size_t i = 0; i < loaded.events.size(); ++i) {
        const events::EventGlance event = loaded.events.glance(i);
        row.undated += event.time ? 0U : 1U;
        row.unlocated += event.point ? 0U : 1U;
    }
    if (loaded.import) {
        take_import(loaded, row);
    }
    return row;
}

bool wants_a_look(const io::ImportReport& import) {
    return import.diagnostics.count("columns.no_position")
               + import.diagnostics.count("columns.no_date")
               + import.diagnostics.count("date.order")
           > 0;
}

std::string summary_text(const ui::ImportRow& row) {
    if (row.kind == "control areas") {
        return row.file + ": control areas loaded";
    }
    std::string text = row.file + ": " + counted(row.added, "event") + " added";
    if (row.changed > 0) {
        text += ", " + std::to_string(row.changed) + " changed";
    }
    if (row.removed > 0) {
        text += ", " + std::to_string(row.removed) + " removed";
    }
    if (row.rejected > 0) {
        text += ", " + counted(row.rejected, "row") + " rejected";
    }
    return text;
}

std::string report_text(const ui::ImportRow& row) {
    std::string text =
        row.path + "\n" + row.kind + (row.format.empty() ? "" : ", " + row.format) + "\n";
    text += counted(row.rows, "row") + " = " + std::to_string(row.accepted) + " accepted + "
            + std::to_string(row.guessed) + " with a guess + " + std::to_string(row.rejected)
            + " rejected\n";
    text += std::to_string(row.added) + " added, " + std::to_string(row.changed) + " changed, "
            + std::to_string(row.removed) + " removed, " + std::to_string(row.undated)
            + " undated, " + std::to_string(row.unlocated) + " unlocated\n";
    if (!row.days.empty()) {
        text += row.days + "\n";
    }
    for (const std::string& problem : row.problems) {
        text += problem + "\n";
    }
    for (const ui::RejectedLine& line : row.rejected_lines) {
        text += "line " + std::to_string(line.line) + ": " + line.reason + "\n";
    }
    return text + "\n";
}

std::string rejected_text(const ui::ImportRow& row) {
    std::string text;
    for (const ui::RejectedLine& line : row.rejected_lines) {
        text += "# " + row.file + ":" + std::to_string(line.line) + ": " + line.reason + "\n";
        text += line.text + "\n";
    }
    return text;
}

io::ColumnMapping mapping_of(const session::MapColumns& command) {
    io::ColumnMapping mapping;
    for (const auto& [role, column] : command.roles) {
        if (const auto known = io::role_from_id(role)) {
            mapping.columns.emplace_back(*known, column);
        }
    }
    if (command.month_first) {
        mapping.date_order =
            *command.month_first ? io::DateOrder::MonthFirst : io::DateOrder::DayFirst;
    }
    return mapping;
}

}  // namespace salient::app
