#pragma once

#include "app/content.hpp"
#include "app/workspace_file.hpp"
#include "base/result.hpp"
#include "session/command.hpp"
#include "session/document.hpp"
#include "workspace/contents.hpp"
#include "workspace/journal.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace salient::app {

/// The work of a killed session.
struct RecoveredWork {
    Loaded
        loaded;  ///< its workspace, if it had one, with the changes made; `workspace->files` are to be read again
    std::vector<workspace::Edit> edits;
};
/// Reads it. A workspace that cannot be opened costs a diagnostic; the changes come without it.
/// @errors as workspace::recover
/// @thread any
[[nodiscard]] base::Result<RecoveredWork> load_pending(
    const workspace::Pending& pending,
    const std::stop_token& stop);

/// Keeps the user's work safe while the window is open: each gesture goes to a journal on disk before the next frame; saving
/// writes the workspace and begins the journal anew; what a killed session left is found again.
/// @thread main
class WorkspaceKeeper {
public:
    /// Finds what earlier sessions left, then begins this session's journal.
    /// @errors as workspace::Journal::start: go on without a journal, and tell the user.
    [[nodiscard]] base::Status start(const std::filesystem::path& journal_folder);

    /// Work of a session that ended badly, for the user to take up or drop; nullopt when there is none.
    [[nodiscard]] const std::optional<workspace::Pending>& pending() const { return pending_; }
    /// What the question to the user says: "Changes up to 2025-01-12T10:00:00Z, made to work.gpkg".
    [[nodiscard]] std::string pending_text() const;
    /// The user dropped it: removes the old journal.
    [[nodiscard]] base::Status drop_pending();
    /// The user took it up and load_pending is done: the document gets it beside what it has, this session's journal takes it
    /// over, the old one goes. If the work has a workspace, that is the open one now; empty the document first.
    [[nodiscard]] base::Status take_recovered(
        const RecoveredWork& work,
        session::Document& document);

    /// Remembers what the user opened: call before its parts are moved away. What came out of articles goes into the journal,
    /// as nobody can be sure to read the same again. Of a workspace the document takes the state, and the journal begins anew with
    /// it; the caller then empties the document's events and merges those of the workspace.
    [[nodiscard]] base::Status take_loaded(const Loaded& loaded, session::Document& document);

    /// document.apply(command), with the gesture in the journal. Use it instead.
    /// @param trouble  set when the journal could not be written
    /// @return a redraw is due
    bool apply(
        const session::Command& command,
        session::Document& document,
        std::optional<base::Error>& trouble);

    /// What reading a file did to the document.
    struct FileMerge {
        std::size_t added = 0;
        std::size_t changed = 0;
        std::size_t removed = 0;
        bool is_found_again = false;  ///< the workspace missed the file
        base::Status journal = base::Done{};
    };
    /// Merges the events of a file by id into the document, and remembers the file. What the file gave before and gives no more
    /// is removed, unless somebody has edited it. A file that the workspace misses is known by its name: the workspace points at
    /// its new place then, and its events keep what was decided about them.
    /// @param before  ids that the file gave when this session read it; empty: told from the ids themselves
    /// @return `journal`: as workspace::Journal::append
    FileMerge
    merge_file(Loaded& loaded, const std::vector<std::string>& before, session::Document& document);

    /// The view has changed. @errors as workspace::Journal::append
    [[nodiscard]] base::Status looked(const session::State& state);
    /// The open workspace: a path or an address; empty when there is none yet.
    [[nodiscard]] const std::string& target() const { return target_; }
    /// The same without a password, for titles and messages.
    [[nodiscard]] std::string shown_target() const;
    /// Bookmarks, layers, files and all else that the document does not hold; what is changed here is saved.
    [[nodiscard]] workspace::Contents& rest() { return rest_; }
    [[nodiscard]] const workspace::Contents& rest() const { return rest_; }
    /// @errors as workspace::Journal::append
    [[nodiscard]] base::Status set_bookmarks(std::vector<workspace::Bookmark> bookmarks);

    /// Everything as it is now, to be written to `target` by save_workspace, anywhere.
    [[nodiscard]] WorkspaceSave begin_save(
        const std::string& target,
        const session::Document& document);
    /// The save succeeded: `target` is the open workspace; the journal holds only what came after begin_save.
    [[nodiscard]] base::Status saved(const WorkspaceSave& save, session::Document& document);
    /// A clean exit: the journal goes.
    void finish();

private:
    std::optional<workspace::Journal> journal_;
    std::optional<workspace::Pending> pending_;
    std::string target_;
    workspace::Contents rest_;  // without events and articles
    std::vector<workspace::Article> articles_;
    std::string stamp_;
    std::unordered_map<std::string, std::string> seen_;
    std::optional<std::vector<workspace::Edit>> since_save_began_;
    std::vector<workspace::Edit> before_recovery_;  // of this session, while there is pending work

    base::Status append(std::vector<workspace::Edit> gesture);
    bool point_at(const std::filesystem::path& found);
    [[nodiscard]] std::vector<workspace::Edit>
    rename(const std::string& from, const std::string& to, session::Document& document);
    std::vector<workspace::Edit> opening(const Loaded& loaded);
    void take_workspace(const Loaded& loaded);
    void put_article(workspace::Article article);
};

}  // namespace salient::app
