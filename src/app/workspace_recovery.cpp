#include "app/workspace_file.hpp"
#include "app/workspace_keeper.hpp"

#include <utility>

namespace salient::app {

base::Result<RecoveredWork> load_pending(
    const workspace::Pending& pending,
    const std::stop_token& stop) {
    base::Diagnostics trouble;
    auto recovered = workspace::recover(pending.journal, trouble);
    if (!recovered) {
        return recovered.error();
    }
    RecoveredWork work;
    work.loaded.workspace.emplace();
    if (const std::string& target = recovered->base.workspace; !target.empty()) {
        auto opened = load_workspace(target, {}, stop);
        if (opened) {
            work.loaded = std::move(opened).value();
        } else {
            trouble.warn(
                "recovery.no_workspace",
                "The changes were found without their workspace: " + opened.error().message,
                opened.error().where);
        }
    }
    workspace::Contents& contents = *work.loaded.workspace;
    contents.events = std::move(work.loaded.events);
    work.edits = std::move(recovered->edits);
    for (const page::Article& article : std::exchange(work.loaded.articles, {})) {
        contents.articles.push_back(stored_article(article));
    }
    workspace::apply_edits(contents, work.edits);
    work.loaded.events = std::exchange(contents.events, {});
    for (const workspace::Article& article : std::exchange(contents.articles, {})) {
        work.loaded.articles.push_back(restored_article(article));
    }
    work.loaded.diagnostics.merge(trouble);
    return work;
}

}  // namespace salient::app
