#include "app/article_copies.hpp"

#include <filesystem>
#include <utility>

namespace salient::app {

namespace {

const char* word_of(page::BlockKind kind) {
    switch (kind) {
        case page::BlockKind::Title:
            return "title";
        case page::BlockKind::Heading:
            return "heading";
        case page::BlockKind::Paragraph:
            return "paragraph";
        case page::BlockKind::ListItem:
            return "list_item";
        case page::BlockKind::Quote:
            return "quote";
        case page::BlockKind::Caption:
            return "caption";
        case page::BlockKind::Boilerplate:
            return "boilerplate";
    }
    return "paragraph";
}

workspace::Article copy_of(page::Article article) {
    workspace::Article copy;
    copy.id = std::move(article.id);
    copy.path = article.path.empty() ? "" : std::filesystem::absolute(article.path).string();
    copy.url = std::move(article.url);
    copy.title = std::move(article.title);
    copy.publisher = std::move(article.publisher);
    copy.author = std::move(article.author);
    copy.language = std::move(article.language);
    copy.text = std::move(article.text);
    copy.published = article.published;
    copy.published_text = std::move(article.published_evidence.text);
    copy.published_method = std::move(article.published_evidence.method);
    for (const page::Block& block : article.blocks) {
        copy.blocks.push_back({word_of(block.kind), block.begin, block.end});
    }
    for (const page::SourceRun& run : article.runs) {
        copy.runs.push_back({run.text_begin, run.source_begin, run.length});
    }
    return copy;
}

}  // namespace

std::vector<workspace::Article> workspace_articles(std::vector<page::Article> articles) {
    std::vector<workspace::Article> copies;
    copies.reserve(articles.size());
    for (page::Article& article : articles) {
        copies.push_back(copy_of(std::move(article)));
    }
    return copies;
}

}  // namespace salient::app
