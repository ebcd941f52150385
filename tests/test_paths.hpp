#pragma once

#include <filesystem>

namespace salient::tests {

/// The project's root.
[[nodiscard]] std::filesystem::path source_dir();
/// Where the project is built.
[[nodiscard]] std::filesystem::path binary_dir();
/// The folder of a module's tests: tests/<module>.
[[nodiscard]] std::filesystem::path test_dir(const char* module);

}  // namespace salient::tests
