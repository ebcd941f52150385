#pragma once

#include "session/command.hpp"
#include "session/state.hpp"

namespace salient::session {

/// Carries out a view command. The only function that changes a State, besides Document (which calls it) and advance.
///
/// Values out of range are clamped: zoom, latitude, years 1…9999, speed; a window that ends before it begins is turned
/// round; an unknown zone changes nothing.
/// @return  something changed: a redraw is due. False also for edits and requests, which are not view commands.
bool apply(State& state, const Command& command);

/// Moves the cursor on by playback. In Window mode the window moves with the cursor. At the end of what is played the
/// cursor starts over (loop) or playback stops.
/// @param elapsed_s  real time since the last frame, >= 0; more than a second counts as one
/// @return  something changed
bool advance(State& state, double elapsed_s);

/// First and last second of the calendar that Salient shows: years 1…9999.
inline constexpr time::UnixSeconds kFirstSecond = -62'135'596'800;
inline constexpr time::UnixSeconds kLastSecond = 253'402'300'799;

}  // namespace salient::session
