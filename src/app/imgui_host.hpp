#pragma once

#include "ui/frame.hpp"

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
    /// Reads the window's input. ImGui::NewFrame is the caller's.
    void begin();
    /// Draws what ImGui::Render prepared, into framebuffer 0.
    void draw();
    [[nodiscard]] ui::Panels& panels() { return panels_; }
    /// ImGui's pixels for one device-independent pixel.
    [[nodiscard]] float scale() const { return scale_; }

private:
    bool owns_context_ = true;  // false once moved from
    ui::Panels panels_;
    float content_scale_ = 0;
    float scale_ = 1;
};

}  // namespace salient::app
