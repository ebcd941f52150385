#pragma once

#include <string>
#include <string_view>

namespace salient::page {

/// The page's text as valid UTF-8, and the name of the encoding it was in.
struct Decoded {
    std::string text;
    std::string charset;    ///< "UTF-8", "UTF-16LE", "windows-1251", …
    bool repaired = false;  ///< ill-formed bytes were replaced
};

/// Byte order mark, then UTF-8 when it is valid, then `<meta charset>`, then Windows-1251 or -1252 by their letters.
[[nodiscard]] Decoded decode_page(std::string_view bytes);

}  // namespace salient::page
