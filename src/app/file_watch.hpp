#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace salient::app {

/// Notices when files that were read change on disk. Looks at most once a second.
class FileWatch {
public:
    /// Watches a file from its present state on; folders and what does not exist are left out.
    void add(const std::string& path);
    /// Files that changed since and have stood still between two looks, in order of their names.
    [[nodiscard]] std::vector<std::string> changed(double now_s);
    [[nodiscard]] bool empty() const { return files_.empty(); }

private:
    struct Stamp {
        std::filesystem::file_time_type time;
        std::uintmax_t bytes = 0;
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    struct File {
        Stamp read;  // when it was read
        Stamp seen;  // at the last look
    };
    std::map<std::string, File> files_;
    double next_look_s_ = 0;
    [[nodiscard]] static bool stamp_of(const std::string& path, Stamp& out);
};

}  // namespace salient::app
