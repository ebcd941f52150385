#include "page/plain_text.hpp"

#include "page/text_lines.hpp"

#include <string>

namespace salient::page {

void read_plain_text(std::string_view text, Article& article) {
    article.text = std::string(text);
    article.runs = {{0, 0, text.size()}};
    classify_blocks(split_blocks(article.text, {}), article);
}

}  // namespace salient::page
