#pragma once

#include "ui/data.hpp"

#include <imgui.h>

// Only for the .cpp files of this module.
namespace salient::ui {

inline constexpr const char* kSaveDialog = "Save events";
inline constexpr const char* kWorkspaceDialog = "Save workspace";
inline constexpr const char* kReportDialog = "What was loaded";
inline constexpr const char* kMappingDialog = "What the columns mean";

/// Begins a dialog in the middle of the window, with its title. Call ImGui::EndPopup when it gives true.
/// @param size  at scale 1; smaller where the window is
[[nodiscard]] bool begin_dialog(const Context& context, const char* title, ImVec2 size);
/// Moves to where a row of so many buttons ends at the lower right corner.
void place_buttons(const Look& look, int count);
[[nodiscard]] bool escape_pressed();

}  // namespace salient::ui
