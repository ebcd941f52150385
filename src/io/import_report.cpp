#include "io/import_report.hpp"

#include "base/utf8.hpp"
#include "events/types.hpp"
#include "io/column_mapping.hpp"
#include "io/csv_cell.hpp"
#include "time/text.hpp"
#include "time/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iomanip>
#include <iterator>
#include <sstream>
#include <string_view>

namespace salient::io {

namespace {

using Json = nlohmann::ordered_json;

Json day_json(const std::optional<std::chrono::sys_days>& day) {
    return day ? Json(time::iso_day(*day)) : Json(nullptr);
}

/// One entry a code: the first message in full, how often it came, and where.
Json diagnostics_json(const base::Diagnostics& diagnostics, bool notes) {
    Json list = Json::array();
    for (const base::Diagnostic& item : diagnostics.items()) {
        if ((item.severity == base::Severity::Note) != notes) {
            continue;
        }
        const auto same = [&item](const Json& entry) { return entry["code"] == item.code; };
        auto found = std::find_if(list.begin(), list.end(), same);
        if (found == list.end()) {
            list.push_back(
                {{"code", item.code},
                 {"severity", base::severity_id(item.severity)},
                 {"message", base::printable(item.message)},
                 {"count", diagnostics.count(item.code)},
                 {"where", Json::array()}});
            found = std::prev(list.end());
        }
        if (!item.where.empty()) {
            (*found)["where"].push_back(base::printable(item.where));
        }
    }
    return list;
}

Json rejected_json(const ImportReport& report) {
    Json list = Json::array();
    for (const RejectedRow& row : report.rejected_rows) {
        list.push_back(
            {{"line", row.line},
             {"reason", base::printable(row.reason)},
             {"text", base::printable(row.text)}});
    }
    return list;
}

Json counts_json(const ImportReport& report) {
    Json places = Json::object();
    for (std::size_t i = 0; i < report.place_precision.size(); ++i) {
        places[std::string(events::precision_id(static_cast<events::LocationPrecision>(i)))] =
            report.place_precision.at(i);
    }
    Json times = Json::object();
    for (std::size_t i = 0; i < report.time_precision.size(); ++i) {
        if (report.time_precision.at(i) > 0) {
            times[std::string(time::precision_id(static_cast<time::Precision>(i)))] =
                report.time_precision.at(i);
        }
    }
    return {{"place", places}, {"time", times}};
}

std::string counted(std::size_t count, std::string_view what) {
    return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

void add_diagnostics_text(const ImportReport& report, std::ostringstream& out) {
    for (const bool notes : {false, true}) {
        for (const Json& entry : diagnostics_json(report.diagnostics, notes)) {
            out << "  " << entry["severity"].get<std::string>() << ": "
                << entry["message"].get<std::string>();
            const auto count = entry["count"].get<std::size_t>();
            if (count > 1) {
                out << " (" << count << " times)";
            }
            if (!entry["where"].empty()) {
                out << ", " << entry["where"].front().get<std::string>();
            }
            out << '\n';
        }
    }
}

}  // namespace

std::string info_json(const ImportReport& report, const ColumnMapping& mapping) {
    Json json;
    json["file"] = base::printable(report.path);
    json["format"] = report.format;
    json["schema"] = report.schema;
    json["encoding"] = report.encoding;
    json["layers"] = Json::array();
    for (const LayerReport& layer : report.layers) {
        json["layers"].push_back(
            {{"name", base::printable(layer.name)}, {"features", layer.features}});
    }
    json["features"] = report.features;
    json["events"] = report.accepted + report.guessed;
    json["accepted"] = report.accepted;
    json["guessed"] = report.guessed;
    json["with_coords"] = report.with_coords;
    json["located"] = report.located;
    json["dated"] = report.dated;
    json["first_date"] = day_json(report.first_date);
    json["last_date"] = day_json(report.last_date);
    json["file_date"] = day_json(report.file_date);
    json["bbox"] = report.bbox ? Json(
                       {report.bbox->west_deg,
                        report.bbox->south_deg,
                        report.bbox->east_deg,
                        report.bbox->north_deg})
                               : Json(nullptr);
    json["precision"] = counts_json(report);
    json["mapping"] = Json::object();
    for (const auto& [role, column] : mapping.columns) {
        json["mapping"][std::string(role_id(role))].push_back(base::printable(column));
    }
    json["warnings"] = diagnostics_json(report.diagnostics, false);
    json["notes"] = diagnostics_json(report.diagnostics, true);
    json["not_followed"] = Json::array();
    for (const std::string& link : report.not_followed) {
        json["not_followed"].push_back(base::printable(link));
    }
    json["rejected_count"] = report.rejected;
    json["rejected"] = rejected_json(report);
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string info_text(const ImportReport& report, const ColumnMapping& mapping) {
    std::ostringstream out;
    out << base::printable(report.path) << '\n';
    out << "  " << report.format << ", " << report.encoding << ", schema " << report.schema << '\n';
    for (const LayerReport& layer : report.layers) {
        if (report.layers.size() > 1) {
            out << "  layer " << base::printable(layer.name) << ": "
                << counted(layer.features, "row") << '\n';
        }
    }
    out << "  " << counted(report.features, "row") << " = " << report.accepted << " accepted + "
        << report.guessed << " accepted with a guess or a part missing + " << report.rejected
        << " rejected\n";
    out << "  " << report.dated << " with a date, " << report.located << " with a place\n";
    if (report.first_date && report.last_date) {
        out << "  from " << time::iso_day(*report.first_date) << " to "
            << time::iso_day(*report.last_date) << '\n';
    }
    if (report.file_date) {
        out << "  date in the file's name: " << time::iso_day(*report.file_date) << '\n';
    }
    if (report.bbox) {
        out << std::fixed << std::setprecision(5) << "  box " << report.bbox->west_deg << ", "
            << report.bbox->south_deg << ", " << report.bbox->east_deg << ", "
            << report.bbox->north_deg << '\n';
    }
    for (const auto& [role, column] : mapping.columns) {
        out << "  " << role_id(role) << ": column '" << base::printable(column) << "'\n";
    }
    add_diagnostics_text(report, out);
    for (const std::string& link : report.not_followed) {
        out << "  not followed: " << base::printable(link) << '\n';
    }
    for (const RejectedRow& row : report.rejected_rows) {
        out << "  rejected, line " << row.line << ": " << base::printable(row.reason) << '\n';
    }
    return out.str();
}

std::string rejected_csv(std::span<const RejectedRow> rows) {
    std::string out = "line,reason,text\n";
    for (const RejectedRow& row : rows) {
        out +=
            std::to_string(row.line) + "," + csv_cell(row.reason) + "," + csv_cell(row.text) + "\n";
    }
    return out;
}

}  // namespace salient::io
