#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace salient::ui {

struct Look;

/// One entry of a folder.
struct FileEntry {
    std::string name;
    bool is_folder = false;
    std::uintmax_t bytes = 0;
    friend bool operator==(const FileEntry&, const FileEntry&) = default;
};

/// The folder's entries: folders first, then files with one of the endings (lower case, with the dot), by name. Hidden ones and
/// other files are left out. At most 10,000. `error` says why a folder cannot be read.
[[nodiscard]] std::vector<FileEntry> list_folder(
    const std::filesystem::path& folder,
    std::span<const std::string> extensions,
    bool all_files,
    std::string& error);

/// The dialog that chooses files to open.
class FileBrowser {
public:
    /// Draws the dialog's content in the current popup.
    /// @return the chosen paths once the user has decided; closes the popup itself, also on cancel
    [[nodiscard]] std::vector<std::string> draw(
        const Look& look,
        std::span<const std::string> extensions);
    /// Reads the folder again when next drawn.
    void refresh() { is_read_ = false; }

private:
    std::filesystem::path folder_;
    std::vector<FileEntry> entries_;
    std::set<std::string> chosen_;
    std::array<char, 1024> typed_ = {};
    std::string error_;
    bool all_files_ = false;
    bool is_read_ = false;

    void enter(const std::filesystem::path& folder);
    void draw_path(const Look& look);
    void choose(const std::string& name, bool is_double);
    /// @return a file was double clicked
    bool draw_entries(const Look& look);
    [[nodiscard]] std::vector<std::string> take_chosen();
};

}  // namespace salient::ui
