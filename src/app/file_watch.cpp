#include "app/file_watch.hpp"

namespace salient::app {

namespace {
constexpr std::size_t kMostFiles = 200;
}

bool FileWatch::stamp_of(const std::string& path, Stamp& out) {
    std::error_code code;
    if (!std::filesystem::is_regular_file(path, code)) {
        return false;
    }
    out.time = std::filesystem::last_write_time(path, code);
    if (code) {
        return false;
    }
    out.bytes = std::filesystem::file_size(path, code);
    return !code;
}

void FileWatch::add(const std::string& path) {
    Stamp stamp;
    const bool has_room = files_.count(path) > 0 || files_.size() < kMostFiles;
    if (has_room && stamp_of(path, stamp)) {
        files_[path] = {stamp, stamp};
    }
}

std::vector<std::string> FileWatch::changed(double now_s) {
    std::vector<std::string> out;
    if (now_s < next_look_s_) {
        return out;
    }
    next_look_s_ = now_s + 1;
    for (auto& [path, file] : files_) {
        Stamp now;
        if (!stamp_of(path, now)) {
            continue;  // being replaced, or gone: what was read stays
        }
        if (!(now == file.read) && now == file.seen) {
            file.read = now;
            out.push_back(path);
        }
        file.seen = now;
    }
    return out;
}

}  // namespace salient::app
