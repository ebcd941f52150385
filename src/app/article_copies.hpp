#pragma once

#include "page/article.hpp"
#include "workspace/contents.hpp"

#include <vector>

namespace salient::app {

/// Articles as a workspace keeps them.
[[nodiscard]] std::vector<workspace::Article> workspace_articles(
    std::vector<page::Article> articles);

}  // namespace salient::app
