#include "workspace/journal.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace salient::workspace {

namespace {

using IdMap = std::unordered_map<std::string, std::size_t>;

IdMap map_ids(const events::EventList& events) {
    IdMap ids;
    ids.reserve(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        ids.emplace(events.id(i), i);
    }
    return ids;
}

/// Carries out one kind of edit; knows where each event is.
class Editor {
public:
    explicit Editor(Contents& contents) : contents_(contents), ids_(map_ids(contents.events)) {}

    void operator()(const PutEvents& edit) {
        for (const events::Event& event : edit.events) {
            const auto [place, is_new] = ids_.emplace(event.id, contents_.events.size());
            if (is_new) {
                contents_.events.push_back(event);
            } else {
                contents_.events.set(place->second, event);
            }
        }
    }
    void operator()(const RemoveEvents& edit) {
        const std::unordered_set<std::string> gone(edit.ids.begin(), edit.ids.end());
        std::vector<bool> stays(contents_.events.size(), true);
        for (std::size_t i = 0; i < stays.size(); ++i) {
            stays[i] = gone.count(std::string(contents_.events.id(i))) == 0;
        }
        contents_.events.keep(stays);
        ids_ = map_ids(contents_.events);
    }
    void operator()(const PutArticle& edit) {
        auto& articles = contents_.articles;
        const auto same =
            std::find_if(articles.begin(), articles.end(), [&edit](const Article& article) {
                return article.id == edit.article.id;
            });
        if (same == articles.end()) {
            articles.push_back(edit.article);
        } else {
            *same = edit.article;
        }
    }
    void operator()(const AddDecision& edit) { add_new(contents_.decisions, edit.decision); }
    void operator()(const AddEditStep& edit) { add_new(contents_.edits, edit.step); }
    void operator()(const SetState& edit) { contents_.state = edit.state; }
    void operator()(const SetBookmarks& edit) { contents_.bookmarks = edit.bookmarks; }
    void operator()(const SetLayers& edit) { contents_.layers = edit.layers; }
    void operator()(const SetControlSources& edit) { contents_.control_sources = edit.paths; }
    void operator()(const AddFile& edit) {
        auto& files = contents_.files;
        if (std::find(files.begin(), files.end(), edit.path) == files.end()) {
            files.push_back(edit.path);
        }
    }
    void operator()(const SetMappings& edit) { contents_.mappings = edit.mappings; }

private:
    Contents& contents_;
    IdMap ids_;

    template <class T>
    static void add_new(std::vector<T>& list, const T& item) {
        if (std::find(list.rbegin(), list.rend(), item) == list.rend()) {
            list.push_back(item);
        }
    }
};

}  // namespace

void apply_edit(Contents& contents, const Edit& edit) {
    std::visit(Editor(contents), edit);
}

void apply_edits(Contents& contents, const std::vector<Edit>& edits) {
    Editor editor(contents);
    for (const Edit& edit : edits) {
        std::visit(editor, edit);
    }
}

}  // namespace salient::workspace
