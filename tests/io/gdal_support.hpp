#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace salient::io {

/// A folder for the files of one test, gone with it.
class TestFolder {
public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const {
        return path_ / name;
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

void write_bytes(const std::filesystem::path& path, std::string_view bytes);
[[nodiscard]] std::string read_bytes_of(const std::filesystem::path& path);

/// Three points at 30/50, 31/51 and 32/52 with `name`, `day` (dates from 2022-03-05 on) and `count`, written by GDAL.
/// @param epsg  0: none is stated
void write_points(
    const std::filesystem::path& path,
    const std::string& driver,
    int epsg = 4326,
    const std::vector<std::string>& layer_options = {});

/// A sheet of texts; the first row is its header as GDAL writes it. @param driver  XLSX or ODS
void write_sheet(
    const std::filesystem::path& path,
    const std::string& driver,
    const std::vector<std::vector<std::string>>& rows);

/// A ZIP archive of these files, stored without compression.
[[nodiscard]] std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace salient::io
