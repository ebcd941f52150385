#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace salient::page {

/// The page inside a saved page (MHTML).
struct SavedPage {
    std::string bytes;
    std::string charset;  ///< as its header says, or empty
    std::string url;      ///< where it was saved from, or empty
};

/// The first part of type text/html, its transfer encoding undone; nullopt when this is no saved page.
/// @source RFC 2557
[[nodiscard]] std::optional<SavedPage> read_mhtml(std::string_view bytes);

}  // namespace salient::page
