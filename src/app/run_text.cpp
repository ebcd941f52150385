#include "app/articles.hpp"
#include "app/commands.hpp"
#include "app/output.hpp"
#include "prose/language.hpp"
#include "time/text.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>
#include <string>

namespace salient::app {

namespace {

using json = nlohmann::ordered_json;

json describe(const page::Article& article) {
    json out;
    out["id"] = article.id;
    out["title"] = article.title;
    out["publisher"] = article.publisher;
    out["author"] = article.author;
    out["url"] = article.url;
    out["language"] = article.language;
    out["published"] = article.published ? json(time::iso_day(time::first_day(*article.published)))
                                         : json(nullptr);
    out["published_evidence"] = {
        {"text", article.published_evidence.text},
        {"method", article.published_evidence.method}};
    out["text"] = page::body_text(article);
    return out;
}

}  // namespace

int run_text(const TextOptions& options) {
    if (auto status = check_output(options.output); !status) {
        report(status.error());
        return 1;
    }
    std::string result;
    bool failed = false;
    for_each_article(options.inputs, std::nullopt, [&](base::Result<page::Article> article) {
        if (!article) {
            report(article.error());
            failed = true;
            return;
        }
        result += describe(*article).dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
        if (options.output.path == "-") {
            std::cout << result;
            result.clear();
        }
    });
    if (options.output.path != "-") {
        if (auto status = write_output(options.output, result); !status) {
            report(status.error());
            return 1;
        }
    }
    return failed ? 1 : 0;
}

}  // namespace salient::app
