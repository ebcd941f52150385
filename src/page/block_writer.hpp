#pragma once

#include "page/article.hpp"

#include <cstddef>
#include <string_view>

namespace salient::page {

/// Writes blocks of text behind one another into an article, folding white space and remembering where each byte came from.
class BlockWriter {
public:
    /// @param source  the page's bytes; pieces given to `text` point into it. Must outlive the writer.
    BlockWriter(std::string_view source, Article& article) : source_(source), article_(article) {}
    BlockWriter(const BlockWriter&) = delete;
    BlockWriter& operator=(const BlockWriter&) = delete;
    ~BlockWriter() { end(); }

    /// Closes the block before it, if one is open.
    void begin(BlockKind kind);
    void end();
    /// @param decoded   what a reader sees
    /// @param original  the part of the source it came from, with its entities
    void text(std::string_view decoded, std::string_view original);
    /// White space that no byte of the source stands for.
    void space();

private:
    std::string_view source_;
    Article& article_;
    BlockKind kind_ = BlockKind::Paragraph;
    bool open_ = false;
    bool space_due_ = false;
    std::size_t begin_ = 0;

    void put(char c, std::size_t source_at);
    void remember(std::size_t text_at, std::size_t source_at);
};

}  // namespace salient::page
