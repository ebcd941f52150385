#include "app/extraction.hpp"

#include "app/articles.hpp"
#include "app/in_order.hpp"
#include "app/output.hpp"
#include "base/resources.hpp"

#include <utility>

namespace salient::app {

namespace {

/// What one file or line gave.
struct Extracted {
    std::vector<events::Event> events;
    std::vector<base::Error> errors;
    base::Diagnostics diagnostics;
    std::size_t read = 0;
};

void warn_undated(const page::Article& article, base::Diagnostics& diagnostics) {
    diagnostics.warn(
        "article.undated",
        "The article does not say when it was published, so dates like \"on Thursday\" stay open; "
        "give "
        "--published DATE",
        article.path.empty() ? article.id : article.path);
}

Extracted extract_source(const ArticleSource& source, const ExtractionSetup& setup) {
    Extracted out;
    for (const base::Result<page::Article>& article : read_source(source, setup.published)) {
        if (!article) {
            out.errors.push_back(article.error());
            continue;
        }
        ++out.read;
        if (!article->published) {
            warn_undated(*article, out.diagnostics);
        }
        auto events = extract::extract_events(*article, setup.finder, setup.models, setup.options);
        std::move(events.begin(), events.end(), std::back_inserter(out.events));
    }
    return out;
}

}  // namespace

base::Result<extract::Models> load_event_models() {
    auto folder = base::data_directory();
    if (!folder) {
        return folder.error();
    }
    return extract::load_models(*folder);
}

base::Result<extract::Labeller> load_labeller() {
    auto path = base::data_file("models/event-labels.tsv");
    if (!path) {
        return path.error();
    }
    return extract::Labeller::load(*path);
}

ExtractionCounts extract_articles(
    const std::vector<std::string>& inputs,
    const ExtractionSetup& setup,
    const std::function<void(std::vector<events::Event>)>& take) {
    ExtractionCounts counts;
    InOrder<ArticleSource, Extracted> articles(
        [&](const ArticleSource& source) { return extract_source(source, setup); },
        [&](Extracted extracted) {
            for (const base::Error& error : extracted.errors) {
                report(error);
            }
            report(extracted.diagnostics);
            counts.read += extracted.read;
            counts.failed += extracted.errors.size();
            take(std::move(extracted.events));
        });
    for_each_source(inputs, [&](ArticleSource source) { articles.add(std::move(source)); });
    articles.finish();
    return counts;
}

}  // namespace salient::app
