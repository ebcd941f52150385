// Each definition goes when its reader arrives.
#include "io/readers.hpp"

namespace salient::io {

base::Status read_gdal(
    const std::filesystem::path& path,
    const ReadOptions& /*options*/,
    Tables& /*out*/,
    Progress* /*progress*/,
    const std::stop_token& /*stop*/) {
    return base::Error{
        base::ErrorCode::Unsupported,
        "This kind of file is not built in",
        path.string()};
}

}  // namespace salient::io
