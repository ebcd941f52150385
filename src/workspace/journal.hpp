#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "workspace/contents.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace salient::workspace {

/// Adds events, or replaces those with the same id: an edit, its undo, events read from an article.
struct PutEvents {
    events::EventList events;
};
struct RemoveEvents {
    std::vector<std::string> ids;
};
/// Adds an article, or replaces the one with its id.
struct PutArticle {
    Article article;
};
struct AddDecision {
    Decision decision;
};
/// Adds to the list of changes; the event itself is put by PutEvents.
struct AddEditStep {
    EditStep step;
};
struct SetState {
    session::State state;
};
struct SetBookmarks {
    std::vector<Bookmark> bookmarks;
};
struct SetLayers {
    std::vector<Layer> layers;
};
struct SetControlSources {
    std::vector<std::string> paths;
};
/// Names a file that was loaded. Its events are not in the journal: recovery reads it again.
struct AddFile {
    std::string path;
};
struct SetMappings {
    std::vector<io::ColumnMapping> mappings;
};

/// One change of the contents. A program may be killed after it has saved and before its journal begins anew, so applying
/// the same edits again gives the same contents, but for the order of events: a decision or step that is there already, with
/// the same `made_at`, is left out.
using Edit = std::variant<
    PutEvents,
    RemoveEvents,
    PutArticle,
    AddDecision,
    AddEditStep,
    SetState,
    SetBookmarks,
    SetLayers,
    SetControlSources,
    AddFile,
    SetMappings>;

/// Carries out one change.
void apply_edit(Contents& contents, const Edit& edit);
/// Carries out many, in order; finds events by id in constant time.
void apply_edits(Contents& contents, const std::vector<Edit>& edits);

/// What was there when a journal began.
struct Base {
    std::string workspace;  ///< absolute path or database address without password; empty: none yet
    std::vector<std::string> files;  ///< absolute paths of files opened beside it
    friend bool operator==(const Base&, const Base&) = default;
};

/// A journal that its program left behind.
struct Pending {
    std::filesystem::path journal;
    Base base;
    std::size_t edits = 0;     ///< whole ones that can be recovered
    std::string last_written;  ///< ISO date-time in UTC
};

/// What was recovered. The caller opens `base` first and applies the edits to it.
struct Recovered {
    Base base;
    std::vector<Edit> edits;
};

/// $XDG_STATE_HOME/salient/journal, or ~/.local/state/salient/journal.
/// @errors NotFound: neither variable names a folder.
[[nodiscard]] base::Result<std::filesystem::path> journal_folder();

/// The changes since the last save, on disk before the gesture's next frame: each append is flushed.
/// One a running program; owns a lock that ends with the process, however it ends.
/// @thread one at a time
class Journal {
public:
    /// Begins a journal in the folder, which is made when missing.
    /// @errors Io: the folder cannot be written.
    [[nodiscard]] static base::Result<Journal> start(
        const std::filesystem::path& folder,
        const Base& base);

    Journal(Journal&& other) noexcept;
    Journal& operator=(Journal&& other) noexcept;
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;
    /// Leaves the file, as a crash would; finish() removes it.
    ~Journal();

    /// Writes and flushes one gesture: recovery gives all of its edits or none.
    /// @errors Io: full disk; the edits before stay safe and the next append starts clean.
    [[nodiscard]] base::Status append(const std::vector<Edit>& gesture);
    [[nodiscard]] base::Status append(const Edit& edit);

    /// All is saved: forgets the edits and begins anew from `base`, with those that were made while the save was running. A kill
    /// in between leaves the old or the new journal.
    [[nodiscard]] base::Status restart(const Base& base, const std::vector<Edit>& later = {});
    /// A clean exit: removes the file.
    void finish();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    Journal() = default;
    std::filesystem::path path_;
    int file_ = -1;           // locked as long as it is open
    std::size_t length_ = 0;  // bytes of whole records
    [[nodiscard]] base::Status begin(const Base& base, const std::vector<Edit>& later);
    void close();
};

/// Journals of programs that are no longer running and that hold at least one edit, newest first. Empty ones of dead programs
/// are removed.
[[nodiscard]] std::vector<Pending> pending_recovery(const std::filesystem::path& folder);

/// Reads every whole gesture of a journal; torn or damaged ones are left out and said so (`journal.damaged`).
/// @errors NotFound, Io, BadFormat: it is not a journal; Unsupported: a newer version wrote it.
[[nodiscard]] base::Result<Recovered> recover(
    const std::filesystem::path& journal,
    base::Diagnostics& diagnostics);

/// Removes a journal that was recovered and saved, or that the user does not want. One whose program runs is left alone.
/// @errors Io: it cannot be removed, or its program runs.
[[nodiscard]] base::Status discard(const std::filesystem::path& journal);

}  // namespace salient::workspace
