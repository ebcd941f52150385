#include "app/extraction.hpp"

#include "app/articles.hpp"
#include "app/output.hpp"
#include "base/resources.hpp"

#include <algorithm>
#include <deque>
#include <future>
#include <iostream>
#include <thread>
#include <utility>

namespace salient::app {

namespace {

void warn_undated(const page::Article& article) {
    base::Diagnostics diagnostics;
    diagnostics.warn(
        "article.undated",
        "The article does not say when it was published; dates like \"on Thursday\" stay open. "
        "Give --published "
        "DATE",
        article.path.empty() ? article.id : article.path);
    report(diagnostics);
}

}  // namespace

base::Result<extract::Models> load_event_models() {
    auto folder = base::data_directory();
    if (!folder) {
        return folder.error();
    }
    return extract::load_models(*folder);
}

ExtractionCounts extract_articles(
    const std::vector<std::string>& inputs,
    const ExtractionSetup& setup,
    const std::function<void(const events::Event&)>& take) {
    const std::size_t workers = std::max(1U, std::thread::hardware_concurrency());
    std::deque<std::future<std::vector<events::Event>>> waiting;
    ExtractionCounts counts;
    const auto hand_over_first = [&] {
        for (const events::Event& event : waiting.front().get()) {
            take(event);
        }
        waiting.pop_front();
    };
    for_each_article(inputs, setup.published, [&](base::Result<page::Article> article) {
        if (!article) {
            report(article.error());
            ++counts.failed;
            return;
        }
        ++counts.read;
        if (!article->published) {
            warn_undated(*article);
            ++counts.undated;
        }
        if (waiting.size() >= workers * 2) {
            hand_over_first();
        }
        waiting.push_back(
            std::async(std::launch::async, [one = std::move(article).value(), &setup] {
                return extract::extract_events(one, setup.finder, setup.models, setup.options);
            }));
    });
    while (!waiting.empty()) {
        hand_over_first();
    }
    return counts;
}

}  // namespace salient::app
