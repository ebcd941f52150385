#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace salient::io {

/// Where the elements of one array lie in a JSON text, found without parsing it, so that a file of any size is read in little
/// memory, element by element.
struct ArrayScan {
    std::size_t open = 0;   ///< offset of '['
    std::size_t close = 0;  ///< offset behind ']'; the end of the text when it is missing
    std::vector<std::string_view> elements;  ///< without blanks around
    bool complete = false;                   ///< ']' was found and every separator was in its place
    std::size_t first_fault = 0;  ///< offset of the first misplaced separator or of the end
};

/// Splits the array that starts at `open`. @pre text[open] == '['
[[nodiscard]] ArrayScan scan_array(std::string_view text, std::size_t open);

/// Offset of the value of a member of the outermost object; npos when it has no such member.
[[nodiscard]] std::size_t find_member(std::string_view text, std::string_view key);

/// Offset behind the value that starts at `at`; the end of the text when it does not end.
[[nodiscard]] std::size_t skip_value(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t skip_blanks(std::string_view text, std::size_t at);

}  // namespace salient::io
