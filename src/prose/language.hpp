#pragma once

#include <string>
#include <string_view>

namespace salient::prose {

/// "en", "uk", "ru", or empty when the text is too short or none of them.
/// By letters (і ї є ґ against ы э ъ ё) for Cyrillic and by frequent words for English; looks at the first 20,000 bytes.
[[nodiscard]] std::string detect_language(std::string_view text);

}  // namespace salient::prose
