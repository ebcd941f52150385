#pragma once

#include "io/read_events.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace salient::io {

/// A file in a folder of its own that goes with it.
class TestFile {
public:
    TestFile(std::string_view name, std::string_view bytes);
    ~TestFile();
    TestFile(const TestFile&) = delete;
    TestFile& operator=(const TestFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path folder_;
    std::filesystem::path path_;
};

/// Writes the bytes to a file of this name and reads it. The test fails when it cannot be read.
[[nodiscard]] EventFile
read_bytes(std::string_view name, std::string_view bytes, const ReadOptions& options = {});

/// "2022-03-05", or "undated".
[[nodiscard]] std::string first_day(const events::Event& event);
/// ISO text of the time, or "undated".
[[nodiscard]] std::string time_text(const events::Event& event);

}  // namespace salient::io
