#include "app/control_figures.hpp"
#include "base/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <utility>

namespace salient::app {

namespace {

using Json = nlohmann::ordered_json;

/// 109,360.7
std::string grouped(double value) {
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "%.1f", std::abs(value));
    std::string text = buffer;
    for (std::size_t at = text.find('.'); at > 3; at -= 3) {
        text.insert(at - 3, ",");
    }
    return value < 0 ? "-" + text : text;
}

std::string with_sign(double value) {
    return value < 0.05 && value > -0.05 ? "0.0" : (value > 0 ? "+" : "") + grouped(value);
}

/// Rows of text in columns; the first row is the heading. Columns of numbers stand at the right.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> heading) { add(std::move(heading)); }
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    [[nodiscard]] std::string text(const std::string& indent = "") const {
        std::vector<std::size_t> widths(rows_.front().size());
        for (const auto& row : rows_) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                widths[i] = std::max(widths[i], width(row[i]));
            }
        }
        std::string out;
        for (const auto& row : rows_) {
            std::string line = indent;
            for (std::size_t i = 0; i < row.size(); ++i) {
                const std::string padding(widths[i] - width(row[i]), ' ');
                const bool right = is_number(i);
                line += (i > 0 ? "  " : "") + (right ? padding + row[i] : row[i] + padding);
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out += line + "\n";
        }
        return out;
    }

private:
    std::vector<std::vector<std::string>> rows_;

    static std::size_t width(const std::string& text) {
        return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    }
    [[nodiscard]] bool is_number(std::size_t column) const {
        return column > 0 && std::all_of(rows_.begin() + 1, rows_.end(), [column](const auto& row) {
                   const std::string& text = row[column];
                   return text.find_first_not_of("0123456789.,+-") == std::string::npos;
               });
    }
};

std::string text_of(const Json& row, const char* key) {
    return base::printable(row[key].get<std::string>());
}

double number_of(const Json& row, const char* key) {
    return row[key].get<double>();
}

std::string days_text(int days) {
    return std::to_string(days) + (days == 1 ? " day" : " days");
}

const char* class_heading(const std::string& area_class) {
    static const std::map<std::string, const char*> kHeadings{
        {"occupied", "since 2022"},
        {"occupied_before", "before 2022"},
        {"contested", "contested*"},
        {"liberated", "liberated*"},
        {"incursion", "in Russia"},
        {"editorial", "marked*"},
        {"home", "at home*"}};
    const auto found = kHeadings.find(area_class);
    return found == kHeadings.end() ? "other" : found->second;
}

using ClassKey = std::pair<std::string, std::string>;

