#include "app/read_options.hpp"

#include "app/region_finder.hpp"
#include "app/remembered_mappings.hpp"
#include "io/coordinate_system.hpp"

namespace salient::app {

io::ReadOptions event_read_options(const Limits& limits, const ImportChoices& choices) {
    io::ReadOptions options;
    options.limits.unpacked_bytes = limits.max_bytes;
    options.limits.features = limits.max_features;
    options.limits.vertices = limits.max_vertices;
    options.limits.field_bytes = limits.max_field_bytes;
    options.limits.nesting = limits.max_nesting;
    options.swap_axes = choices.swap_axes;
    options.crs = choices.crs;
    options.layers = choices.layers;
    if (!choices.date_order.empty()) {
        options.date_order =
            choices.date_order == "month" ? io::DateOrder::MonthFirst : io::DateOrder::DayFirst;
    }
    options.find_region = region_finder();
    options.recall_mapping = remembered_mapping;
    return options;
}

base::Status check_crs(const std::string& crs) {
    if (const auto status = io::check_coordinate_system(crs); !status) {
        return base::Error{status.error().code, "--crs: " + status.error().message, ""};
    }
    return base::Done{};
}

}  // namespace salient::app
