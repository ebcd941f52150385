// The frame: input → arrivals → panels (which collect commands) → commands → map → panels' pixels → present → wait for events
// unless something moves or loads.
#include "app/window_loop.hpp"

#include "app/imgui_host.hpp"
#include "app/map_painter.hpp"
#include "app/read_options.hpp"
#include "app/script_player.hpp"
#include "app/stopwatch.hpp"
#include "app/viewer.hpp"
#include "platform/window.hpp"
#include "scene/theme.hpp"
#include "ui/frame.hpp"

#include <epoxy/gl.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace salient::app {

namespace {

constexpr int kFramesAfterInput = 3;         // ImGui settles its layout over some frames
constexpr double kIdleWaitSeconds = 1;       // files are looked at once a second
constexpr double kLoadingWaitSeconds = 0.1;  // the bars of progress move ten times a second
constexpr int kPictureWidth = 1920;

class WindowLoop {
public:
    WindowLoop(platform::Window window, MapPainter painter, ImGuiHost host, Viewer& viewer)
        : window_(std::move(window)),
          painter_(std::move(painter)),
          host_(std::move(host)),
          viewer_(viewer) {}

    void play(ScriptPlayer script) { script_ = std::move(script); }
    void run();

private:
    platform::Window window_;
    MapPainter painter_;
    ImGuiHost host_;
    Viewer& viewer_;
    ScriptPlayer script_;
    Stopwatch clock_;
    ui::Output output_;
    MapPlace place_;
    int frames_left_ = kFramesAfterInput;
    double last_frame_s_ = 0;
    bool asks_close_ = false;
    bool quits_ = false;
    bool is_settled_ = false;

    void wait();
    void frame();
    void draw_panels(session::Commands& commands);
    void present();
    void save_pictures();
    void follow_wishes();
    void report_settled();
    [[nodiscard]] bool is_moving() const {
        return output_.is_animating || viewer_.document().state.playback.playing;
    }
};

/// Sleeps until there is something to do.
void WindowLoop::wait() {
    const bool is_busy = frames_left_ > 0 || is_moving() || !script_.is_done();
    if (is_busy) {
        window_.process_events(0);
        return;
    }
    const double wait_s = viewer_.is_settled() ? kIdleWaitSeconds : kLoadingWaitSeconds;
    const double before = clock_.seconds();
    window_.process_events(wait_s);
    if (clock_.seconds() - before < wait_s * 0.98) {
        frames_left_ = kFramesAfterInput;
    }
}

void WindowLoop::draw_panels(session::Commands& commands) {
    ui::Inputs inputs = viewer_.inputs();
    const ImGuiIO& io = ImGui::GetIO();
    inputs.width_px = io.DisplaySize.x;
    inputs.height_px = io.DisplaySize.y;
    inputs.close_asked = asks_close_ || window_.close_requested();
    inputs.pick = [this](double x, double y) { return painter_.pick(viewer_, place_, x, y); };
    output_ = ui::draw_all(inputs, host_.panels(), commands);
    if (output_.wants_close) {
        window_.set_close_requested(false);
        asks_close_ = false;
    }
    const float density = io.DisplayFramebufferScale.x;
    const ui::Rect& map = output_.layout.map;
    const auto device = [density](float value) {
        return static_cast<int>(std::lround(value * density));
    };
    place_ = {
        device(map.x),
        window_.height_px() - device(map.y + map.height),
        device(map.width),
        device(map.height),
        host_.scale() * density,
        output_.layout.layers.width > 0};
    viewer_.set_map_size(
        {std::max(64, static_cast<int>(map.width / host_.scale())),
         std::max(64, static_cast<int>(map.height / host_.scale()))});
}

void WindowLoop::present() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDisable(GL_SCISSOR_TEST);
    const scene::Color ground = scene::theme(viewer_.document().state.theme).panel;
    glClearColor(
        static_cast<float>(ground.red) / 255.0F,
        static_cast<float>(ground.green) / 255.0F,
        static_cast<float>(ground.blue) / 255.0F,
        1);
    glViewport(0, 0, window_.width_px(), window_.height_px());
    painter_.draw(viewer_, place_);
    glViewport(0, 0, window_.width_px(), window_.height_px());
    host_.draw();
    window_.present();
}

