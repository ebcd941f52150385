#include "timeline/axis.hpp"

#include "time/words.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace salient::timeline {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;
using time::kSecondsPerDay;
using time::UnixSeconds;

constexpr UnixSeconds kFirst = -62'135'596'800;  // 1 January of year 1
constexpr UnixSeconds kLast = 253'402'300'800;   // behind 31 December 9999
constexpr UnixSeconds kSecondsPerHour = 3600;
constexpr UnixSeconds kShortest = kSecondsPerHour;

/// A step between ticks: seconds, or months when `months` > 0.
struct Step {
    UnixSeconds seconds = 0;
    int months = 0;
    [[nodiscard]] double length() const {
        return months > 0 ? months * 30.44 * static_cast<double>(kSecondsPerDay)
                          : static_cast<double>(seconds);
    }
};

constexpr std::array<Step, 22> kSteps = {{
    {60, 0},
    {300, 0},
    {900, 0},
    {3600, 0},
    {3 * kSecondsPerHour, 0},
    {6 * kSecondsPerHour, 0},
    {12 * kSecondsPerHour, 0},
    {kSecondsPerDay, 0},
    {2 * kSecondsPerDay, 0},
    {7 * kSecondsPerDay, 0},
    {0, 1},
    {0, 3},
    {0, 6},
    {0, 12},
    {0, 24},
    {0, 60},
    {0, 120},
    {0, 240},
    {0, 600},
    {0, 1200},
    {0, 6000},
    {0, 12000},
}};

Step choose_step(const Axis& axis, double spacing_px) {
    const double seconds_per_px =
        static_cast<double>(axis.shown.end - axis.shown.begin) / axis.width_px;
    for (const Step& step : kSteps) {
        if (step.length() >= spacing_px * seconds_per_px) {
            return step;
        }
    }
    return kSteps.back();
}

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

year_month_day date_of(UnixSeconds at) {
    return year_month_day(time::day_of(at));
}

/// Months since year 0.
int month_number(UnixSeconds at) {
    const year_month_day date = date_of(at);
    return static_cast<int>(date.year()) * 12
           + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

UnixSeconds month_begin(int number) {
    const std::chrono::year year(number / 12);
    const std::chrono::month month(static_cast<unsigned>(number % 12) + 1U);
    return time::seconds_of(sys_days(year / month / 1));
}

/// All step begins from the last one at or before `begin` up to `end`.
std::vector<UnixSeconds> tick_times(const Step& step, time::Window shown) {
    const std::size_t most = 4096;  // more than any screen has room for
    std::vector<UnixSeconds> times;
    if (step.months > 0) {
        const int first = std::max(12, month_number(shown.begin));
        int number = static_cast<int>(floor_to(first, step.months));
        for (; number < 12 * 10'000 && times.size() < most; number += step.months) {
            const UnixSeconds at = month_begin(std::max(number, 12));
            if (at >= shown.end) {
                break;
            }
            times.push_back(at);
        }
        return times;
    }
    // Weeks begin on Monday: 5 January 1970 was one.
    const UnixSeconds shift = step.seconds == 7 * kSecondsPerDay ? 4 * kSecondsPerDay : 0;
    UnixSeconds at = floor_to(shown.begin - shift, step.seconds) + shift;
    for (; at < shown.end && times.size() < most; at += step.seconds) {
        times.push_back(at);
    }
    return times;
}

const char* short_month(unsigned month) {
    static constexpr std::array<const char*, 12> kShort =
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return kShort.at(month - 1);
}

Tick clock_tick(UnixSeconds at, bool is_first) {
    const year_month_day date = date_of(at);
    const auto in_day = static_cast<int>(at - time::seconds_of(time::day_of(at)));
    std::array<char, 40> buffer = {};
    if (in_day == 0 || is_first) {
        std::snprintf(
            buffer.data(),
            buffer.size(),
            "%u %s %d",
            static_cast<unsigned>(date.day()),
            short_month(static_cast<unsigned>(date.month())),
            static_cast<int>(date.year()));
        return {at, buffer.data(), true};
    }
    std::snprintf(buffer.data(), buffer.size(), "%02d:%02d", in_day / 3600, in_day / 60 % 60);
    return {at, buffer.data(), false};
}

Tick day_tick(UnixSeconds at, int previous_month) {
    const year_month_day date = date_of(at);
    const auto month = static_cast<unsigned>(date.month());
    if (month_number(at) != previous_month) {
        return {
            at,
            std::to_string(static_cast<unsigned>(date.day())) + " " + short_month(month) + " "
                + std::to_string(static_cast<int>(date.year())),
            true};
    }
    return {at, std::to_string(static_cast<unsigned>(date.day())), false};
}

Tick month_tick(UnixSeconds at, const Step& step, bool is_first) {
    const year_month_day date = date_of(at);
    const std::string year = std::to_string(static_cast<int>(date.year()));
    if (step.months >= 12) {
        return {at, year, step.months == 12 && static_cast<int>(date.year()) % 10 == 0};
    }
    const auto month = static_cast<unsigned>(date.month());
    const std::string name = short_month(month);
    const bool is_new_year = month == 1 || is_first;
    return {at, is_new_year ? name + " " + year : name, is_new_year};
}

time::Window inside_calendar(double begin, double length) {
    const auto most = static_cast<double>(kLast - kFirst);
    length = std::clamp(length, static_cast<double>(kShortest), most);
    begin = std::clamp(begin, static_cast<double>(kFirst), static_cast<double>(kLast) - length);
    const auto first = static_cast<UnixSeconds>(std::llround(begin));
    const auto last = std::min(kLast, first + static_cast<UnixSeconds>(std::llround(length)));
    return {first, last};
}

}  // namespace

