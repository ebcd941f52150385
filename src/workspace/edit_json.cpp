#include "events/types.hpp"
#include "workspace/json_codec.hpp"

namespace salient::workspace {

namespace {

template <class List>
Json list(const List& items) {
    Json json = Json::array();
    for (const auto& item : items) {
        json.push_back(encode(item));
    }
    return json;
}

template <class List>
void read_list(const Json& json, List& items) {
    for (const Json& item : json.get_ref<const Json::array_t&>()) {
        typename List::value_type value;
        decode(item, value);
        items.push_back(value);
    }
}

Json mapping_list(const std::vector<io::ColumnMapping>& mappings) {
    Json json = Json::array();
    for (const io::ColumnMapping& mapping : mappings) {
        json.push_back(io::mapping_json(mapping));
    }
    return json;
}

/// One member, named after the kind of edit.
struct Encoder {
    Json operator()(const PutEvents& edit) const { return {{"put_events", list(edit.events)}}; }
    Json operator()(const RemoveEvents& edit) const { return {{"remove_events", edit.ids}}; }
    Json operator()(const PutArticle& edit) const {
        return {{"put_article", encode(edit.article)}};
    }
    Json operator()(const AddDecision& edit) const {
        const auto& [event_id, status, made_at] = edit.decision;
        return {
            {"decision",
             {{"event_id", event_id},
              {"status", events::status_id(status)},
              {"made_at", made_at}}}};
    }
    Json operator()(const AddEditStep& edit) const {
        const auto& [before, after, made_at] = edit.step;
        return {
            {"edit_step",
             {{"before", encode(before)}, {"after", encode(after)}, {"made_at", made_at}}}};
    }
    Json operator()(const SetState& edit) const { return {{"state", encode(edit.state)}}; }
    Json operator()(const SetBookmarks& edit) const {
        return {{"bookmarks", list(edit.bookmarks)}};
    }
    Json operator()(const SetLayers& edit) const { return {{"layers", list(edit.layers)}}; }
    Json operator()(const SetControlSources& edit) const {
        return {{"control_sources", edit.paths}};
    }
    Json operator()(const AddFile& edit) const { return {{"file", edit.path}}; }
    Json operator()(const SetMappings& edit) const {
        return {{"mappings", mapping_list(edit.mappings)}};
    }
};

Decision read_decision(const Json& json) {
    const auto status = events::status_from_id(json.at("status").get_ref<const std::string&>());
    if (!status) {
        throw BadWord{"Unknown status \"" + json.at("status").get<std::string>() + "\""};
    }
    return {json.at("event_id").get<std::string>(), *status, json.at("made_at").get<std::string>()};
}

EditStep read_step(const Json& json) {
    EditStep step;
    decode(json.at("before"), step.before);
    decode(json.at("after"), step.after);
    json.at("made_at").get_to(step.made_at);
    return step;
}

std::vector<io::ColumnMapping> read_mappings(const Json& json) {
    std::vector<io::ColumnMapping> mappings;
    for (const Json& item : json.get_ref<const Json::array_t&>()) {
        auto mapping = io::mapping_from_json(item.get_ref<const std::string&>());
        if (!mapping) {
            throw BadWord{"Expected a column mapping"};
        }
        mappings.push_back(std::move(*mapping));
    }
    return mappings;
}

/// Kinds that fill a list. @return false when the word is none of them
bool decode_list_edit(const std::string& kind, const Json& value, Edit& edit) {
    if (kind == "put_events") {
        read_list(value, edit.emplace<PutEvents>().events);
    } else if (kind == "remove_events") {
        value.get_to(edit.emplace<RemoveEvents>().ids);
    } else if (kind == "bookmarks") {
        read_list(value, edit.emplace<SetBookmarks>().bookmarks);
    } else if (kind == "layers") {
        read_list(value, edit.emplace<SetLayers>().layers);
    } else if (kind == "control_sources") {
        value.get_to(edit.emplace<SetControlSources>().paths);
    } else if (kind == "mappings") {
        edit = SetMappings{read_mappings(value)};
    } else {
        return false;
    }
    return true;
}

}  // namespace

Json encode(const Edit& edit) {
    return std::visit(Encoder(), edit);
}

void decode(const Json& json, Edit& edit) {
    const auto& object = json.get_ref<const Json::object_t&>();
    if (object.size() != 1) {
        throw BadWord{"Expected one kind of edit"};
    }
    const auto& [kind, value] = *object.begin();
    if (decode_list_edit(kind, value, edit)) {
        return;
    }
    if (kind == "put_article") {
        decode(value, edit.emplace<PutArticle>().article);
    } else if (kind == "decision") {
        edit = AddDecision{read_decision(value)};
    } else if (kind == "edit_step") {
        edit = AddEditStep{read_step(value)};
    } else if (kind == "state") {
        decode(value, edit.emplace<SetState>().state);
    } else if (kind == "file") {
        value.get_to(edit.emplace<AddFile>().path);
    } else {
        throw BadWord{"Unknown kind of edit \"" + kind + "\""};
    }
}

void decode(const Json& json, std::vector<Edit>& edits) {
    edits.clear();
    read_list(json, edits);
}

void decode(const Json& json, Base& base) {
    json.at("workspace").get_to(base.workspace);
    json.at("files").get_to(base.files);
}

}  // namespace salient::workspace
