#pragma once

namespace salient::ui {

/// Pixels from the window's top left, device-independent.
struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    [[nodiscard]] bool contains(float px, float py) const {
        return px >= x && py >= y && px < x + width && py < y + height;
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// Where everything is. The rectangles touch but never overlap, and together fill the window.
struct Layout {
    Rect top;       ///< name, "Go to", buttons
    Rect layers;    ///< left; width 0 when hidden
    Rect map;       ///< never covered by panels
    Rect list;      ///< right, upper part
    Rect card;      ///< right, lower part; height 0 when nothing is selected
    Rect timeline;  ///< bottom
};

struct LayoutOptions {
    float scale = 1;          ///< of text and controls
    bool show_layers = true;  ///< ignored where the window is too narrow
    bool show_list = true;
    bool show_card = false;
};

/// Usable from 1024 × 640 at scale 1 up to any size; smaller windows drop the layers first, then the list.
[[nodiscard]] Layout compute_layout(float width_px, float height_px, const LayoutOptions& options);

}  // namespace salient::ui
