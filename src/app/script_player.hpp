#pragma once

#include "base/result.hpp"
#include "session/script.hpp"

#include <cstddef>
#include <string>
#include <vector>

struct ImGuiIO;

namespace salient::app {

class Viewer;

/// Feeds a script's steps to the window, one a frame: commands to the viewer, keys and clicks to ImGui.
class ScriptPlayer {
public:
    ScriptPlayer() = default;
    /// @errors NotFound, Io: the file cannot be read; BadValue: a line cannot be read.
    [[nodiscard]] static base::Result<ScriptPlayer> load(
        const std::string& path,
        const session::State& start);

    [[nodiscard]] bool is_done() const { return next_ == steps_.size() && phase_ == 0; }
    /// Takes the next step, or goes on with the present one. Call after the backend's new frame and before ImGui::NewFrame.
    /// @param is_still  nothing is loading and nothing moves
    void step(Viewer& viewer, ImGuiIO& io, bool is_still);

private:
    std::vector<session::ScriptStep> steps_;
    std::size_t next_ = 0;
    int phase_ = 0;  // frames that the present step has taken
    int key_ = 0;
    void press(const session::PressKey& press, ImGuiIO& io);
    void click(const session::Click& click, ImGuiIO& io);
};

}  // namespace salient::app
