#include "platform/window.hpp"

#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace salient::platform {

struct Window::Data {
    GLFWwindow* window = nullptr;
    std::vector<std::string> dropped;
    std::vector<KeyPress> pressed;

    Data() = default;
    Data(const Data&) = delete;
    Data& operator=(const Data&) = delete;
    ~Data() {
        if (window != nullptr) {
            glfwDestroyWindow(window);
        }
        glfwTerminate();
    }
};

namespace {

std::string last_error() {
    const char* message = nullptr;
    glfwGetError(&message);
    return message == nullptr ? "no reason given" : message;
}

}  // namespace

/// What GLFW calls. The window's user pointer is its Data.
struct Window::Callbacks {
    static void on_drop(GLFWwindow* window, int count, const char** paths) {
        auto* data = static_cast<Data*>(glfwGetWindowUserPointer(window));
        data->dropped.insert(data->dropped.end(), paths, paths + count);
    }
    static void on_key(GLFWwindow* window, int key, int /*scancode*/, int action, int modifiers) {
        auto* data = static_cast<Data*>(glfwGetWindowUserPointer(window));
        if (action == GLFW_PRESS && key >= 0) {
            data->pressed.push_back(
                {key, (modifiers & GLFW_MOD_CONTROL) != 0, (modifiers & GLFW_MOD_SHIFT) != 0});
        }
    }
};

Window::Window(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;

base::Result<Window> Window::create(const Options& options) {
    if (glfwInit() != GLFW_TRUE) {
        return base::Error{
            base::ErrorCode::Unsupported,
            "No window can be opened here (" + last_error()
                + "). 'salient shot' renders pictures without a display",
            ""};
    }
    auto data = std::make_unique<Data>();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "salient");
    data->window =
        glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
    if (data->window == nullptr) {
        return base::Error{
            base::ErrorCode::Unsupported,
            "Expected OpenGL 3.3 for the window, the driver does not offer it (" + last_error()
                + ")",
            ""};
    }
    glfwMakeContextCurrent(data->window);
    glfwSwapInterval(options.vertical_sync ? 1 : 0);
    glfwSetWindowUserPointer(data->window, data.get());
    glfwSetDropCallback(data->window, Callbacks::on_drop);
    glfwSetKeyCallback(data->window, Callbacks::on_key);
    return Window(std::move(data));
}

void Window::show() {
    glfwShowWindow(data_->window);
}

void Window::process_events(double wait_s) {
    if (wait_s > 0) {
        glfwWaitEventsTimeout(wait_s);
    } else {
        glfwPollEvents();
    }
}

void Window::present() {
    glfwSwapBuffers(data_->window);
}

bool Window::close_requested() const {
    return glfwWindowShouldClose(data_->window) == GLFW_TRUE;
}

void Window::set_close_requested(bool requested) {
    glfwSetWindowShouldClose(data_->window, requested ? GLFW_TRUE : GLFW_FALSE);
}

int Window::width_px() const {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(data_->window, &width, &height);
    return width;
}

int Window::height_px() const {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(data_->window, &width, &height);
    return height;
}

float Window::content_scale() const {
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(data_->window, &x, &y);
    return x;
}

float Window::pixel_density() const {
    int units = 0;
    int height = 0;
    glfwGetWindowSize(data_->window, &units, &height);
    return units > 0 ? static_cast<float>(width_px()) / static_cast<float>(units) : 1;
}

std::vector<std::string> Window::take_dropped() {
    return std::exchange(data_->dropped, {});
}

std::vector<Window::KeyPress> Window::take_key_presses() {
    return std::exchange(data_->pressed, {});
}

GLFWwindow* Window::handle() const {
    return data_->window;
}

void Window::wake() {
    glfwPostEmptyEvent();
}

}  // namespace salient::platform
