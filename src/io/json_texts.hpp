#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace salient::io {

/// The members of a JSON object whose values are strings: what a line of an article file is read by.
class JsonTexts {
public:
    /// nullopt: not a JSON object.
    [[nodiscard]] static std::optional<JsonTexts> read(std::string_view json);

    /// The value of a member, the last of its name; empty when there is none or it is no string.
    [[nodiscard]] std::string_view operator[](std::string_view key) const;

private:
    std::vector<std::pair<std::string, std::string>> members_;
};

}  // namespace salient::io
