#pragma once

#include "base/result.hpp"
#include "io/gdal_handles.hpp"

#include <string>
#include <string_view>
#include <vector>

/// GDAL datasets that were opened from bytes in memory, so that no other file is looked for. For .cpp files of this module only.
namespace salient::io {

/// A folder of GDAL's memory file system that goes with it. The bytes stay with the caller.
class MemoryFolder {
public:
    MemoryFolder();
    ~MemoryFolder();
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    /// @param bytes  must outlive the folder; may be written to by nobody
    /// @return the name under which GDAL finds the file
    std::string add(std::string_view name, char* bytes, std::size_t size);

private:
    std::string folder_;
    std::vector<std::string> files_;
};

/// Gathers what GDAL says on this thread, until it goes.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;
    /// The first different ones.
    [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }
    /// Something failed, not only a warning.
    [[nodiscard]] bool has_failure() const { return has_failure_; }

private:
    std::vector<std::string> texts_;
    bool has_failure_ = false;
    static void take(CPLErr severity, CPLErrorNum number, const char* text);
};

/// Opens a dataset for reading with one driver.
/// @param options  "NAME=VALUE"
[[nodiscard]] Dataset open_with(
    const std::string& name,
    const std::string& driver,
    const std::vector<std::string>& options = {});

}  // namespace salient::io
