#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace salient::app {

// JSON written straight into a string, for long lists of small objects: byte for byte what nlohmann::json would dump,
// without a tree of values in between.

/// Appends a string with its quotes; ill-formed UTF-8 becomes U+FFFD.
void append_dumped(std::string& out, std::string_view text);

/// Appends a whole number.
void append_count(std::string& out, std::size_t count);

/// Numbers as JSON writes them; null for one that is not finite.
class DumpedNumbers {
public:
    explicit DumpedNumbers(const std::vector<double>& numbers);
    /// The next of them. @pre there is one
    [[nodiscard]] std::string_view next();

private:
    std::string text_;  // commas between
    std::size_t at_ = 0;
};

}  // namespace salient::app
