#include "io/control_file.hpp"

#include "io/control_content.hpp"
#include "io/control_settlements.hpp"
#include "io/control_snapshots.hpp"

#include <string>
#include <system_error>
#include <utility>

namespace salient::io {

namespace fs = std::filesystem;

base::Result<control::ControlHistory> read_control_file(
    const fs::path& path,
    base::Diagnostics& diagnostics,
    const ControlReading& how,
    const std::stop_token& stop) {
    if (is_settlement_table(path)) {
        return read_settlement_table(path, diagnostics, how, stop);
    }
    auto content = read_control_content(path, how);
    if (!content) {
        return content.error();
    }
    std::string source;
    for (const MapFeature& feature : content->features) {
        source = feature.attribute("source");
        if (!source.empty()) {
            break;
        }
    }
    const auto of_file = date_in_name(path.filename().string());
    auto snapshots =
        snapshots_of(std::move(content).value(), of_file, path, diagnostics, how.check);
    if (!snapshots) {
        return snapshots.error();
    }
    return control::ControlHistory(
        source.empty() ? path.filename().string() : source,
        std::move(snapshots).value());
}

base::Result<control::ControlHistory> read_control(
    const fs::path& path,
    base::Diagnostics& diagnostics,
    const ControlReading& how,
    Progress* progress,
    const std::stop_token& stop) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        return read_control_folder(path, diagnostics, how, progress, stop);
    }
    return read_control_file(path, diagnostics, how, stop);
}

}  // namespace salient::io
