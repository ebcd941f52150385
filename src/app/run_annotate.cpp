#include "app/annotate.hpp"
#include "app/articles.hpp"
#include "app/base_data.hpp"
#include "app/commands.hpp"
#include "app/extraction.hpp"
#include "app/in_order.hpp"
#include "app/output.hpp"
#include "app/result_stream.hpp"
#include "time/text.hpp"

#include <nlohmann/json.hpp>

#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace salient::app {

namespace {

using Json = nlohmann::ordered_json;

/// What one file or line gave: lines for the output, and what went wrong.
struct AnnotatedSource {
    std::string lines;
    std::vector<base::Error> errors;
};

/// A page goes through as a JSON line of its own would; its text is given back, since the offsets count in it.
std::string annotate_page(const page::Article& article, const Tools& tools) {
    const Json line = {
        {"id", article.id},
        {"text", article.text},
        {"doc_date",
         article.published ? Json(time::iso_day(time::first_day(*article.published)))
                           : Json(nullptr)},
        {"lang", article.language}};
    const auto replace = Json::error_handler_t::replace;
    Json out = Json::parse(annotate_line(line.dump(-1, ' ', false, replace), tools).line);
    out["text"] = article.text;
    return out.dump(-1, ' ', false, replace);
}

AnnotatedSource annotate_source(const ArticleSource& source, const Tools& tools) {
    AnnotatedSource out;
    if (source.is_line) {
        const Annotated annotated = annotate_line(source.line, tools);
        out.lines = annotated.line + "\n";
        if (!annotated.is_good) {
            out.errors.push_back(
                {base::ErrorCode::BadFormat,
                 "Expected a JSON object with 'id' and 'text'",
                 source.where});
        }
        return out;
    }
    for (const base::Result<page::Article>& article : read_source(source, std::nullopt)) {
        if (article) {
            out.lines += annotate_page(*article, tools) + "\n";
        } else {
            out.errors.push_back(article.error());
        }
    }
    return out;
}

/// @return  whether every article could be read
base::Result<bool> annotate_all(const AnnotateOptions& options) {
    auto stream = ResultStream::open(options.output);
    if (!stream) {
        return stream.error();
    }
    base::Diagnostics diagnostics;
    auto gazetteer = load_gazetteer(options.gazetteers, diagnostics);
    if (!gazetteer) {
        return gazetteer.error();
    }
    report(diagnostics);
    auto finder = load_finder(*gazetteer);
    if (!finder) {
        return finder.error();
    }
    auto models = load_event_models();
    if (!models) {
        return models.error();
    }
    auto labeller = load_labeller();
    if (!labeller) {
        return labeller.error();
    }
    const Tools tools{**finder, *models, *labeller};
    bool good = true;
    InOrder<ArticleSource, AnnotatedSource> articles(
        [&](const ArticleSource& source) { return annotate_source(source, tools); },
        [&](const AnnotatedSource& annotated) {
            stream->out() << annotated.lines;
            for (const base::Error& error : annotated.errors) {
                report(error);
                good = false;
            }
        });
    for_each_source(
        options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs,
        [&](ArticleSource source) { articles.add(std::move(source)); });
    articles.finish();
    if (auto status = stream->close(); !status) {
        return status.error();
    }
    return good;
}

}  // namespace

int run_annotate(const AnnotateOptions& options) {
    std::ios::sync_with_stdio(false);
    const base::Result<bool> good = annotate_all(options);
    if (!good) {
        report(good.error());
        return 1;
    }
    return *good ? 0 : 1;
}

}  // namespace salient::app
