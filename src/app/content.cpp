#include "app/content.hpp"

#include "app/articles.hpp"
#include "app/extraction.hpp"
#include "app/folder_files.hpp"
#include "app/read_options.hpp"
#include "app/workspace_file.hpp"
#include "base/resources.hpp"
#include "extract/extract.hpp"
#include "io/control_file.hpp"
#include "io/control_kind.hpp"
#include "io/read_events.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <future>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

namespace salient::app {

namespace fs = std::filesystem;

namespace {

bool has_ending(const fs::path& path, std::initializer_list<std::string_view> endings) {
    const fs::path plain = path.extension() == ".gz" ? fs::path(path).replace_extension() : path;
    std::string ending = plain.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool is_article(const fs::path& path) {
    return has_ending(path, {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"});
}

std::string article_report(const page::Article& article, std::size_t events) {
    std::string report = std::to_string(events) + (events == 1 ? " event" : " events");
    if (!article.published) {
        report += "; no publication date, so dates like \"on Thursday\" stay open";
    }
    return report;
}

Loaded read_events_of(
    page::Article article,
    const toponym::Finder& finder,
    const extract::Models& models,
    const LoadOptions& options) {
    extract::Options extract_options;
    extract_options.theatre_bias = options.theatre_bias;
    Loaded loaded;
    loaded.path = article.path;
    loaded.events = extract::extract_events(article, finder, models, extract_options);
    loaded.report = article_report(article, loaded.events.size());
    loaded.articles.push_back(std::move(article));
    return loaded;
}

/// The original columns, in file order; events of several layers may differ, the first that has any speaks for all.
std::vector<std::string> columns_of(const events::EventList& events) {
    std::vector<std::string> columns;
    for (const events::Event& event : events) {
        if (event.extras.empty()) {
            continue;
        }
        for (const auto& [name, value] : event.extras) {
            columns.push_back(name);
        }
        break;
    }
    return columns;
}

base::Result<Loaded>
load_events(const std::string& path, const LoadOptions& options, const std::stop_token& stop) {
    io::ReadOptions read_options = event_read_options(options.limits);
    read_options.mapping = options.mapping;
    read_options.crs = options.crs;
    auto file = io::read_events(path, read_options, options.progress.get(), stop);
    if (!file) {
        return file.error();
    }
    Loaded loaded;
    loaded.path = path;
    loaded.report = io::info_text(file->report, file->mapping);
    loaded.diagnostics = file->report.diagnostics;
    loaded.events = std::move(file->events);
    loaded.columns = columns_of(loaded.events);
    loaded.import = std::move(file->report);
    loaded.mapping = std::move(file->mapping);
    return loaded;
}

io::ControlReading control_reading(const LoadOptions& options) {
    return {event_read_options(options.limits).limits, options.crs};
}

void append(Loaded& into, Loaded&& part) {
    into.events.append(std::move(part.events));
    std::move(part.articles.begin(), part.articles.end(), std::back_inserter(into.articles));
    if (part.control) {
        into.control =
            into.control ? into.control->joined_with(*part.control) : std::move(*part.control);
    }
    into.diagnostics.merge(part.diagnostics);
}

base::Result<Loaded> load_file(
    const fs::path& path,
    const toponym::Finder& finder,
    const LoadOptions& options,
    const std::stop_token& stop) {
    if (is_article(path)) {
        return load_article(path.string(), finder, options);
    }
    if (io::holds_control(path, control_reading(options))) {
        if (auto control = load_control(path.string(), options, stop)) {
            return control;
        }
    }
    return load_events(path.string(), options, stop);
}

/// Control areas when its files are dated polygons, else each file by itself; a file that cannot be read costs one diagnostic.
base::Result<Loaded> load_folder(
    const std::string& path,
    const toponym::Finder& finder,
    const LoadOptions& options,
    const std::stop_token& stop) {
    const std::vector<fs::path> files = files_in(path);
    Loaded loaded;
    loaded.path = path;
    if (std::any_of(files.begin(), files.end(), may_be_control)) {
        if (auto control = load_control(path, options, stop)) {
            append(loaded, std::move(control).value());
        }
    }
    for (const fs::path& file : files) {
        if (stop.stop_requested()) {
            return base::Error{base::ErrorCode::Cancelled, "Stopped", path};
        }
        if (loaded.control && may_be_control(file)) {
            continue;
        }
        auto part = load_file(file, finder, options, stop);
        if (part) {
            append(loaded, std::move(part).value());
        } else {
            loaded.diagnostics.error("file.unread", part.error().message, part.error().where);
        }
    }
    if (loaded.events.empty() && loaded.articles.empty() && !loaded.control) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected articles, events or control areas in the folder, found none",
            path};
    }
    loaded.report = std::to_string(loaded.articles.size()) + " articles, "
                    + std::to_string(loaded.events.size()) + " events";
    if (loaded.control) {
        loaded.report +=
            ", " + std::to_string(loaded.control->snapshots().size()) + " days of control areas";
    }
    return loaded;
}

}  // namespace

bool may_be_control(const std::filesystem::path& path) {
    return has_ending(path, {".geojson", ".json", ".kml", ".kmz", ".shp", ".fgb", ".gpkg"})
           && io::date_in_name(path.filename().string()).has_value();
}

base::Result<Loaded>
load_control(const std::string& path, const LoadOptions& options, const std::stop_token& stop) {
    Loaded loaded;
    loaded.path = path;
    auto history = io::read_control(
        path,
        loaded.diagnostics,
        control_reading(options),
        options.progress.get(),
        stop);
    if (!history) {
        return history.error();
    }
    loaded.report = std::to_string(history->snapshots().size()) + " days of control areas";
    loaded.control = std::move(history).value();
    return loaded;
}

base::Result<LoadOptions> load_options(const ViewOptions& options) {
    LoadOptions load;
    load.limits = options.limits;
    if (const auto status = check_crs(options.crs); !status) {
        return status.error();
    }
    load.crs = options.crs;
    if (options.published) {
        auto span = time::parse_typed(*options.published);
        if (!span) {
            return base::Error{span.error().code, "--published: " + span.error().message, ""};
        }
        load.published = *span;
    }
    return load;
}

base::Result<Loaded> load_path(
    const std::string& path,
    const toponym::Finder& finder,
    const LoadOptions& options,
    const std::stop_token& stop) {
    if (is_workspace(path)) {
        return load_workspace(path, options, stop);
    }
    std::error_code error;
    if (!fs::exists(path, error)) {
        return base::Error{base::ErrorCode::NotFound, "File not found", path};
    }
    if (fs::is_directory(path, error)) {
        return load_folder(path, finder, options, stop);
    }
    return load_file(path, finder, options, stop);
}

base::Result<Loaded>
load_article(const std::string& path, const toponym::Finder& finder, const LoadOptions& options) {
    auto models = load_event_models();
    if (!models) {
        return models.error();
    }
    auto article = read_article(path, options.published);
    if (!article) {
        return article.error();
    }
    return read_events_of(std::move(article).value(), finder, *models, options);
}

base::Result<Loaded> load_default_articles(
    const toponym::Finder& finder,
    const std::stop_token& stop) {
    auto folder = base::data_file("articles");
    auto models = folder ? load_event_models() : base::Result<extract::Models>(folder.error());
    if (!models) {
        return models.error();
    }
    std::vector<std::future<Loaded>> parts;
    base::Diagnostics diagnostics;
    for_each_article({folder->string()}, std::nullopt, [&](base::Result<page::Article> article) {
        if (!article) {
            diagnostics.error("file.unread", article.error().message, article.error().where);
        } else if (!stop.stop_requested()) {
            parts.push_back(std::async(std::launch::async, [&, one = std::move(article).value()] {
                return read_events_of(one, finder, *models, {});
            }));
        }
    });
    Loaded loaded;
    loaded.path = folder->string();
    loaded.diagnostics = std::move(diagnostics);
    for (std::future<Loaded>& part : parts) {
        append(loaded, part.get());
    }
    loaded.report = std::to_string(loaded.articles.size()) + " bundled articles, "
                    + std::to_string(loaded.events.size()) + " events";
    return loaded;
}

}  // namespace salient::app
