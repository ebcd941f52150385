#pragma once

#include <string>
#include <string_view>

namespace salient::page {

/// The same page, as long as before, with tags overwritten by blanks where they would make the parser slow or deep:
/// nesting over 256 elements, more than 400,000 tags, tags with more than 300 attributes, and formatting that is opened
/// again and again but never closed. Text is never touched, so byte offsets stay true. O(n).
[[nodiscard]] std::string tame_tags(std::string_view html);

}  // namespace salient::page