std::vector<ClassKey> classes_in(const Json& snapshots) {
    std::vector<ClassKey> keys;
    for (const Json& row : snapshots) {
        for (const Json& part : row["classes"]) {
            ClassKey key(part["holder"].get<std::string>(), part["class"].get<std::string>());
            if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
                keys.push_back(std::move(key));
            }
        }
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::string class_km2(const Json& row, const ClassKey& key) {
    for (const Json& part : row["classes"]) {
        if (part["holder"] == key.first && part["class"] == key.second) {
            return grouped(number_of(part, "km2"));
        }
    }
    return "";
}

/// Days without a snapshot before a day, by that day's gap.
std::map<std::string, int> gaps_before(const Json& figures) {
    std::map<std::string, int> result;
    const Json& snapshots = figures["snapshots"];
    for (const Json& gap : figures["gaps"]) {
        for (const Json& row : snapshots) {
            if (row["date"] > gap["last"]) {
                result[row["date"].get<std::string>()] = gap["days"].get<int>();
                break;
            }
        }
    }
    return result;
}

/// The columns that the table of snapshots has beside date, Russia and the note.
struct SnapshotColumns {
    bool has_ukraine = false;
    std::vector<ClassKey> classes;  ///< empty when there is one only
};

SnapshotColumns columns_of(const Json& snapshots) {
    SnapshotColumns columns;
    columns.has_ukraine = std::any_of(snapshots.begin(), snapshots.end(), [](const Json& row) {
        return row["held_by_ukraine_km2"].get<double>() > 0;
    });
    columns.classes = classes_in(snapshots);
    if (columns.classes.size() == 1) {
        columns.classes.clear();
    }
    return columns;
}

std::vector<std::string> heading_of(const SnapshotColumns& columns) {
    std::vector<std::string> heading{"date", "Russia holds", "change"};
    if (columns.has_ukraine) {
        heading.insert(heading.end(), {"Ukraine holds", "change"});
    }
    for (const ClassKey& key : columns.classes) {
        const std::string holder = key.first == "russia" ? "Russia " : "Ukraine ";
        heading.push_back((key.second == "home" ? holder : "") + class_heading(key.second));
    }
    heading.emplace_back("");
    return heading;
}

/// @param before  the snapshot before; nullptr: there is none
std::vector<std::string>
cells_of(const SnapshotColumns& columns, const Json& row, const Json* before) {
    std::vector<std::string> cells{row["date"].get<std::string>()};
    const auto add_held = [&](const char* key) {
        const double km2 = number_of(row, key);
        cells.push_back(grouped(km2));
        cells.push_back(before != nullptr ? with_sign(km2 - number_of(*before, key)) : "");
    };
    add_held("held_by_russia_km2");
    if (columns.has_ukraine) {
        add_held("held_by_ukraine_km2");
    }
    for (const ClassKey& key : columns.classes) {
        cells.push_back(class_km2(row, key));
    }
    return cells;
}

std::string snapshot_table(const Json& figures) {
    const Json& snapshots = figures["snapshots"];
    const SnapshotColumns columns = columns_of(snapshots);
    TextTable table(heading_of(columns));
    const std::map<std::string, int> gaps = gaps_before(figures);
    const Json* before = nullptr;
    for (const Json& row : snapshots) {
        std::vector<std::string> cells = cells_of(columns, row, before);
        std::string note = row["unchanged"].get<bool>() ? "unchanged" : "";
        if (const auto gap = gaps.find(cells.front()); gap != gaps.end() && before != nullptr) {
            note +=
                (note.empty() ? "" : ", ") + days_text(gap->second) + " without a snapshot before";
        }
        cells.push_back(std::move(note));
        table.add(std::move(cells));
        before = &row;
    }
    const bool starred =
        std::any_of(columns.classes.begin(), columns.classes.end(), [](const ClassKey& key) {
            return std::string_view(class_heading(key.second)).ends_with('*');
        });
    return table.text() + (starred ? "* not counted as held\n" : "");
}

std::string gap_text(const Json& figures) {
    std::string out;
    if (!figures["gaps"].empty()) {
        out += "\nDays without a snapshot\n";
        for (const Json& gap : figures["gaps"]) {
            out += "  " + text_of(gap, "first");
            if (gap["first"] != gap["last"]) {
                out += " to " + text_of(gap, "last");
            }
            out += " (" + days_text(gap["days"].get<int>()) + ")\n";
        }
    }
    if (!figures["unchanged"].empty()) {
        out += "\nUnchanged days: " + std::to_string(figures["unchanged"].size()) + "\n";
    }
    return out;
}

std::string aged(const std::string& date, int age_days) {
    return age_days == 0 ? date : date + " (" + days_text(age_days) + " old)";
}

std::string holder_name(const Json& row) {
    const std::string holder = row["holder"].get<std::string>();
    return holder == "russia" ? "Russia" : "Ukraine";
}

std::string change_text(const Json& change) {
    if (change.empty()) {
        return "\nNothing held on either day\n";
    }
    const Json& first = change.front();
    std::string out = "\nFrom " + aged(text_of(first, "from"), first["from_age_days"].get<int>())
                      + " to " + aged(text_of(first, "to"), first["to_age_days"].get<int>()) + "\n";
    TextTable table({"holder", "before", "after", "gained", "lost"});
    for (const Json& row : change) {
        table.add(
            {holder_name(row),
             grouped(number_of(row, "before_km2")),
             grouped(number_of(row, "after_km2")),
             grouped(number_of(row, "gained_km2")),
             grouped(number_of(row, "lost_km2"))});
    }
    return out + table.text("  ");
}

std::string region_text(const Json& regions) {
    const bool compared = !regions.empty() && regions.front().contains("gained_km2");
    std::vector<std::string> heading{"region", "holder", "km²"};
    if (compared) {
        heading.insert(heading.end(), {"gained", "lost"});
    }
    TextTable table(std::move(heading));
    for (const Json& row : regions) {
        std::vector<std::string> cells{
            text_of(row, "region"),
            holder_name(row),
            grouped(number_of(row, "km2"))};
        if (compared) {
            cells.push_back(grouped(number_of(row, "gained_km2")));
            cells.push_back(grouped(number_of(row, "lost_km2")));
        }
        table.add(std::move(cells));
    }
    return "\nBy region\n" + table.text("  ");
}

std::string at_text(const Json& row) {
    return "\nOn " + text_of(row, "day") + " the snapshot of "
           + aged(text_of(row, "date"), row["age_days"].get<int>()) + " holds: Russia "
           + grouped(number_of(row, "held_by_russia_km2")) + ", Ukraine "
           + grouped(number_of(row, "held_by_ukraine_km2")) + "\n";
}

std::string comparison_text(const Json& comparison) {
    std::string out = "On " + text_of(comparison, "day") + "\n";
    const char* labels[] = {"  A: ", "  B: "};
    for (std::size_t i = 0; i < comparison["sources"].size() && i < 2; ++i) {
        const Json& source = comparison["sources"][i];
        out += labels[i] + text_of(source, "source") + ", "
               + aged(text_of(source, "date"), source["age_days"].get<int>()) + "\n";
    }
    TextTable table({"holder", "both", "only A", "only B"});
    for (const Json& row : comparison["holders"]) {
        table.add(
            {holder_name(row),
             grouped(number_of(row, "agreed_km2")),
             grouped(number_of(row, "only_first_km2")),
             grouped(number_of(row, "only_second_km2"))});
    }
    return out + table.text("  ");
}

}  // namespace

std::string control_text(const Json& figures) {
    if (figures.contains("comparison")) {
        return comparison_text(figures["comparison"]) + text_of(figures, "method") + "\n";
    }
    const std::size_t count = figures["snapshots"].size();
    std::string out = text_of(figures, "source") + ": " + std::to_string(count)
                      + (count == 1 ? " snapshot" : " snapshots") + "\n"
                      + text_of(figures, "method") + "\n\n" + snapshot_table(figures)
                      + gap_text(figures);
    if (figures.contains("change")) {
        out += change_text(figures["change"]);
    }
    if (figures.contains("at")) {
        out += at_text(figures["at"]);
    }
    if (figures.contains("regions")) {
        out += region_text(figures["regions"]);
    }
    return out;
}

}  // namespace salient::app
