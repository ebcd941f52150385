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

/// Byte order mark, UTF-16 by its zeros, UTF-8 when it is valid, what the page or `declared` says, then Windows-1251, KOI8-U or
/// Windows-1252 by their letters.
/// @param declared  a name from outside the page (a mail header), or empty
[[nodiscard]] Decoded decode_page(std::string_view bytes, std::string_view declared = {});

/// Pictures, archives, programs: a known signature, or control characters that no text has.
[[nodiscard]] bool looks_binary(std::string_view bytes);

}  // namespace salient::page
