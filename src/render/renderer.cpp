#include "render/renderer.hpp"

#include "gl/target.hpp"
#include "render/painter.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace salient::render {

namespace {

/// What the kept picture shows: the layers below the first that changes often.
struct KeptKey {
    scene::View view;
    scene::Color background;
    std::vector<std::uint64_t> layers;
    friend bool operator==(const KeptKey&, const KeptKey&) = default;
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
    std::optional<gl::Target> kept;
    KeptKey kept_key;
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

    /// Makes the kept picture show the steady layers. @return false when there is no room for it
    bool refresh(const scene::Scene& scene, std::size_t steady) {
        KeptKey key{scene.view, scene.background, {}};
        for (std::size_t i = 0; i < steady; ++i) {
            key.layers.push_back(scene.layers[i].key);
        }
        const scene::SizePx size = scene.view.size_px;
        const bool fits =
            kept && kept->width_px() == size.width && kept->height_px() == size.height;
        if (fits && key == kept_key) {
            reused = steady;
            return true;
        }
        if (!fits) {
            auto target = gl::Target::create(size.width, size.height);
            if (!target) {
                return false;
            }
            kept = std::move(target).value();
        }
        kept->bind();
        clear_to(scene.background);
        for (std::size_t i = 0; i < steady; ++i) {
            painter.draw(scene.layers[i]);
        }
        kept_key = std::move(key);
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
    const bool kept = data_->refresh(scene, steady);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glViewport(left_px, bottom_px, size.width, size.height);
    if (kept) {
        // A texture's rows come from the bottom: the rectangle is turned over.
        const auto height = static_cast<float>(size.height);
        data_->painter.draw_texture(
            data_->kept->texture(),
            {0, height, static_cast<float>(size.width), -height},
            false);
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
