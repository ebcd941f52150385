#pragma once

#include "time/span.hpp"

#include <string>
#include <vector>

namespace salient::timeline {

/// A stretch of time laid over a stretch of pixels.
struct Axis {
    time::Window shown;  ///< not empty
    double left_px = 0;
    double width_px = 1;  ///< > 0

    [[nodiscard]] double x_of(time::UnixSeconds at) const;
    /// Positions beyond the ends give times beyond the window.
    [[nodiscard]] time::UnixSeconds at(double x_px) const;
    [[nodiscard]] double px_per_day() const;
};

/// The window after zooming: `anchor` keeps its place, the length is multiplied by `factor`. Stays between an hour and the
/// whole calendar (years 1…9999).
[[nodiscard]] time::Window zoomed(time::Window shown, double factor, time::UnixSeconds anchor);
/// The window moved by `seconds`, its length kept, inside the calendar.
[[nodiscard]] time::Window panned(time::Window shown, time::UnixSeconds seconds);
/// The window with a share of its length added on both sides. @param share  0.05 adds 5 % on each side
[[nodiscard]] time::Window padded(time::Window shown, double share);

/// A mark on the axis. Minor ticks of a day axis have labels like "12", major ones "January 2025".
struct Tick {
    time::UnixSeconds at = 0;
    std::string label;
    bool is_major =
        false;  ///< begins a larger unit: a new month on a day axis, a new year on a month axis
    friend bool operator==(const Tick&, const Tick&) = default;
};

/// Ticks at round times (hours, days, weeks, months, years, decades …) at least `spacing_px` apart, in time order, covering the
/// shown window. The first tick lies at or before its begin and carries the larger unit, so that a date can always be read.
/// Costs what is visible: at most width / spacing ticks.
[[nodiscard]] std::vector<Tick> ticks(const Axis& axis, double spacing_px);

/// What a pointer is over. Handles win over the cursor, the cursor over the window's body.
enum class Part { None, Cursor, WindowBegin, WindowEnd, WindowBody };

/// Where the parts of the time control are.
struct Parts {
    time::UnixSeconds cursor = 0;
    time::Window window;
};
/// @param in_handle_row  the pointer is on the strip that shows the window; elsewhere only the cursor can be taken
/// @param reach_px       how far from a line it can still be taken, > 0
[[nodiscard]] Part
hit_test(const Axis& axis, const Parts& parts, double x_px, bool in_handle_row, double reach_px);

}  // namespace salient::timeline
