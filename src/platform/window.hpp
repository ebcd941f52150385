#pragma once

#include "base/result.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;

namespace salient::platform {

/// A window with a GL 3.3 core context, current on the thread that made it. Hidden until show().
/// @thread main
class Window {
public:
    struct Options {
        std::string title = "Salient";
        int width = 1440;  ///< in screen units
        int height = 900;
        bool vertical_sync = true;
    };

    /// @errors Unsupported: no display, or no OpenGL 3.3; the message says which and what to do.
    [[nodiscard]] static base::Result<Window> create(const Options& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;

    /// A key that went down, GLFW's number, with its modifiers.
    struct KeyPress {
        int key = 0;
        bool ctrl = false;
        bool shift = false;
    };

    void show();
    /// Handles input that has arrived. With `wait_s` > 0 sleeps until some arrives, wake() is called or the time is over.
    void process_events(double wait_s);
    void present();
    [[nodiscard]] bool close_requested() const;
    void set_close_requested(bool requested);

    /// Size of the framebuffer in device pixels.
    [[nodiscard]] int width_px() const;
    [[nodiscard]] int height_px() const;
    /// Device pixels for one device-independent pixel, as the desktop wants it.
    [[nodiscard]] float content_scale() const;
    /// Device pixels for one unit in which the window's size and the pointer count: 1 on X11, more where the desktop scales.
    [[nodiscard]] float pixel_density() const;
    /// Files dropped since the last call.
    [[nodiscard]] std::vector<std::string> take_dropped();
    /// Keys that went down since the last call, repeats left out: some may be up again.
    [[nodiscard]] std::vector<KeyPress> take_key_presses();
    [[nodiscard]] GLFWwindow* handle() const;

    /// Ends a waiting process_events. @thread any
    static void wake();

private:
    struct Data;
    struct Callbacks;
    explicit Window(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;
};

}  // namespace salient::platform
