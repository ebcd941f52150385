#pragma once

#include "events/event.hpp"
#include "extract/models.hpp"
#include "page/article.hpp"
#include "toponym/toponym.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace salient::extract::test {

/// Finder and word lists over the tables that the project ships, loaded once.
const toponym::Finder& finder();
const Models& models();

/// An article of one paragraph, published on a day ("2025-01-12"; empty: unknown).
page::Article article(std::string_view text, std::string_view published = "2025-01-12");
/// The events of such an article.
std::vector<events::Event> events_of(
    std::string_view text,
    std::string_view published = "2025-01-12");
/// "type date place role=value… assertion (speaker)" of each; "-" where there is none.
std::vector<std::string> told(std::string_view text, std::string_view published = "2025-01-12");

/// The bundled articles, as files.
std::vector<std::filesystem::path> bundled_articles();

}  // namespace salient::extract::test
