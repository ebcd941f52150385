// Files that change on disk while they are open, and files that come into an open folder.
#include "app/import_row.hpp"
#include "app/viewer.hpp"

#include <map>
#include <utility>

namespace salient::app {

/// Reads them again. @return there were some
bool Viewer::open_changed(double now_s) {
    std::map<std::string, std::vector<std::string>> control;  // of folders
    const std::vector<FileWatch::Change> changes = watch_.changed(now_s);
    for (const FileWatch::Change& change : changes) {
        if (!change.folder.empty() && may_be_control(change.path)) {
            control[change.folder].push_back(change.path);
            continue;
        }
        const auto own = options_of_file_.find(change.path);
        if (own != options_of_file_.end()) {
            open(change.path, own->second);
        } else {
            open(change.path);
        }
    }
    for (auto& [folder, files] : control) {
        open_control_again(folder, std::move(files));
    }
    return !changes.empty();
}

/// Control areas of different days are one history: all of the folder are read again.
/// @param changed  each read by itself when the folder does not hold control areas
void Viewer::open_control_again(const std::string& folder, std::vector<std::string> changed) {
    const LoadOptions options = options_of_file_[folder];
    jobs_.run(
        "Reading " + label_of(folder),
        true,
        [this, folder, options, changed = std::move(changed)](
            const std::stop_token& stop) -> Background::Finish {
            auto loaded = load_control(folder, options, stop);
            return [this, folder, changed, loaded = std::move(loaded)]() mutable {
                take_control_again(folder, std::move(loaded), changed);
            };
        });
}

void Viewer::take_control_again(
    const std::string& folder,
    base::Result<Loaded> loaded,
    const std::vector<std::string>& changed) {
    if (loaded) {
        ui::ImportRow row = import_row(*loaded);
        row.file = label_of(folder);
        const bool is_good = row.problems.empty();
        notify(
            is_good ? ui::NoticeLevel::Done : ui::NoticeLevel::Warning,
            summary_text(row),
            row.problems);
        take_history(std::move(*loaded->control));
    } else if (loaded.error().code == base::ErrorCode::Cancelled) {
        fail(loaded.error());
    } else {
        for (const std::string& file : changed) {
            open(file, options_of_file_[folder]);
        }
    }
}

}  // namespace salient::app
