#include "scene/page_content.hpp"

#include "scene/number_text.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <utility>

namespace salient::scene {

namespace {

constexpr const char* kBorderNote =
    "Borders: internationally recognised (UN General Assembly resolution 68/262).";
constexpr const char* kControlNote =
    "Held ground: approximate, from public reporting, may be wrong by kilometres.";

std::string window_text(const Inputs& inputs, const ShownEvents& shown) {
    const time::Window window = session::shown_window(inputs.state);
    const std::chrono::sys_days first = time::day_of(window.begin);
    const std::chrono::sys_days last = std::max(first, time::day_of(window.end - 1));
    return "Events of " + time::display_text(time::days_span(first, last)) + " ("
           + inputs.state.zone + "): " + number_text(static_cast<double>(shown.total))
           + " in this view";
}

/// Day and age of the held ground; with details also its source.
std::vector<std::string> control_notes(const Inputs& inputs, const ControlDay* day) {
    if (inputs.control == nullptr || inputs.control->days.empty() || !inputs.state.layers.control) {
        return {};
    }
    if (day == nullptr) {
        return {"Front: no data before " + time::display_day(inputs.control->days.front().day)};
    }
    const auto age = (session::cursor_day(inputs.state) - day->day).count();
    const std::string how_old =
        age == 0 ? "" : ", " + count_text(static_cast<std::uint64_t>(age), "day") + " old";
    std::vector<std::string> notes = {"Front as of " + time::display_day(day->day) + how_old};
    if (inputs.page.details) {
        notes.push_back("Source: " + inputs.control->source);
    }
    return notes;
}

std::string credits_text(const Inputs& inputs, const ControlDay* day) {
    std::string credits = kBorderNote;
    if (day != nullptr) {
        credits += std::string(" ") + kControlNote;
    }
    if (inputs.map != nullptr && !inputs.map->credits.empty()) {
        credits += " Map data: " + inputs.map->credits;
    }
    return credits;
}

}  // namespace

PageContent page_content(
    const Inputs& inputs,
    const View& view,
    const ControlDay* day,
    const VisibleEvents& visible) {
    PageContent content;
    const ShownEvents shown =
        count_shown(inputs.events, visible, view, session::shown_window(inputs.state));
    content.headline = inputs.page.headline;
    content.date = time::display_day(session::cursor_day(inputs.state));
    if (inputs.page.details && inputs.state.layers.events) {
        content.notes.push_back(window_text(inputs, shown));
    }
    // The age of the held ground is never hidden: carried-forward data must not pass for today's.
    for (std::string& note : control_notes(inputs, day)) {
        content.notes.push_back(std::move(note));
    }
    content.legend = legend_rows(shown_control(day, view), shown, inputs.page.legend_types);
    content.credits = credits_text(inputs, day);
    return content;
}

}  // namespace salient::scene
