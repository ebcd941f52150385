#pragma once

#include "session/state.hpp"
#include "ui/inputs.hpp"

#include <imgui.h>

#include <string>
#include <string_view>

// Only for the .cpp files of this module: it includes ImGui.
namespace salient::ui {

/// Colours of the panels in one theme.
struct Colors {
    ImU32 panel = 0;
    ImU32 sunken = 0;  ///< fields, bars' ground
    ImU32 raised = 0;  ///< buttons, hovered rows
    ImU32 pressed = 0;
    ImU32 line = 0;
    ImU32 text = 0;
    ImU32 quiet = 0;
    ImU32 faint = 0;
    ImU32 accent = 0;
    ImU32 accent_soft = 0;
    ImU32 accent_text = 0;  ///< on accent
    ImU32 good = 0;
    ImU32 warning = 0;
    ImU32 bad = 0;
    ImU32 mark_sentence = 0;  ///< behind the source sentence
    ImU32 mark_date = 0;
    ImU32 mark_place = 0;
    ImU32 mark_type = 0;
    ImU32 mark_quantity = 0;
    ImU32 mark_claimed = 0;
    ImU32 mark_actor = 0;
};

/// Fonts, sizes and colours of this frame.
struct Look {
    float scale = 1;
    bool is_dark = false;
    Colors colors;
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
    ImFont* small = nullptr;
    ImFont* small_bold = nullptr;
    ImFont* title = nullptr;
    /// A length at scale 1 in this frame's pixels.
    [[nodiscard]] float px(float value) const { return value * scale; }
};

[[nodiscard]] const Colors& colors_of(session::Theme theme);
/// Sets ImGui's style to the look.
void apply_look(const Look& look);

[[nodiscard]] ImU32 pack(Color color);
/// The colour with its alpha multiplied.
[[nodiscard]] ImU32 faded(ImU32 color, float factor);
[[nodiscard]] inline ImVec4 as_vec4(ImU32 color) {
    return ImGui::ColorConvertU32ToFloat4(color);
}

/// Small pictures drawn with lines, so that no icon font is needed.
enum class Icon {
    Play,
    Pause,
    StepBack,
    StepOn,
    EventBack,
    EventOn,
    Loop,
    Open,
    Camera,
    Save,
    Sun,
    Moon,
    Help,
    Layers,
    List,
    Search,
    Close,
    Check,
    Reject,
    Edit,
    Fit,
    Folder,
    File,
    Up,
    Bookmark,
};
void draw_icon(ImDrawList* list, Icon icon, ImVec2 center, float size, ImU32 color);

/// A square button with an icon; `tip` shows on hover and names the key.
bool icon_button(const Look& look, const char* id, Icon icon, const char* tip, bool is_on = false);
/// ImGui's combo box with a small chevron instead of its own arrow. Call ImGui::EndCombo when it gives true.
[[nodiscard]] bool begin_combo(const Look& look, const char* id, const char* shown);
/// A button with an icon and a word.
bool labelled_button(
    const Look& look,
    Icon icon,
    const char* label,
    const char* tip,
    bool is_primary = false);

/// An event's mark: filled when accepted, hollow otherwise.
void draw_mark(ImDrawList* list, TypeLook type, ImVec2 center, float radius, bool is_filled);

/// Text in the current window, cut with "…" so that it fits. Draws nothing else.
void draw_text_cut(ImFont* font, ImVec2 at, float width, ImU32 color, std::string_view text);
/// A line in small, quiet capitals above a group.
void section(const Look& look, const char* label);
void quiet_text(const Look& look, std::string_view text);
void tooltip(const char* text);

/// Begins a panel that fills the rectangle, without title or moving. @return false when it is empty; call end_panel then too
bool begin_panel(const Look& look, const char* name, const struct Rect& rect, ImVec2 padding);
void end_panel();
/// A hairline along an edge of the current panel, past its padding.
void edge_line(const Look& look, ImVec2 from, ImVec2 to);

/// 1234567 → "1,234,567"
[[nodiscard]] std::string grouped(std::size_t value);

}  // namespace salient::ui
