#include "app/workspace_file.hpp"
#include "extract/words.hpp"

#include <array>
#include <filesystem>
#include <string_view>

namespace salient::app {

namespace {

constexpr std::array<std::string_view, 7> kBlockWords =
    {"title", "heading", "paragraph", "list_item", "quote", "caption", "boilerplate"};

std::string block_word(page::BlockKind kind) {
    return std::string(kBlockWords.at(static_cast<std::size_t>(kind)));
}

page::BlockKind block_kind(std::string_view word) {
    for (std::size_t i = 0; i < kBlockWords.size(); ++i) {
        if (kBlockWords.at(i) == word) {
            return static_cast<page::BlockKind>(i);
        }
    }
    return page::BlockKind::Paragraph;
}

/// As extraction writes it into the sources of events.
std::string hash_of(std::string_view text) {
    extract::PrefixHash hash;
    for (const char byte : text) {
        hash.add(byte);
    }
    std::string digits;
    for (unsigned shift = 64; shift > 0; shift -= 4) {
        digits += "0123456789abcdef"[(hash.value() >> (shift - 4)) & 0xFU];
    }
    return digits;
}

}  // namespace

workspace::Article stored_article(const page::Article& article) {
    workspace::Article stored;
    stored.id = article.id;
    std::error_code failed;
    stored.path =
        article.path.empty() ? "" : std::filesystem::absolute(article.path, failed).string();
    stored.url = article.url;
    stored.title = article.title;
    stored.publisher = article.publisher;
    stored.author = article.author;
    stored.language = article.language;
    stored.text = article.text;
    stored.text_hash = hash_of(article.text);
    stored.published = article.published;
    stored.published_text = article.published_evidence.text;
    stored.published_method = article.published_evidence.method;
    for (const page::Block& block : article.blocks) {
        stored.blocks.push_back({block_word(block.kind), block.begin, block.end});
    }
    for (const page::SourceRun& run : article.runs) {
        stored.runs.push_back({run.text_begin, run.source_begin, run.length});
    }
    return stored;
}

page::Article restored_article(const workspace::Article& article) {
    page::Article read;
    read.id = article.id;
    read.path = article.path;
    read.url = article.url;
    read.title = article.title;
    read.publisher = article.publisher;
    read.author = article.author;
    read.language = article.language;
    read.text = article.text;
    read.published = article.published;
    read.published_evidence.text = article.published_text;
    read.published_evidence.method = article.published_method;
    for (const workspace::Block& block : article.blocks) {
        if (block.begin <= block.end && block.end <= article.text.size()) {
            read.blocks.push_back({block_kind(block.kind), block.begin, block.end});
        }
    }
    for (const workspace::Run& run : article.runs) {
        read.runs.push_back({run.text_begin, run.source_begin, run.length});
    }
    return read;
}

}  // namespace salient::app
