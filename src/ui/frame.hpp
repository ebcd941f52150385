#pragma once

#include "base/result.hpp"
#include "session/command.hpp"
#include "ui/inputs.hpp"
#include "ui/layout.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace salient::ui {

/// What panels keep between frames and the session need not know: half-typed texts, open dialogs, what is being dragged,
/// caches of the event list and of the bars. One per window.
///
/// How the app uses it, once a frame:
///
///     ImGui_ImplOpenGL3_NewFrame(); ImGui_ImplGlfw_NewFrame(); ImGui::NewFrame();
///     session::Commands commands;
///     const ui::Output output = ui::draw_all(inputs, panels, commands);
///     ImGui::Render();                      // and draw the map into output.layout.map, the panels over it
///     for (const auto& command : commands)  // next frame, or now
///         document.apply(command) or carry the request out (OpenFiles, SavePicture, SaveEvents, GoToPlace, CancelJob,
///         DismissNotice, SetPublished, Quit)
///
/// Before the first frame: ImGui::CreateContext(), then load_fonts. Call set_scale when the window's content scale changes.
class Panels {
public:
    Panels();
    ~Panels();
    Panels(const Panels&) = delete;
    Panels& operator=(const Panels&) = delete;
    Panels(Panels&&) noexcept;
    Panels& operator=(Panels&&) noexcept;

    /// Puts Noto Sans (Latin and Cyrillic) into ImGui's font atlas, in the sizes the panels use.
    /// @param scale          of text and controls, 1 on an ordinary screen
    /// @param pixel_density  device pixels for one device-independent pixel: glyphs are made that much sharper
    /// @errors NotFound, Io: a font file is missing; panels then use ImGui's own font.
    [[nodiscard]] base::Status
    load_fonts(const std::filesystem::path& folder, float scale, float pixel_density = 1);

    /// Opens a dialog as a button or key would.
    void open_file_browser();
    void open_help();
    void open_import_report();
    void open_save_dialog();
    void open_workspace_dialog();

    struct Data;
    [[nodiscard]] Data& data() { return *data_; }

private:
    std::unique_ptr<Data> data_;
};

struct Output {
    Layout layout;  ///< where the map is to be drawn: layout.map
    bool is_animating =
        false;  ///< draw another frame soon, although nothing changed (smooth zoom, blinking caret)
    bool wants_close =
        false;  ///< the question about unsaved work is open or answered: reset the window's close flag
};

/// Draws every panel, reads keys and the mouse over the map, and appends what the user asked for to `out`.
/// @pre between ImGui::NewFrame and ImGui::Render
[[nodiscard]] Output draw_all(const Inputs& inputs, Panels& panels, session::Commands& out);

}  // namespace salient::ui
