#pragma once

#include "base/result.hpp"

#include <memory>

namespace salient::platform {

/// A GL 3.3 core context without a window or a display: EGL, surfaceless where Mesa offers it.
/// @thread the one that made it; current from create() until destroyed
class HeadlessContext {
public:
    /// @errors Unsupported: no EGL, or no OpenGL 3.3; the message says which.
    [[nodiscard]] static base::Result<HeadlessContext> create();
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
