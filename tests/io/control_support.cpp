#include "control_support.hpp"

#include "time/text.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <sstream>

namespace salient::io {

namespace fs = std::filesystem;

ControlFolder::ControlFolder() {
    static std::atomic<int> count = 0;
    path_ = fs::temp_directory_path()
            / ("salient-control-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    fs::create_directories(path_);
}

ControlFolder::~ControlFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path ControlFolder::write(std::string_view name, std::string_view bytes) const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string box_ring(double west, double south, double east, double north) {
    std::ostringstream out;
    out << "[[" << west << "," << south << "],[" << east << "," << south << "],[" << east << ","
        << north << "],[" << west << "," << north << "],[" << west << "," << south << "]]";
    return out.str();
}

std::string box_feature(std::string_view properties, double west, double east) {
    return R"({"type":"Feature","properties":{)" + std::string(properties)
           + R"(},"geometry":{"type":"Polygon","coordinates":[)" + box_ring(west, 48, east, 49)
           + "]}}";
}

std::string collection(std::string_view features) {
    return R"({"type":"FeatureCollection","features":[)" + std::string(features) + "]}";
}

control::ControlHistory read_history(const fs::path& path, base::Diagnostics& diagnostics) {
    auto history = read_control(path, diagnostics);
    INFO((history ? std::string() : history.error().text()));
    REQUIRE(history);
    return std::move(history).value();
}

std::string days_text(const control::ControlHistory& history) {
    std::string text;
    for (const control::Snapshot& snapshot : history.snapshots()) {
        text += (text.empty() ? "" : " ") + time::iso_day(snapshot.day);
    }
    return text;
}

}  // namespace salient::io
