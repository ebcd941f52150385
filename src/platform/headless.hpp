#pragma once

#include "base/result.hpp"

#include <memory>

namespace salient::platform {

/// A GL 3.3 core context without a window or a display: EGL, surfaceless where Mesa offers it.
class HeadlessContext {
public:
    /// One that is current in this thread until it is destroyed. @thread to be used and destroyed in the one that made it
    /// @errors Unsupported: no EGL, or no OpenGL 3.3; the message says which.
    [[nodiscard]] static base::Result<HeadlessContext> create();
    /// The same, not yet current: finding and loading the driver takes longer than all that a small picture needs, and can be
    /// done meanwhile. @thread any
    [[nodiscard]] static base::Result<HeadlessContext> prepare();
    /// @thread from here on the only one to use and destroy it
    [[nodiscard]] base::Status make_current();
    ~HeadlessContext();
    HeadlessContext(const HeadlessContext&) = delete;
    HeadlessContext& operator=(const HeadlessContext&) = delete;
    HeadlessContext(HeadlessContext&&) noexcept;
    HeadlessContext& operator=(HeadlessContext&&) noexcept;

private:
    struct Handles;
    explicit HeadlessContext(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> handles_;
};

}  // namespace salient::platform
