#pragma once

#include "workspace/contents.hpp"
#include "workspace/journal.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace salient::workspace::testing {

/// An empty folder that goes with its owner.
class TempFolder {
public:
    TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder();
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

/// Contents with something in every part; the files that they name lie in `folder` and exist.
[[nodiscard]] Contents
full_contents(const std::filesystem::path& folder, std::size_t events, std::uint64_t seed);

/// Edit number `number` of a long session, always the same: it puts an event, now and then something else as well.
[[nodiscard]] std::vector<Edit> numbered_edit(std::size_t number);

void retitle(Contents& contents, std::size_t event, const std::string& title);
void remove_event(Contents& contents, std::size_t event);
/// For comparing: events are known by their ids, their order is the store's business.
[[nodiscard]] Contents sorted_by_id(Contents contents);

void write_text(const std::filesystem::path& path, const std::string& text);
[[nodiscard]] std::string read_text(const std::filesystem::path& path);

/// The program that tests kill, starve and rob.
[[nodiscard]] std::filesystem::path victim();

}  // namespace salient::workspace::testing
