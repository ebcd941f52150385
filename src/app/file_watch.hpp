#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace salient::app {

/// Notices when files that were read change on disk, and when folders that were read get new files. Looks at most once a second.
class FileWatch {
public:
    /// Watches a file, or a folder with all that is read from it, from its present state on; what does not exist is left out. A
    /// file of a watched folder stays with the folder.
    void add(const std::string& path);

    struct Change {
        std::string path;
        std::string folder;  ///< the watched one that holds it; empty for a file watched by itself
    };
    /// Files that changed, or came, since and have stood still between two looks, in order of folders and names.
    [[nodiscard]] std::vector<Change> changed(double now_s);

private:
    struct Stamp {
        std::filesystem::file_time_type time;
        std::uintmax_t bytes = 0;
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    struct File {
        std::optional<Stamp> read;  // when it was read; nullopt: new
        std::optional<Stamp> seen;  // at the last look
    };
    using Files = std::map<std::string, File>;

    Files files_;
    std::map<std::string, Files> folders_;
    double next_look_s_ = 0;
    [[nodiscard]] static std::optional<Stamp> stamp_of(const std::string& path);
    [[nodiscard]] static bool has_changed(const std::string& path, File& file);
};

}  // namespace salient::app
