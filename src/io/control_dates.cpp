#include "io/control_snapshots.hpp"
#include "io/date_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace salient::io {

namespace {

using std::chrono::sys_days;

/// A column of beginnings and the column of ends that goes with it. Texts come before numbers: an end in seconds beside an end
/// that is a day is how long to display it.
struct DateColumns {
    std::string_view begin;
    std::string_view end;
};
constexpr std::array<DateColumns, 19> kDateColumns{{
    {"date", ""},
    {"Date", ""},
    {"DATE", ""},
    {"day", ""},
    {"snapshot", ""},
    {"start", "end"},
    {"start_date", "end_date"},
    {"valid_from", "valid_to"},
    {"from", "to"},
    {"begin", "end"},
    {"datetime", ""},
    {"timestamp", ""},
    {"when", ""},
    {"time", ""},
    {"startTimestamp", ""},
    {"EditDate", ""},
    {"updatedAt", ""},
    {"createdAt", ""},
    {"id", ""},
}};

/// Says when somebody wrote the row.
bool is_of_record(std::string_view column) {
    return column == "EditDate" || column == "updatedAt" || column == "createdAt" || column == "id";
}

std::optional<sys_days> day_in(std::string_view text, const DateForms& forms) {
    const DateReading reading = read_date(text, forms);
    if (reading.span) {
        return time::first_day(*reading.span);
    }
    // "06.08.2024 о 19:15", "2024-08-06, 19:15": the day stands in front.
    const std::size_t end = text.find_first_of(" ,T");
    if (end == std::string_view::npos || end < 6) {
        return std::nullopt;
    }
    const DateReading front = read_date(text.substr(0, end), forms);
    return front.span ? std::optional(time::first_day(*front.span)) : std::nullopt;
}

/// An identifier is a date only when it counts seconds, as DeepState's do.
bool is_epoch(std::string_view text) {
    constexpr std::size_t seconds_digits = 10;
    return text.size() == seconds_digits && text.front() == '1'
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

DateForms forms_of(std::span<const MapFeature> features, std::string_view column) {
    std::vector<std::string_view> values;
    for (const MapFeature& feature : features) {
        const std::string_view value = feature.attribute(column);
        if (!value.empty()) {
            values.push_back(value);
        }
    }
    return study_dates(values);
}

}  // namespace

std::vector<std::optional<HeldDays>> days_of_features(
    std::span<const MapFeature> features,
    bool in_dated_file) {
    std::vector<std::optional<HeldDays>> days(features.size());
    for (const DateColumns& columns : kDateColumns) {
        if (in_dated_file && is_of_record(columns.begin)) {
            continue;
        }
        const bool used = std::any_of(features.begin(), features.end(), [&](const auto& feature) {
            return !feature.attribute(columns.begin).empty();
        });
        if (!used) {
            continue;
        }
        const DateForms begin_forms = forms_of(features, columns.begin);
        const DateForms end_forms = forms_of(features, columns.end);
        for (std::size_t i = 0; i < features.size(); ++i) {
            const std::string_view text = features[i].attribute(columns.begin);
            if (days[i] || text.empty() || (columns.begin == "id" && !is_epoch(text))) {
                continue;
            }
            const auto first = day_in(text, begin_forms);
            if (!first) {
                continue;
            }
            const std::string_view end_text = features[i].attribute(columns.end);
            auto last = end_text.empty() ? std::nullopt : day_in(end_text, end_forms);
            if (last && *last <= *first) {
                last.reset();
            }
            days[i] = HeldDays{*first, last};
        }
    }
    return days;
}

}  // namespace salient::io
