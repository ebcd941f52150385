#pragma once

#include "base/diagnostics.hpp"
#include "io/control_file.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace salient::io {

/// A folder that goes with it.
class ControlFolder {
public:
    ControlFolder();
    ~ControlFolder();
    ControlFolder(const ControlFolder&) = delete;
    ControlFolder& operator=(const ControlFolder&) = delete;
    /// Writes a file; folders in its name are made.
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A ring of a box, as JSON coordinates.
[[nodiscard]] std::string box_ring(double west, double south, double east, double north);
/// A feature with these properties (the inside of an object) and a box.
[[nodiscard]] std::string box_feature(std::string_view properties, double west, double east);
[[nodiscard]] std::string collection(std::string_view features);

/// Reads a path; the test fails when it cannot be read.
[[nodiscard]] control::ControlHistory read_history(
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics);

/// "2024-08-06 2024-08-07"
[[nodiscard]] std::string days_text(const control::ControlHistory& history);

}  // namespace salient::io