double Axis::x_of(UnixSeconds at_time) const {
    const auto length = static_cast<double>(shown.end - shown.begin);
    return left_px + static_cast<double>(at_time - shown.begin) / length * width_px;
}

UnixSeconds Axis::at(double x_px) const {
    const auto length = static_cast<double>(shown.end - shown.begin);
    const double share = (x_px - left_px) / width_px;
    return shown.begin + static_cast<UnixSeconds>(std::floor(share * length));
}

double Axis::px_per_day() const {
    return width_px * static_cast<double>(kSecondsPerDay)
           / static_cast<double>(shown.end - shown.begin);
}

time::Window zoomed(time::Window shown, double factor, UnixSeconds anchor) {
    const auto length = static_cast<double>(shown.end - shown.begin);
    const double new_length = std::clamp(
        length * factor,
        static_cast<double>(kShortest),
        static_cast<double>(kLast - kFirst));
    const double share = static_cast<double>(anchor - shown.begin) / length;
    return inside_calendar(static_cast<double>(anchor) - share * new_length, new_length);
}

time::Window panned(time::Window shown, UnixSeconds seconds) {
    return inside_calendar(
        static_cast<double>(shown.begin) + static_cast<double>(seconds),
        static_cast<double>(shown.end - shown.begin));
}

time::Window padded(time::Window shown, double share) {
    const double more = static_cast<double>(shown.end - shown.begin) * share;
    return inside_calendar(
        static_cast<double>(shown.begin) - more,
        static_cast<double>(shown.end - shown.begin) + 2 * more);
}

std::vector<Tick> ticks(const Axis& axis, double spacing_px) {
    assert(axis.width_px > 0 && axis.shown.end > axis.shown.begin && spacing_px > 0);
    const Step step = choose_step(axis, spacing_px);
    std::vector<Tick> result;
    int previous_month = -1;
    for (const UnixSeconds at : tick_times(step, axis.shown)) {
        if (step.months > 0) {
            result.push_back(month_tick(at, step, result.empty()));
        } else if (step.seconds < kSecondsPerDay) {
            result.push_back(clock_tick(at, result.empty()));
        } else {
            result.push_back(day_tick(at, previous_month));
            previous_month = month_number(at);
        }
    }
    return result;
}

Part hit_test(
    const Axis& axis,
    const Parts& parts,
    double x_px,
    bool in_handle_row,
    double reach_px) {
    const double begin = axis.x_of(parts.window.begin);
    const double end = axis.x_of(parts.window.end);
    if (in_handle_row) {
        const double to_begin = std::abs(x_px - begin);
        const double to_end = std::abs(x_px - end);
        if (std::min(to_begin, to_end) <= reach_px) {
            // Where both are in reach the nearer one, and on a tie the one that can be pulled away from the other.
            return to_begin < to_end || (to_begin == to_end && x_px < begin) ? Part::WindowBegin
                                                                             : Part::WindowEnd;
        }
    }
    if (std::abs(x_px - axis.x_of(parts.cursor)) <= reach_px) {
        return Part::Cursor;
    }
    return in_handle_row && x_px > begin && x_px < end ? Part::WindowBody : Part::None;
}

}  // namespace salient::timeline
