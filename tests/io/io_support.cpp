#include "io_support.hpp"

#include "time/text.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <fstream>

namespace salient::io {

TestFile::TestFile(std::string_view name, std::string_view bytes) {
    static int count = 0;
    folder_ = std::filesystem::temp_directory_path()
              / ("salient-io-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(folder_);
    path_ = folder_ / name;
    std::ofstream(path_, std::ios::binary) << bytes;
}

TestFile::~TestFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

EventFile read_bytes(std::string_view name, std::string_view bytes, const ReadOptions& options) {
    const TestFile file(name, bytes);
    auto read = read_events(file.path(), options);
    if (!read) {
        FAIL(read.error().text());
    }
    return std::move(read).value();
}

std::string first_day(const events::Event& event) {
    return event.time ? time::iso_day(time::first_day(*event.time)) : "undated";
}

std::string time_text(const events::Event& event) {
    return event.time ? time::iso_text(*event.time) : "undated";
}

}  // namespace salient::io
