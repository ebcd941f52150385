#include "test_paths.hpp"

namespace salient::tests {

std::filesystem::path source_dir() {
    return SALIENT_SOURCE_DIR;
}

std::filesystem::path binary_dir() {
    return SALIENT_BINARY_DIR;
}

std::filesystem::path test_dir(const char* module) {
    return source_dir() / "tests" / module;
}

}  // namespace salient::tests
