#include "app/folder_files.hpp"

#include <algorithm>
#include <string>
#include <system_error>

namespace salient::app {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder, std::size_t most) {
    std::vector<fs::path> files;
    std::error_code error;
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator it(folder, options, error), end;
         !error && it != end && files.size() < most;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with(".")) {
            it.disable_recursion_pending();
            continue;
        }
        std::error_code gone;
        if (it->is_regular_file(gone) && !name.ends_with("~") && name != "README.md") {
            files.push_back(it->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace salient::app
