#include "ui/data.hpp"
#include "ui/keys.hpp"

#include <imgui.h>

#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace salient::ui {

namespace {

/// Latin, Cyrillic, punctuation, currency, arrows and the few signs that panels use.
constexpr std::array<ImWchar, 17> kGlyphs = {
    0x0020,
    0x017F,
    0x02BB,
    0x02BC,
    0x0400,
    0x04FF,
    0x2010,
    0x2044,
    0x20AC,
    0x20B4,
    0x2116,
    0x2116,
    0x2190,
    0x2193,
    0x2212,
    0x2264,
    0};
constexpr std::array<ImWchar, 3> kTitleGlyphs = {0x0020, 0x017F, 0};

/// A face at a size. @return null when the file cannot be read
ImFont* add_font(const std::filesystem::path& path, float size_px, const ImWchar* glyphs) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) {
        return nullptr;  // ImGui asserts on missing files
    }
    ImFontConfig config;
    config.OversampleH = 2;
    config.OversampleV = 1;
    config.PixelSnapH = false;
    return ImGui::GetIO()
        .Fonts->AddFontFromFileTTF(path.string().c_str(), std::round(size_px), &config, glyphs);
}

LayoutOptions layout_options(const Inputs& inputs, const Panels::Data& data) {
    const session::Document& document = inputs.document;
    return {
        data.look.scale,
        data.show_layers,
        data.show_list,
        document.events.find(document.state.selected).has_value()};
}

/// The map's place in device-independent pixels, in which cameras count.
Rect unscaled(const Rect& rect, float scale) {
    return {rect.x / scale, rect.y / scale, rect.width / scale, rect.height / scale};
}

void follow(const Context& context, const KeyWishes& wishes) {
    Panels::Data& data = context.data;
    if (wishes.open_files) {
        data.wanted = Dialog::Open;
    }
    if (wishes.help) {
        data.wanted = Dialog::Help;
    }
    data.bookmarks.wants_open = data.bookmarks.wants_open || wishes.bookmarks;
    const auto wished = static_cast<std::size_t>(wishes.bookmark);
    if (wished > 0 && wished <= context.in.bookmarks.size()) {
        context.out.push_back(session::GoToBookmark{context.in.bookmarks[wished - 1]});
    }
    data.search.wants_focus = data.search.wants_focus || wishes.search;
    data.show_layers = data.show_layers != wishes.toggle_layers;
    data.show_list = data.show_list != wishes.toggle_list;
    const std::string& selected = context.state().selected;
    if (wishes.edit && !selected.empty()) {
        data.editor.id = data.editor.id == selected ? "" : selected;
        data.editor.error.clear();
    }
    if (wishes.escape && !data.is_dialog_open && !ImGui::GetIO().WantTextInput
        && !selected.empty()) {
        context.out.push_back(session::Select{"", false});
    }
}

/// Closing asks when something would be lost, else quits.
void answer_close(const Context& context) {
    if (!context.in.close_asked) {
        return;
    }
    if (context.in.document.has_unsaved_work()) {
        context.data.wanted = Dialog::Unsaved;
    } else {
        context.out.push_back(session::Quit{});
    }
}

}  // namespace

Panels::Panels() : data_(std::make_unique<Data>()) {}
Panels::~Panels() = default;
Panels::Panels(Panels&&) noexcept = default;
Panels& Panels::operator=(Panels&&) noexcept = default;

base::Status
Panels::load_fonts(const std::filesystem::path& folder, float scale, float pixel_density) {
    ImGuiIO& io = ImGui::GetIO();
    io.Fonts->Clear();
    const std::filesystem::path regular = folder / "NotoSans-Regular.ttf";
    const std::filesystem::path bold = folder / "NotoSans-Bold.ttf";
    const float size = scale * pixel_density;
    Look& look = data_->look;
    look.scale = scale;
    look.regular = add_font(regular, 15.5F * size, kGlyphs.data());
    look.small = add_font(regular, 13 * size, kGlyphs.data());
    look.small_bold = add_font(bold, 13 * size, kGlyphs.data());
    look.bold = add_font(bold, 15.5F * size, kGlyphs.data());
    look.title = add_font(bold, 20 * size, kTitleGlyphs.data());
    io.FontGlobalScale = 1 / pixel_density;
    if (look.regular != nullptr && look.bold != nullptr) {
        return base::Done{};
    }
    ImFont* own = io.Fonts->AddFontDefault();
    for (ImFont** font : {&look.regular, &look.small, &look.small_bold, &look.bold, &look.title}) {
        *font = *font != nullptr ? *font : own;
    }
    return base::Error{
        base::ErrorCode::NotFound,
        "Expected the fonts of the panels",
        folder.string()};
}

void Panels::open_file_browser() {
    data_->wanted = Dialog::Open;
}
void Panels::open_help() {
    data_->wanted = Dialog::Help;
}
void Panels::open_import_report() {
    data_->wanted = Dialog::Report;
    data_->report_row = std::numeric_limits<std::size_t>::max();  // the last file: it is why
}
void Panels::open_save_dialog() {
    data_->wanted = Dialog::Save;
}
void Panels::open_workspace_dialog() {
    data_->wanted = Dialog::Workspace;
}

Output draw_all(const Inputs& inputs, Panels& panels, session::Commands& out) {
    Panels::Data& data = panels.data();
    Look& look = data.look;
    look.is_dark = inputs.document.state.theme == session::Theme::Dark;
    look.colors = colors_of(inputs.document.state.theme);
    apply_look(look);

    Output output;
    output.layout = compute_layout(inputs.width_px, inputs.height_px, layout_options(inputs, data));
    const Context context{inputs, look, output.layout, data, out};
    refresh_caches(context);
    answer_close(context);
    output.wants_close = inputs.close_asked;
    const KeyWishes wishes = read_keys(
        inputs.document.state,
        unscaled(output.layout.map, look.scale),
        data.is_dialog_open,
        data.arrows,
        out);
    follow(context, wishes);

    ImGui::PushFont(look.regular);
    draw_top_bar(context);
    draw_layers(context);
    draw_event_list(context);
    draw_event_card(context);
    draw_timeline(context);
    const bool is_gliding = read_map_mouse(context);
    draw_notices(context);
    data.is_dialog_open = draw_dialogs(context);
    ImGui::PopFont();
    output.is_animating =
        is_gliding || wishes.is_held || data.mouse.is_down || data.wanted != Dialog::None;
    return output;
}

}  // namespace salient::ui
