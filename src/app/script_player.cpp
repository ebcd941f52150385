#include "app/script_player.hpp"

#include "app/viewer.hpp"
#include "base/resources.hpp"
#include "ui/keys.hpp"

#include <imgui.h>

namespace salient::app {

base::Result<ScriptPlayer> ScriptPlayer::load(
    const std::string& path,
    const session::State& start) {
    const auto text = base::read_file(path, 10'000'000);
    if (!text) {
        return text.error();
    }
    auto steps = session::parse_script(*text, path, start);
    if (!steps) {
        return steps.error();
    }
    ScriptPlayer player;
    player.steps_ = std::move(steps).value();
    return player;
}

/// Down for one frame, up in the next.
void ScriptPlayer::press(const session::PressKey& press, ImGuiIO& io) {
    const int key = ui::key_number(press.key).value_or(0);
    const bool is_down = phase_ == 0;
    io.KeysDown[key] = is_down && key != 0;
    io.KeyCtrl = is_down && press.ctrl;
    io.KeyShift = is_down && press.shift;
    phase_ = is_down ? 1 : 0;
}

/// There, down, up.
void ScriptPlayer::click(const session::Click& click, ImGuiIO& io) {
    io.MousePos = ImVec2(static_cast<float>(click.x_px), static_cast<float>(click.y_px));
    io.MouseDown[0] = phase_ == 1;
    phase_ = phase_ == 2 ? 0 : phase_ + 1;
}

void ScriptPlayer::step(Viewer& viewer, ImGuiIO& io, bool is_still) {
    if (next_ == steps_.size()) {
        return;
    }
    const session::ScriptStep& step = steps_[next_];
    if (const auto* command = std::get_if<session::Command>(&step)) {
        viewer.apply(*command);
    } else if (const auto* key = std::get_if<session::PressKey>(&step)) {
        press(*key, io);
    } else if (const auto* at = std::get_if<session::Click>(&step)) {
        click(*at, io);
    } else if (const auto* wait = std::get_if<session::WaitFrames>(&step)) {
        phase_ = phase_ + 1 == wait->frames ? 0 : phase_ + 1;
    } else if (std::holds_alternative<session::Settle>(step)) {
        phase_ = is_still ? 0 : 1;
    }
    if (phase_ == 0) {
        ++next_;
    }
}

}  // namespace salient::app
