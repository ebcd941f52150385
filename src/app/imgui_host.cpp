#include "app/imgui_host.hpp"

#include "base/resources.hpp"
#include "platform/window.hpp"

#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <utility>

namespace salient::app {

namespace {

// @source https://www.glfw.org/docs/3.3/group__keys.html
constexpr int kFirstModifier = 340;
constexpr int kLeftShift = 340;
constexpr int kLeftControl = 341;
constexpr int kRightShift = 344;
constexpr int kRightControl = 345;

}  // namespace

ImGuiHost::ImGuiHost(const platform::Window& window) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window.handle(), true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    follow_scale(window);
}

ImGuiHost::ImGuiHost(ImGuiHost&& other) noexcept
    : owns_context_(std::exchange(other.owns_context_, false)),
      panels_(std::move(other.panels_)),
      replayed_(std::move(other.replayed_)),
      content_scale_(other.content_scale_),
      scale_(other.scale_) {}

ImGuiHost::~ImGuiHost() {
    if (owns_context_) {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext();
    }
}

bool ImGuiHost::follow_scale(const platform::Window& window) {
    const float content_scale = window.content_scale();
    if (content_scale == content_scale_) {
        return false;
    }
    const bool is_first = content_scale_ == 0;
    content_scale_ = content_scale;
    const float density = window.pixel_density();
    scale_ = std::clamp(content_scale / density, 0.5F, 4.0F);
    const auto fonts = base::data_file("fonts");
    // Without its fonts ImGui draws with its own; the map has failed to load them before and said so.
    const base::Status status =
        panels_.load_fonts(fonts ? *fonts : std::filesystem::path(), scale_, density);
    if (!is_first) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    return status || !is_first;
}

void ImGuiHost::begin(platform::Window& window) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    for (const int key : replayed_) {
        io.KeysDown[key] = false;
    }
    replayed_.clear();
    const auto is_down = [&io](int left, int right) {
        return io.KeysDown[left] || io.KeysDown[right];
    };
    io.KeyCtrl = is_down(kLeftControl, kRightControl);
    io.KeyShift = is_down(kLeftShift, kRightShift);
    for (const platform::Window::KeyPress& press : window.take_key_presses()) {
        if (press.key >= kFirstModifier || press.key >= IM_ARRAYSIZE(io.KeysDown)) {
            continue;
        }
        io.KeyCtrl = press.ctrl;  // as they were then; they may be up again
        io.KeyShift = press.shift;
        if (!io.KeysDown[press.key]) {
            io.KeysDown[press.key] = true;
            replayed_.push_back(press.key);
        }
    }
}

void ImGuiHost::draw() {
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace salient::app
