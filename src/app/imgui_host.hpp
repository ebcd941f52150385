#pragma once

#include "ui/frame.hpp"

#include <vector>

namespace salient::platform {
class Window;
}

namespace salient::app {

/// ImGui in the window: its context, backends and fonts, and the panels that are drawn with it.
/// @thread GL
class ImGuiHost {
public:
    explicit ImGuiHost(const platform::Window& window);
    ~ImGuiHost();
    ImGuiHost(ImGuiHost&&) noexcept;
    ImGuiHost& operator=(ImGuiHost&&) = delete;
    ImGuiHost(const ImGuiHost&) = delete;
    ImGuiHost& operator=(const ImGuiHost&) = delete;

    /// Makes fonts and sizes follow the desktop. @return they changed
    bool follow_scale(const platform::Window& window);
    /// Reads the window's input. ImGui::NewFrame is the caller's. A key that went down and up since the last frame counts as
    /// down in this one, with the modifiers of that moment: ImGui 1.86 would miss it.
    void begin(platform::Window& window);
    /// Draws what ImGui::Render prepared, into framebuffer 0.
    void draw();
    [[nodiscard]] ui::Panels& panels() { return panels_; }
    /// ImGui's pixels for one device-independent pixel.
    [[nodiscard]] float scale() const { return scale_; }

private:
    bool owns_context_ = true;  // false once moved from
    ui::Panels panels_;
    std::vector<int> replayed_;  // keys shown as down in the last frame only
    float content_scale_ = 0;
    float scale_ = 1;
};

}  // namespace salient::app
