#include "app/remembered_mappings.hpp"

#include "base/resources.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace salient::app {

namespace {

namespace fs = std::filesystem;

/// $XDG_CONFIG_HOME/salient/mappings, or ~/.config/salient/mappings.
std::optional<fs::path> folder() {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    if (config != nullptr && *config != '\0') {
        return fs::path(config) / "salient" / "mappings";
    }
    if (home != nullptr && *home != '\0') {
        return fs::path(home) / ".config" / "salient" / "mappings";
    }
    return std::nullopt;
}

fs::path file_of(const fs::path& in, std::uint64_t header_hash) {
    return in / (std::to_string(header_hash) + ".json");
}

}  // namespace

std::optional<io::ColumnMapping> remembered_mapping(std::uint64_t header_hash) {
    const auto in = folder();
    if (!in || header_hash == 0) {
        return std::nullopt;
    }
    const auto text = base::read_file(file_of(*in, header_hash), 1'000'000);
    return text ? io::mapping_from_json(*text) : std::nullopt;
}

base::Status remember_mapping(const io::ColumnMapping& mapping) {
    const auto in = folder();
    if (!in) {
        return base::Error{
            base::ErrorCode::NotFound,
            "Expected a home folder to keep the mapping in",
            ""};
    }
    std::error_code code;
    fs::create_directories(*in, code);
    return base::write_file_atomically(
        file_of(*in, mapping.header_hash),
        io::mapping_json(mapping));
}

}  // namespace salient::app
