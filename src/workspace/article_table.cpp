#include "time/text.hpp"
#include "workspace/json_codec.hpp"
#include "workspace/table_codec.hpp"

#include <array>
#include <iterator>

namespace salient::workspace {

namespace {

constexpr std::array<Column, 14> kArticles = {{
    {"id", ColumnType::Text},
    {"title", ColumnType::Text},
    {"publisher", ColumnType::Text},
    {"author", ColumnType::Text},
    {"language", ColumnType::Text},
    {"published", ColumnType::Text},
    {"url", ColumnType::Text},
    {"path", ColumnType::Text},
    {"text", ColumnType::Text},
    {"text_hash", ColumnType::Text},
    {"published_text", ColumnType::Text},
    {"published_method", ColumnType::Text},
    {"published_span", ColumnType::Text},
    {"layout", ColumnType::Text},
}};

Row article_row(const Article& article) {
    const Json layout = {{"blocks", encode(article.blocks)}, {"runs", encode(article.runs)}};
    return {
        article.id,
        article.title,
        article.publisher,
        article.author,
        article.language,
        article.published ? Value(time::iso_text(*article.published)) : Value(),
        article.url,
        article.path,
        article.text,
        article.text_hash,
        article.published_text,
        article.published_method,
        article.published ? Value(json_text(encode(*article.published))) : Value(),
        json_text(layout)};
}

/// The layout of an article, apart so that it can be decoded in one go.
struct Layout {
    std::vector<Block> blocks;
    std::vector<Run> runs;
};
void decode(const Json& json, Layout& layout) {
    decode(json.at("blocks"), layout.blocks);
    decode(json.at("runs"), layout.runs);
}

base::Status take_article(const Row& row, Contents& contents) {
    Article article;
    std::string* const texts[] = {
        &article.id,
        &article.title,
        &article.publisher,
        &article.author,
        &article.language,
        nullptr,
        &article.url,
        &article.path,
        &article.text,
        &article.text_hash,
        &article.published_text,
        &article.published_method};
    for (std::size_t i = 0; i < std::size(texts); ++i) {
        if (texts[i] != nullptr) {
            *texts[i] = text_of(row[i]);
        }
    }
    if (const std::string span = text_of(row[12]); !span.empty()) {
        if (auto status = decoded(span, article.published.emplace()); !status) {
            return status;
        }
    }
    if (const std::string text = text_of(row[13]); !text.empty()) {
        Layout layout;
        if (auto status = decoded(text, layout); !status) {
            return status;
        }
        article.blocks = std::move(layout.blocks);
        article.runs = std::move(layout.runs);
    }
    contents.articles.push_back(std::move(article));
    return base::Done{};
}

std::vector<Row> article_rows(const Contents& contents) {
    return each(contents.articles, article_row);
}

}  // namespace

const TableCodec& articles_table() {
    static constexpr TableCodec kCodec = {
        {"salient_articles", "Salient: articles", kArticles},
        article_rows,
        take_article};
    return kCodec;
}

}  // namespace salient::workspace
