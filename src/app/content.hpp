#pragma once

#include "app/options.hpp"
#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "control/history.hpp"
#include "events/event_list.hpp"
#include "io/column_mapping.hpp"
#include "io/import_report.hpp"
#include "io/read_events.hpp"
#include "page/article.hpp"
#include "toponym/toponym.hpp"
#include "workspace/contents.hpp"
#include "workspace/database.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace salient::app {

/// What one file or folder gave. Any part may be empty.
struct Loaded {
    std::string path;
    events::EventList events;
    std::vector<page::Article> articles;
    std::optional<control::ControlHistory> control;
    std::string report;  ///< what was understood, for a person; one line or more
    std::optional<io::ImportReport> import;        ///< of an event file
    std::optional<io::ColumnMapping> mapping;      ///< of an event file: guessed or given
    std::vector<std::string> columns;              ///< of a table, in file order
    std::optional<workspace::Contents> workspace;  ///< of a workspace: all but events and articles
    std::string address;  ///< of a workspace: absolute path or database as typed, never to be shown
    std::string stamp;    ///< of a workspace in a file: workspace::stamp_of
    std::unordered_map<std::string, std::string> seen;  ///< of a database: for saving there again
    base::Diagnostics diagnostics;
};

/// How files are read.
struct LoadOptions {
    std::optional<time::Span> published;  ///< of articles that do not state one
    bool theatre_bias = true;
    std::string crs;  ///< of event files that do not say theirs
    Limits limits;
    std::optional<io::ColumnMapping> mapping;  ///< of the event file, instead of the guess
    std::shared_ptr<io::Progress> progress;    ///< of an event file or control areas; may be null
    workspace::Extent extent;                  ///< of a database: which of its events are fetched
};

/// As the options say. @errors BadValue: --published is no date.
[[nodiscard]] base::Result<LoadOptions> load_options(const ViewOptions& options);

/// Reads an article, an event file, control areas or a folder of these, whatever the path holds.
/// @errors NotFound, Io, BadFormat, BadValue, LimitExceeded: as the readers say; the message names the file.
/// @thread any
[[nodiscard]] base::Result<Loaded> load_path(
    const std::string& path,
    const toponym::Finder& finder,
    const LoadOptions& options,
    const std::stop_token& stop);

/// Named like control areas of a day: which it is, reading tells.
[[nodiscard]] bool may_be_control(const std::filesystem::path& path);
/// Reads only control areas, of a file or a folder. @errors as io::read_control
/// @thread any
[[nodiscard]] base::Result<Loaded>
load_control(const std::string& path, const LoadOptions& options, const std::stop_token& stop);

/// Reads one article and the events in it.
[[nodiscard]] base::Result<Loaded>
load_article(const std::string& path, const toponym::Finder& finder, const LoadOptions& options);

/// The bundled articles, in the order of their names.
[[nodiscard]] base::Result<Loaded> load_default_articles(
    const toponym::Finder& finder,
    const std::stop_token& stop);

}  // namespace salient::app
