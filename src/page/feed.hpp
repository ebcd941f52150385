#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace salient::page {

/// One article of an RSS or Atom feed, as the feed states it.
struct FeedItem {
    std::string title;
    std::string link;
    std::string author;
    std::string date;  ///< as written
    std::string html;  ///< content, else summary
    std::optional<std::size_t> html_begin =
        {};  ///< where it stands byte for byte in the feed (CDATA)
};

struct Feed {
    std::string title;
    std::vector<FeedItem> items;
};

/// `<rss`, `<feed` or `<rdf:RDF` near the start.
[[nodiscard]] bool is_feed(std::string_view text);

/// Reads a feed leniently: elements that are cut off or not well formed cost their item only. O(n).
[[nodiscard]] Feed read_feed(std::string_view text);

}  // namespace salient::page
