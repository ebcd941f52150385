#pragma once

#include "app/content.hpp"
#include "app/options.hpp"
#include "app/view_options.hpp"
#include "base/result.hpp"
#include "page/article.hpp"
#include "session/state.hpp"
#include "workspace/contents.hpp"
#include "workspace/database.hpp"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace salient::app {

/// The text names a workspace: a GeoPackage with one in it, or the address of a database. Only for what the user typed.
[[nodiscard]] bool is_workspace(const std::string& path_or_address);
[[nodiscard]] bool names_workspace(const std::vector<std::string>& files);

/// The path from the root, links followed as far as it exists.
[[nodiscard]] std::string absolute_path(const std::string& path);

/// Opens a workspace with all that it names: events, articles, control areas. Loaded::workspace holds the rest: state, decisions,
/// bookmarks, files. Files that are gone are reported; the rest opens.
/// @errors as workspace::open and workspace::open_database; no message holds a password.
/// @thread any
[[nodiscard]] base::Result<Loaded> load_workspace(
    const std::string& path_or_address,
    const LoadOptions& options,
    const std::stop_token& stop);

/// What of a database the options ask for: --from and --to its days, --view its map.
[[nodiscard]] workspace::Extent
typed_extent(const ViewOptions& options, const session::State& state, Size map_size);

/// The target is an address or a path that ends in .gpkg. @errors BadValue: it is not.
[[nodiscard]] base::Status check_workspace_name(const std::string& target);

/// A workspace to be written.
struct WorkspaceSave {
    std::string target;  ///< a path or the address of a database
    std::shared_ptr<const workspace::Contents> contents;
    std::string stamp;  ///< of Loaded::stamp when it was opened from there
    std::unordered_map<std::string, std::string> seen;  ///< likewise of a database
    std::uint64_t version = 0;                          ///< of the events in it
    base::Diagnostics diagnostics;                      ///< conflicts with others, after saving
};
/// Writes it. `stamp` and `seen` are brought up to date.
/// @errors as workspace::save and workspace::save_database
/// @thread any
[[nodiscard]] base::Status save_workspace(WorkspaceSave& save);

[[nodiscard]] workspace::Article stored_article(const page::Article& article);
[[nodiscard]] page::Article restored_article(const workspace::Article& article);

/// What `salient info` says of a workspace, as JSON or for a person.
/// @errors as load_workspace
[[nodiscard]] base::Result<std::string> workspace_info(
    const std::string& path_or_address,
    bool json);

}  // namespace salient::app
