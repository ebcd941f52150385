#include "render/renderer.hpp"

#include "gl/target.hpp"
#include "render/painter.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace salient::render {

namespace {

/// What a kept picture shows: a scene's lowest layers.
struct KeptKey {
    scene::View view;
    scene::Color background;
    std::vector<std::uint64_t> layers;
    friend bool operator==(const KeptKey&, const KeptKey&) = default;
};

KeptKey key_of(const scene::Scene& scene, std::size_t layers) {
    KeptKey key{scene.view, scene.background, {}};
    for (std::size_t i = 0; i < layers; ++i) {
        key.layers.push_back(scene.layers[i].key);
    }
    return key;
}

/// A picture of a scene's size, kept from frame to frame.
class KeptPicture {
public:
    [[nodiscard]] bool shows(const KeptKey& key) const { return target_ && key_ == key; }
    /// Binds the picture, to be drawn as the key says. @return false when there is no room for it
    bool begin(KeptKey key) {
        const scene::SizePx size = key.view.size_px;
        if (!target_ || target_->width_px() != size.width || target_->height_px() != size.height) {
            target_.reset();
            auto target = gl::Target::create(size.width, size.height);
            if (!target) {
                return false;
            }
            target_ = std::move(target).value();
        }
        key_ = std::move(key);
        target_->bind();
        return true;
    }
    /// @pre begin() was true
    [[nodiscard]] const gl::Target& target() const { return *target_; }

private:
    std::optional<gl::Target> target_;
    KeptKey key_;
};

void clear_to(scene::Color color) {
    glClearColor(
        static_cast<float>(color.red) / 255.0F,
        static_cast<float>(color.green) / 255.0F,
        static_cast<float>(color.blue) / 255.0F,
        1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace

struct Renderer::Data {
    Painter painter;
    KeptPicture base;    // the lowest layer: the map costs more than all above it
    KeptPicture steady;  // all layers below the first that changes often
    std::size_t reused = 0;

    explicit Data(Painter ready) : painter(std::move(ready)) {}

    /// How many layers from the bottom may be kept as one picture.
    static std::size_t steady_layers(const scene::Scene& scene) {
        std::size_t count = 0;
        while (count < scene.layers.size() && !scene.layers[count].changes_often) {
            ++count;
        }
        return count;
    }

    /// Makes a kept picture show the lowest layer. @return false when there is no room for it
    bool refresh_base(const scene::Scene& scene) {
        KeptKey key = key_of(scene, 1);
        if (base.shows(key)) {
            reused = 1;
            return true;
        }
        if (!base.begin(std::move(key))) {
            return false;
        }
        clear_to(scene.background);
        painter.draw(scene.layers.front());
        return true;
    }

    /// Makes the other kept picture show the steady layers. @return false when there is no room for it
    bool refresh_steady(const scene::Scene& scene, std::size_t count) {
        KeptKey key = key_of(scene, count);
        if (steady.shows(key)) {
            reused = count;
            return true;
        }
        const bool has_base = count > 1 && refresh_base(scene);
        if (!steady.begin(std::move(key))) {
            return false;
        }
        if (has_base) {
            base.target().copy_to(steady.target().framebuffer(), 0, 0);
        } else {
            clear_to(scene.background);
        }
        for (std::size_t i = has_base ? 1 : 0; i < count; ++i) {
            painter.draw(scene.layers[i]);
        }
        return true;
    }
};

Renderer::Renderer(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

base::Result<Renderer> Renderer::create(const text::FontSet& fonts) {
    auto programs = load_programs();
    if (!programs) {
        return programs.error();
    }
    return Renderer(std::make_unique<Data>(Painter(std::move(programs).value(), fonts)));
}

void Renderer::draw(
    const scene::Scene& scene,
    std::uint32_t framebuffer,
    int left_px,
    int bottom_px) {
    const scene::SizePx size = scene.view.size_px;
    if (size.width < 1 || size.height < 1) {
        return;
    }
    data_->reused = 0;
    data_->painter.begin(scene.view);
    const std::size_t steady = Data::steady_layers(scene);
    const bool kept = steady > 0 && data_->refresh_steady(scene, steady);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(left_px, bottom_px, size.width, size.height);
    if (kept) {
        data_->steady.target().copy_to(framebuffer, left_px, bottom_px);
    } else {
        clear_to(scene.background);
    }
    for (std::size_t i = kept ? steady : 0; i < scene.layers.size(); ++i) {
        data_->painter.draw(scene.layers[i]);
    }
    data_->painter.end_frame();
}

std::size_t Renderer::layers_reused() const {
    return data_->reused;
}

}  // namespace salient::render
