#include "platform/headless.hpp"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <array>
#include <string>
#include <utility>

namespace salient::platform {

struct HeadlessContext::Handles {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    EGLSurface surface = EGL_NO_SURFACE;

    Handles() = default;
    Handles(const Handles&) = delete;
    Handles& operator=(const Handles&) = delete;
    ~Handles() {
        if (display == EGL_NO_DISPLAY) {
            return;
        }
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (surface != EGL_NO_SURFACE) {
            eglDestroySurface(display, surface);
        }
        if (context != EGL_NO_CONTEXT) {
            eglDestroyContext(display, context);
        }
        eglTerminate(display);
    }
};

namespace {

base::Error unsupported(const std::string& what) {
    return {
        base::ErrorCode::Unsupported,
        what + "; install libgl1-mesa-dri for drawing in software",
        ""};
}

EGLDisplay open_display() {
    // eglGetPlatformDisplay would abort here: epoxy looks for EGL 1.5 before anything is initialised.
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
        EGLDisplay display =
            eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
        if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) {
            return display;
        }
    }
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_device")
        && epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_device_enumeration")) {
        EGLDeviceEXT device = nullptr;
        EGLint count = 0;
        if (eglQueryDevicesEXT(1, &device, &count) == EGL_TRUE && count > 0) {
            EGLDisplay display = eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, device, nullptr);
            if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) {
                return display;
            }
        }
    }
    EGLDisplay display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    return display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE
               ? display
               : EGL_NO_DISPLAY;
}

}  // namespace

HeadlessContext::HeadlessContext(std::unique_ptr<Handles> handles) : handles_(std::move(handles)) {}
HeadlessContext::~HeadlessContext() = default;
HeadlessContext::HeadlessContext(HeadlessContext&&) noexcept = default;
HeadlessContext& HeadlessContext::operator=(HeadlessContext&&) noexcept = default;

base::Result<HeadlessContext> HeadlessContext::create() {
    auto handles = std::make_unique<Handles>();
    handles->display = open_display();
    if (handles->display == EGL_NO_DISPLAY) {
        return unsupported("Expected EGL for drawing without a window, found none");
    }
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) {
        return unsupported("EGL offers no desktop OpenGL");
    }
    const bool surfaceless =
        epoxy_has_egl_extension(handles->display, "EGL_KHR_surfaceless_context");
    const std::array<EGLint, 5> wanted = {
        EGL_SURFACE_TYPE,
        surfaceless ? 0 : EGL_PBUFFER_BIT,
        EGL_RENDERABLE_TYPE,
        EGL_OPENGL_BIT,
        EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(handles->display, wanted.data(), &config, 1, &count) != EGL_TRUE
        || count < 1) {
        return unsupported("EGL offers no configuration for OpenGL");
    }
    const std::array<EGLint, 7> version = {
        EGL_CONTEXT_MAJOR_VERSION,
        3,
        EGL_CONTEXT_MINOR_VERSION,
        3,
        EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
        EGL_NONE};
    handles->context = eglCreateContext(handles->display, config, EGL_NO_CONTEXT, version.data());
    if (handles->context == EGL_NO_CONTEXT) {
        return unsupported("Expected OpenGL 3.3 core, the driver does not offer it");
    }
    if (!surfaceless) {
        const std::array<EGLint, 5> size = {EGL_WIDTH, 16, EGL_HEIGHT, 16, EGL_NONE};
        handles->surface = eglCreatePbufferSurface(handles->display, config, size.data());
    }
    if (eglMakeCurrent(handles->display, handles->surface, handles->surface, handles->context)
        != EGL_TRUE) {
        return unsupported("EGL cannot make the OpenGL context current");
    }
    return HeadlessContext(std::move(handles));
}

}  // namespace salient::platform