void WindowLoop::frame() {
    const double now = clock_.seconds();
    if (host_.follow_scale(window_)) {
        frames_left_ = kFramesAfterInput;
    }
    std::vector<std::string> dropped = window_.take_dropped();
    if (!dropped.empty()) {
        viewer_.apply(session::OpenFiles{std::move(dropped)});
    }
    host_.begin(window_);
    if (!script_.is_done()) {
        const bool is_still = viewer_.is_settled() && !is_moving() && frames_left_ <= 1;
        script_.step(viewer_, ImGui::GetIO(), is_still);
    }
    ImGui::NewFrame();
    session::Commands commands;
    draw_panels(commands);
    ImGui::Render();
    viewer_.advance(std::max(0.0, now - last_frame_s_));
    last_frame_s_ = now;
    for (const session::Command& command : commands) {
        viewer_.apply(command);
    }
    if (!commands.empty()) {
        frames_left_ = kFramesAfterInput;
    }
    present();
    save_pictures();
    follow_wishes();
}

void WindowLoop::save_pictures() {
    for (std::string& path : viewer_.take_pictures()) {
        auto picture = painter_.picture(viewer_, place_, kPictureWidth);
        if (picture) {
            viewer_.save_picture(
                std::move(picture->image),
                std::move(picture->metadata),
                std::move(path));
        } else {
            viewer_.notify(ui::NoticeLevel::Error, picture.error().text());
        }
        frames_left_ = kFramesAfterInput;
    }
}

void WindowLoop::follow_wishes() {
    const Viewer::Wishes wishes = viewer_.take_wishes();
    quits_ = quits_ || wishes.quit;
    asks_close_ = asks_close_ || wishes.ask_close;
    if (wishes.ask_where) {
        host_.panels().open_save_dialog();
    }
    if (wishes.ask_workspace) {
        host_.panels().open_workspace_dialog();
    }
    if (wishes.show_report) {
        host_.panels().open_import_report();
    }
    if (wishes.ask_close || wishes.ask_where || wishes.ask_workspace || wishes.show_report) {
        frames_left_ = kFramesAfterInput;
    }
}

void WindowLoop::report_settled() {
    if (!is_settled_ && viewer_.is_settled()) {
        is_settled_ = true;
        print_timing("everything loaded and drawn");
    }
}

void WindowLoop::run() {
    bool is_first = true;
    bool had_map = false;
    while (!quits_) {
        wait();
        if (viewer_.take_arrivals() || viewer_.tick(clock_.seconds())
            || window_.close_requested()) {
            frames_left_ = kFramesAfterInput;
        }
        const bool is_due =
            frames_left_ > 0 || is_moving() || viewer_.is_loading() || !script_.is_done();
        if (!is_due) {
            continue;
        }
        frames_left_ = std::max(0, frames_left_ - 1);
        frame();
        if (std::exchange(is_first, false)) {
            window_.show();
            print_timing("first frame");
        }
        if (!had_map && viewer_.map() != nullptr) {
            had_map = true;
            print_timing("map drawn");
        }
        report_settled();
    }
}

base::Result<platform::Window> open_window(const WindowOptions& options) {
    platform::Window::Options wanted;
    if (options.size) {
        const auto size = parse_size(*options.size);
        if (!size) {
            return base::Error{size.error().code, "--size: " + size.error().message, ""};
        }
        wanted.width = size->width;
        wanted.height = size->height;
    }
    return platform::Window::create(wanted);
}

}  // namespace

base::Status show_window(const WindowOptions& options) {
    if (auto status = check_crs(options.view.crs); !status) {
        return status;
    }
    const Size usual_map = {900, 660};
    auto state = state_without_view(options.view, usual_map);
    if (!state) {
        return state.error();
    }
    ScriptPlayer script;
    if (options.script) {
        auto loaded = ScriptPlayer::load(*options.script, *state);
        if (!loaded) {
            return loaded.error();
        }
        script = std::move(loaded).value();
    }
    Viewer viewer(std::move(state).value(), options.view, platform::Window::wake);
    auto window = open_window(options);
    if (!window) {
        return window.error();
    }
    viewer.start();
    auto painter = MapPainter::create();
    if (!painter) {
        return painter.error();
    }
    ImGuiHost host(*window);
    if (options.script) {
        viewer.echo_notices();
    }
    WindowLoop loop(std::move(window).value(), std::move(painter).value(), std::move(host), viewer);
    loop.play(std::move(script));
    loop.run();
    viewer.finish();
    return base::Done{};
}

}  // namespace salient::app
