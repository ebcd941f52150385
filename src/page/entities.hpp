#pragma once

#include <string>
#include <string_view>

namespace salient::page {

/// Undoes the entities of XML: `&amp; &lt; &gt; &quot; &apos;` and numbers; others stay as they are.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace salient::page
