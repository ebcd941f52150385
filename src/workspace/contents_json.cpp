#include "workspace/json_codec.hpp"

namespace salient::workspace {

Json encode(const std::vector<Block>& blocks) {
    Json json = Json::array();
    for (const auto& [kind, begin, end] : blocks) {
        json.push_back(Json::array({kind, begin, end}));
    }
    return json;
}

void decode(const Json& json, std::vector<Block>& blocks) {
    blocks.clear();
    for (const Json& item : json.get_ref<const Json::array_t&>()) {
        blocks.push_back(
            {item.at(0).get<std::string>(),
             item.at(1).get<std::size_t>(),
             item.at(2).get<std::size_t>()});
    }
}

Json encode(const std::vector<Run>& runs) {
    Json json = Json::array();
    for (const auto& [text_begin, source_begin, length] : runs) {
        json.push_back(Json::array({text_begin, source_begin, length}));
    }
    return json;
}

void decode(const Json& json, std::vector<Run>& runs) {
    runs.clear();
    for (const Json& item : json.get_ref<const Json::array_t&>()) {
        runs.push_back(
            {item.at(0).get<std::size_t>(),
             item.at(1).get<std::size_t>(),
             item.at(2).get<std::size_t>()});
    }
}

Json encode(const Article& article) {
    const auto& [id, path, url, title, publisher, author, language, text, text_hash, published, published_text, published_method, blocks, runs] =
        article;
    return {
        {"id", id},
        {"path", path},
        {"url", url},
        {"title", title},
        {"publisher", publisher},
        {"author", author},
        {"language", language},
        {"text", text},
        {"text_hash", text_hash},
        {"published", published ? encode(*published) : Json()},
        {"published_text", published_text},
        {"published_method", published_method},
        {"blocks", encode(blocks)},
        {"runs", encode(runs)}};
}

void decode(const Json& json, Article& article) {
    article = {};
    json.at("id").get_to(article.id);
    json.at("path").get_to(article.path);
    json.at("url").get_to(article.url);
    json.at("title").get_to(article.title);
    json.at("publisher").get_to(article.publisher);
    json.at("author").get_to(article.author);
    json.at("language").get_to(article.language);
    json.at("text").get_to(article.text);
    json.at("text_hash").get_to(article.text_hash);
    if (!json.at("published").is_null()) {
        decode(json.at("published"), article.published.emplace());
    }
    json.at("published_text").get_to(article.published_text);
    json.at("published_method").get_to(article.published_method);
    decode(json.at("blocks"), article.blocks);
    decode(json.at("runs"), article.runs);
}

Json encode(const Layer& layer) {
    const auto& [name, shown, path, style] = layer;
    return {{"name", name}, {"shown", shown}, {"path", path}, {"style", encode(style)}};
}

void decode(const Json& json, Layer& layer) {
    json.at("name").get_to(layer.name);
    json.at("shown").get_to(layer.shown);
    json.at("path").get_to(layer.path);
    decode(json.at("style"), layer.style);
}

}  // namespace salient::workspace
