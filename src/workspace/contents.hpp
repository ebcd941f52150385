#pragma once

#include "events/event_list.hpp"
#include "io/column_mapping.hpp"
#include "session/state.hpp"
#include "time/span.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace salient::workspace {

/// A stretch of an article's text. Byte offsets, end exclusive.
struct Block {
    std::string
        kind;  ///< "title", "heading", "paragraph", "list_item", "quote", "caption", "boilerplate"
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Block&, const Block&) = default;
};

/// Where a stretch of the text stands in the bytes of the page.
struct Run {
    std::size_t text_begin = 0;
    std::size_t source_begin = 0;
    std::size_t length = 0;
    friend bool operator==(const Run&, const Run&) = default;
};

/// An article as it was read: with its text here, the evidence of its events stays readable without the page.
struct Article {
    std::string id;
    std::string path;  ///< of the page; absolute, or empty
    std::string url;
    std::string title;
    std::string publisher;
    std::string author;
    std::string language;  ///< ISO 639-1, or empty
    std::string text;      ///< UTF-8
    std::string text_hash;
    std::optional<time::Span> published;
    std::string published_text;    ///< as the page says it
    std::string published_method;  ///< how that was found
    std::vector<Block> blocks;
    std::vector<Run> runs;
    friend bool operator==(const Article&, const Article&) = default;
};

/// What a person has said of an event.
struct Decision {
    std::string event_id;
    events::ReviewStatus status = events::ReviewStatus::Unreviewed;
    std::string made_at;  ///< ISO date-time in UTC, or empty
    friend bool operator==(const Decision&, const Decision&) = default;
};

/// One change of an event by a person.
struct EditStep {
    events::Event before;
    events::Event after;
    std::string made_at;  ///< ISO date-time in UTC, or empty
    friend bool operator==(const EditStep&, const EditStep&) = default;
};

/// A layer of the map, in drawing order.
struct Layer {
    std::string name;
    bool shown = true;
    std::string path;  ///< of its file; absolute, or empty for a built-in layer
    std::vector<std::pair<std::string, std::string>>
        style;  ///< "fill": "#cc3311", "width_px": "1.5", …
    friend bool operator==(const Layer&, const Layer&) = default;
};

/// A view to come back to.
struct Bookmark {
    std::string name;
    session::Camera camera;
    time::Window window;
    time::UnixSeconds cursor = 0;
    session::TimeMode mode = session::TimeMode::UpToCursor;
    friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

/// Everything that is the user's own. Plain data; paths are absolute here and relative in the file.
struct Contents {
    events::EventList events;
    std::vector<Article> articles;
    std::vector<Decision> decisions;  ///< oldest first
    std::vector<EditStep> edits;      ///< oldest first
    std::vector<Layer> layers;
    std::vector<std::string> control_sources;  ///< files or folders of dated areas
    std::vector<std::string> files;            ///< that were loaded: events, articles
    session::State state = session::default_state();
    std::vector<Bookmark> bookmarks;
    std::vector<io::ColumnMapping> mappings;  ///< remembered for files with that header
    friend bool operator==(const Contents&, const Contents&) = default;
};

}  // namespace salient::workspace
