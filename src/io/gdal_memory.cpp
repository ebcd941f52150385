#include "io/gdal_memory.hpp"

#include "io/gdal_geometry.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <atomic>

namespace salient::io {

namespace {

constexpr std::size_t kMaxMessages = 5;

}  // namespace

MemoryFolder::MemoryFolder() {
    static std::atomic<unsigned> next = 0;
    folder_ = "/vsimem/salient-" + std::to_string(next++) + '/';
}

MemoryFolder::~MemoryFolder() {
    for (const std::string& file : files_) {
        VSIUnlink(file.c_str());
    }
    VSIRmdirRecursive(folder_.c_str());
}

std::string MemoryFolder::add(std::string_view name, char* bytes, std::size_t size) {
    std::string file = folder_ + std::string(name);
    VSILFILE* handle = VSIFileFromMemBuffer(
        file.c_str(),
        static_cast<GByte*>(static_cast<void*>(bytes)),
        size,
        FALSE);
    if (handle != nullptr) {
        VSIFCloseL(handle);
        files_.push_back(file);
    }
    return file;
}

GdalMessages::GdalMessages() {
    start_gdal();  // what it says itself is not about the file
    CPLErrorReset();
    CPLPushErrorHandlerEx(take, this);
}

GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
}

void GdalMessages::take(CPLErr severity, CPLErrorNum /*number*/, const char* text) {
    auto& self = *static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
    if (severity < CE_Warning) {
        return;
    }
    self.has_failure_ = self.has_failure_ || severity >= CE_Failure;
    const std::string message = std::string(text).substr(0, 300);
    if (self.texts_.size() < kMaxMessages
        && std::find(self.texts_.begin(), self.texts_.end(), message) == self.texts_.end()) {
        self.texts_.push_back(message);
    }
}

Dataset open_with(
    const std::string& name,
    const std::string& driver,
    const std::vector<std::string>& options) {
    start_gdal();
    const std::array<const char*, 2> drivers = {driver.c_str(), nullptr};
    std::vector<const char*> list;
    list.reserve(options.size() + 1);
    for (const std::string& option : options) {
        list.push_back(option.c_str());
    }
    list.push_back(nullptr);
    return Dataset(GDALOpenEx(
        name.c_str(),
        GDAL_OF_VECTOR | GDAL_OF_READONLY,
        drivers.data(),
        list.data(),
        nullptr));
}

}  // namespace salient::io
