#include "app/articles.hpp"
#include "app/commands.hpp"
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

Json describe(const page::Article& article) {
    Json out;
    out["id"] = article.id;
    out["title"] = article.title;
    out["publisher"] = article.publisher;
    out["author"] = article.author;
    out["url"] = article.url;
    out["language"] = article.language;
    out["published"] = article.published ? Json(time::iso_day(time::first_day(*article.published)))
                                         : Json(nullptr);
    out["published_evidence"] = {
        {"text", article.published_evidence.text},
        {"method", article.published_evidence.method}};
    out["text"] = page::body_text(article);
    return out;
}

/// What one file or line gave: lines for the output, and what went wrong.
struct Described {
    std::string lines;
    std::vector<base::Error> errors;
};

Described describe_source(const ArticleSource& source) {
    Described out;
    for (const base::Result<page::Article>& article : read_source(source, std::nullopt)) {
        if (article) {
            out.lines +=
                describe(*article).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
        } else {
            out.errors.push_back(article.error());
        }
    }
    return out;
}

}  // namespace

int run_text(const TextOptions& options) {
    std::ios::sync_with_stdio(false);
    auto stream = ResultStream::open(options.output);
    if (!stream) {
        report(stream.error());
        return 1;
    }
    bool failed = false;
    InOrder<ArticleSource, Described> pages(describe_source, [&](const Described& described) {
        stream->out() << described.lines;
        for (const base::Error& error : described.errors) {
            report(error);
            failed = true;
        }
    });
    for_each_source(options.inputs, [&](ArticleSource source) { pages.add(std::move(source)); });
    pages.finish();
    if (auto status = stream->close(); !status) {
        report(status.error());
        return 1;
    }
    return failed ? 1 : 0;
}

}  // namespace salient::app
