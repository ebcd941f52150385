#include "app/view_options.hpp"

#include "app/bookmarks.hpp"
#include "app/workspace_file.hpp"
#include "geo/mercator.hpp"
#include "session/apply.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace salient::app {

namespace {

constexpr double kViewMarginPx = 12;

base::Error bad(const std::string& expected, const std::string& found) {
    return {base::ErrorCode::BadValue, "Expected " + expected + ", found '" + found + "'", ""};
}

/// Four numbers with commas between; nullopt for anything else.
std::optional<std::array<double, 4>> four_numbers(const std::string& text) {
    std::array<double, 4> out = {};
    const char* at = text.data();
    const char* end = text.data() + text.size();
    for (std::size_t i = 0; i < out.size(); ++i) {
        while (at != end && *at == ' ') {
            ++at;
        }
        const auto result = std::from_chars(at, end, out.at(i));
        if (result.ec != std::errc() || !std::isfinite(out.at(i))) {
            return std::nullopt;
        }
        at = result.ptr;
        if (i < 3 && (at == end || *at++ != ',')) {
            return std::nullopt;
        }
    }
    return at == end ? std::optional(out) : std::nullopt;
}

/// How much ground belongs into the picture of a place, kilometres on each side.
double reach_km(const places::Place& place) {
    switch (place.kind) {
        case places::PlaceKind::Country:
            return 600;
        case places::PlaceKind::Region:
            return 120;
        case places::PlaceKind::District:
        case places::PlaceKind::Water:
        case places::PlaceKind::Physical:
            return 60;
        default:
            return place.population > 300'000 ? 60 : 30;
    }
}

geo::Box box_around(geo::LonLat center, double reach) {
    const double lat = reach / 111.3;
    const double lon = lat / std::max(0.1, std::cos(center.lat_deg * 3.14159265358979 / 180));
    return {center.lon_deg - lon, center.lat_deg - lat, center.lon_deg + lon, center.lat_deg + lat};
}

session::Camera fit(const geo::Box& box, Size size) {
    return session::camera_for_box(box, size.width, size.height, kViewMarginPx);
}

base::Result<time::Span> read_day(const std::string& text, const char* option) {
    auto span = time::parse_typed(text);
    if (!span) {
        return base::Error{
            base::ErrorCode::BadValue,
            std::string(option) + ": " + span.error().message,
            ""};
    }
    return span;
}

base::Status set_times(const ViewOptions& options, session::State& state) {
    if (options.at) {
        auto span = read_day(*options.at, "--at");
        if (!span) {
            return span.error();
        }
        state.cursor = time::seconds_of(time::last_day(*span));
    }
    if (options.from || options.to) {
        state.mode = session::TimeMode::Window;
    }
    if (options.from) {
        auto span = read_day(*options.from, "--from");
        if (!span) {
            return span.error();
        }
        state.window.begin = time::seconds_of(time::first_day(*span));
    }
    if (options.to) {
        auto span = read_day(*options.to, "--to");
        if (!span) {
            return span.error();
        }
        state.window.end = time::seconds_of(time::last_day(*span)) + time::kSecondsPerDay;
        if (!options.at) {
            state.cursor = time::seconds_of(time::last_day(*span));
        }
    }
    if (state.window.end <= state.window.begin) {
        return bad(
            "--from before --to",
            options.from.value_or("") + " … " + options.to.value_or(""));
    }
    return base::Done{};
}

}  // namespace

base::Result<Size> parse_size(const std::string& text) {
    const std::size_t cross = text.find_first_of("xX");
    Size size;
    const auto read = [&](std::string_view part, int& out) {
        const auto result = std::from_chars(part.data(), part.data() + part.size(), out);
        return result.ec == std::errc() && result.ptr == part.data() + part.size() && out >= 64
               && out <= 16384;
    };
    const std::string_view view(text);
    if (cross == std::string::npos || !read(view.substr(0, cross), size.width)
        || !read(view.substr(cross + 1), size.height)) {
        return bad("a size such as 1920x1080, 64 to 16384 pixels a side", text);
    }
    return size;
}

