#include "app/base_data.hpp"
#include "app/commands.hpp"
#include "app/output.hpp"
#include "app/picture.hpp"
#include "app/project.hpp"
#include "app/stopwatch.hpp"
#include "base/memory.hpp"
#include "platform/headless.hpp"

#include <cstdlib>
#include <memory>
#include <stop_token>
#include <utility>

namespace salient::app {

namespace {

base::Status shoot(const ShotOptions& options) {
    if (auto status = check_output(options.output); !status) {
        return status;
    }
    const auto size = parse_size(options.size);
    if (!size) {
        return base::Error{size.error().code, "--size: " + size.error().message, ""};
    }
    auto project = load_project(options.view, *size, options.scale);
    if (!project) {
        return project.error();
    }
    base::return_freed_memory();  // what was needed to read is as much as the renderer needs
    auto context = platform::HeadlessContext::create();
    if (!context) {
        return context.error();
    }
    auto fonts = text::FontSet::load();
    if (!fonts) {
        return fonts.error();
    }
    const PictureInputs inputs{
        project->state,
        project->events,
        project->map.get(),
        project->control.get(),
        options.title};
    auto image = render_picture(inputs, *size, options.scale, *fonts);
    if (!image) {
        return image.error();
    }
    print_timing("picture drawn");
    auto png = io::encode_png(*image, picture_metadata(inputs, *size, options.scale));
    if (!png) {
        return png.error();
    }
    report(project->diagnostics);
    base::Status written = write_output(options.output, *png);
    print_timing("picture written");
    return written;
}

}  // namespace

int run_shot(const ShotOptions& options) {
    const base::Status status = shoot(options);
    if (!status) {
        report(status.error());
        return 1;
    }
    return 0;
}

}  // namespace salient::app
