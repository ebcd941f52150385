#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "workspace/contents.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace salient::workspace {

/// Writes everything to one GeoPackage: the events as a layer `events` that any GIS shows, the rest in tables `salient_*`.
/// Tables of others in an old file at `path` (layers and styles that a GIS added) are kept.
///
/// @param stamp  what stamp_of said when the contents were opened or saved last: a file that someone else has changed since is
///               not replaced; empty: it is
///
/// Whole or not at all: written to a file beside it, flushed, then put in its place. Addresses of databases are stored without
/// their passwords.
/// @errors Io: the folder cannot be written, the disk is full, or another program has the file open for writing; BadValue: the
///         file has changed since `stamp`. The old file is unchanged and the message says so.
/// @thread any
[[nodiscard]] base::Status
save(const std::filesystem::path& path, const Contents& contents, const std::string& stamp = {});

/// Tells one state of a workspace from another: it changes whenever anyone saves it, or edits its layers in a GIS. Empty when
/// there is no workspace.
/// @thread any
[[nodiscard]] std::string stamp_of(const std::filesystem::path& path);

/// Reads a workspace. Files that it names and that are gone are reported (`file.missing`) and stay named.
/// @errors NotFound, Io: it cannot be read; BadFormat: no GeoPackage, no workspace in it, or damaged; Unsupported: written by a
///         newer version.
/// @thread any
[[nodiscard]] base::Result<Contents> open(
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics);

/// The file is a GeoPackage with a workspace in it; a GeoPackage of others is an event file. Looks at the table names only.
/// @thread any
[[nodiscard]] bool is_workspace(const std::filesystem::path& path);

/// Files and folders that the contents name and that do not exist, each once, in the order they are named.
[[nodiscard]] std::vector<std::string> missing_files(const Contents& contents);

/// Points the contents at a file's (or folder's) new place. A folder takes along all that lies in it.
/// @return how many names were changed
std::size_t
relocate(Contents& contents, const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace salient::workspace