base::Result<session::Camera>
camera_for_view(const std::string& view, const places::Gazetteer& gazetteer, Size size) {
    if (const auto numbers = four_numbers(view)) {
        const auto& [west, south, east, north] = *numbers;
        const bool fits = west >= -180 && east <= 180 && west < east && south >= -86 && north <= 86
                          && south < north;
        return fits ? base::Result<session::Camera>(fit({west, south, east, north}, size))
                    : bad("W,S,E,N in degrees with W < E and S < N", view);
    }
    const std::string key = places::match_key(view);
    if (key == "theatre" || key == "theater") {
        return fit(session::kTheatreBox, size);
    }
    if (key == "kursk" || key == "курськ" || key == "курск") {
        return fit(
            session::kKurskBox,
            size);  // the salient, the reason to look at Kursk, not the city alone
    }
    const std::vector<places::PlaceIndex> found = gazetteer.find(view);
    if (found.empty()) {
        return base::Error{
            base::ErrorCode::NotFound,
            "Expected a place name or W,S,E,N, found no place called '" + view + "'",
            ""};
    }
    return camera_for_place(gazetteer.at(found.front()), size);
}

session::Camera camera_for_place(const places::Place& place, Size map_size) {
    return fit(box_around(place.point, reach_km(place)), map_size);
}

base::Result<session::State> state_without_view(const ViewOptions& options, Size map_size) {
    if (options.bookmark && !names_workspace(options.files)) {
        return base::Error{
            base::ErrorCode::BadValue,
            "--bookmark: expected a workspace among the files, found none",
            ""};
    }
    session::State state = session::default_state();
    state.camera = fit(session::kTheatreBox, map_size);
    state.theme = options.theme == "dark" ? session::Theme::Dark : session::Theme::Light;
    state.labels =
        options.labels == "local" ? session::LabelLanguage::Local : session::LabelLanguage::English;
    state.zone = options.zone;
    if (auto status = set_times(options, state); !status) {
        return status.error();
    }
    return state;
}

base::Result<session::State>
state_from_options(const ViewOptions& options, const places::Gazetteer& gazetteer, Size map_size) {
    auto state = state_without_view(options, map_size);
    if (state && options.view) {
        auto camera = camera_for_view(*options.view, gazetteer, map_size);
        if (!camera) {
            return camera.error();
        }
        state->camera = *camera;
    }
    return state;
}

base::Result<session::State> state_of_workspace(
    const workspace::Contents& saved,
    const ViewOptions& options,
    const places::Gazetteer& gazetteer,
    Size map_size) {
    const ViewOptions usual;
    auto asked = state_from_options(options, gazetteer, map_size);
    if (!asked) {
        return asked;
    }
    session::State state = saved.state;
    if (options.bookmark) {
        const auto commands = commands_to(saved.bookmarks, *options.bookmark, state);
        if (!commands) {
            return base::Error{
                commands.error().code,
                "--bookmark: " + commands.error().message,
                ""};
        }
        for (const session::Command& command : *commands) {
            session::apply(state, command);
        }
    }
    state.camera = options.view ? asked->camera : state.camera;
    state.theme = options.theme != usual.theme ? asked->theme : state.theme;
    state.labels = options.labels != usual.labels ? asked->labels : state.labels;
    state.zone = options.zone != usual.zone ? asked->zone : state.zone;
    if (auto status = set_times(options, state); !status) {
        return status.error();
    }
    return state;
}

void show_days_of(
    const events::EventStore& events,
    const ViewOptions& options,
    session::State& state) {
    const bool shows_some = state.cursor >= state.window.begin
                            && !events.in_window(session::shown_window(state)).empty();
    if (options.default_events || options.from || options.to || events.empty() || shows_some) {
        return;
    }
    std::optional<time::Window> days;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (const auto span = events.at(static_cast<events::EventIndex>(i)).time) {
            const auto first = time::seconds_of(time::first_day(*span));
            const auto behind = time::seconds_of(time::last_day(*span)) + time::kSecondsPerDay;
            days = days ? time::Window{std::min(days->begin, first), std::max(days->end, behind)}
                        : time::Window{first, behind};
        }
    }
    if (!days) {
        return;
    }
    state.window = *days;
    const time::UnixSeconds margin = (days->end - days->begin) / 20 + time::kSecondsPerDay;
    state.timeline = {days->begin - margin, days->end + margin};
    if (!options.at) {
        state.cursor = days->end - time::kSecondsPerDay;
    }
}

}  // namespace salient::app
