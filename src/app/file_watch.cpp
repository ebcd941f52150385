#include "app/file_watch.hpp"

#include "app/folder_files.hpp"

namespace salient::app {

namespace {
constexpr std::size_t kMostFiles = 200;
// Of one folder: looking at them takes some milliseconds of a frame each second.
constexpr std::size_t kMostInFolder = 2000;
}  // namespace

std::optional<FileWatch::Stamp> FileWatch::stamp_of(const std::string& path) {
    std::error_code code;
    if (!std::filesystem::is_regular_file(path, code)) {
        return std::nullopt;
    }
    Stamp stamp;
    stamp.time = std::filesystem::last_write_time(path, code);
    if (code) {
        return std::nullopt;
    }
    stamp.bytes = std::filesystem::file_size(path, code);
    return code ? std::nullopt : std::optional(stamp);
}

void FileWatch::add(const std::string& path) {
    std::error_code code;
    if (std::filesystem::is_directory(path, code)) {
        Files files;
        for (const std::filesystem::path& file : files_in(path, kMostInFolder)) {
            const auto stamp = stamp_of(file.string());
            files[file.string()] = {stamp, stamp};
        }
        folders_[path] = std::move(files);
        return;
    }
    const auto stamp = stamp_of(path);
    if (!stamp) {
        return;
    }
    bool lies_in_folder = false;
    for (auto& [folder, files] : folders_) {
        const auto file = files.find(path);
        if (file != files.end()) {
            file->second = {stamp, stamp};
            lies_in_folder = true;
        }
    }
    if (!lies_in_folder && (files_.count(path) > 0 || files_.size() < kMostFiles)) {
        files_[path] = {stamp, stamp};
    }
}

bool FileWatch::has_changed(const std::string& path, File& file) {
    const auto now = stamp_of(path);
    if (!now) {
        return false;  // being replaced, or gone: what was read stays
    }
    const bool stands_still = now == file.seen;
    const bool is_new = now != file.read;
    file.seen = now;
    if (is_new && stands_still) {
        file.read = now;
    }
    return is_new && stands_still;
}

std::vector<FileWatch::Change> FileWatch::changed(double now_s) {
    std::vector<Change> out;
    if (now_s < next_look_s_) {
        return out;
    }
    next_look_s_ = now_s + 1;
    for (auto& [path, file] : files_) {
        if (has_changed(path, file)) {
            out.push_back({path, ""});
        }
    }
    for (auto& [folder, files] : folders_) {
        for (const std::filesystem::path& path : files_in(folder, kMostInFolder)) {
            if (has_changed(path.string(), files[path.string()])) {
                out.push_back({path.string(), folder});
            }
        }
    }
    return out;
}

}  // namespace salient::app
