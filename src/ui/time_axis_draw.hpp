#pragma once

#include "timeline/axis.hpp"
#include "ui/data.hpp"

// Only for the .cpp files of this module.
namespace salient::ui {

/// Where the rows of the time axis are, from the top: the window with its handles, the bars, the snapshots of the front, dates.
struct AxisBands {
    timeline::Axis axis;
    Rect all;
    Rect handles;
    Rect bars;
    Rect snapshots;
    Rect labels;
};
[[nodiscard]] AxisBands lay_out_axis(const Context& context, const Rect& area);

void draw_axis_ground(const Context& context, const AxisBands& bands);
void draw_axis_bars(const Context& context, const AxisBands& bands);
void draw_axis_labels(const Context& context, const AxisBands& bands);
void draw_axis_snapshots(const Context& context, const AxisBands& bands);
void draw_axis_window(const Context& context, const AxisBands& bands, timeline::Part part);
void draw_axis_cursor(const Context& context, const AxisBands& bands);
/// What is under the pointer, in words.
void draw_axis_tip(const Context& context, const AxisBands& bands, timeline::Part part);

}  // namespace salient::ui
