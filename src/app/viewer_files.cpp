// Files that the user opens: reading, reading again, what changed.
#include "app/import_row.hpp"
#include "app/remembered_mappings.hpp"
#include "app/same_file.hpp"
#include "app/viewer.hpp"
#include "time/text.hpp"
#include "workspace/database.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace salient::app {

std::string Viewer::label_of(const std::string& path) const {
    if (workspace::is_database(path)) {
        return workspace::without_credentials(path);
    }
    const std::filesystem::path file(path);
    const auto name = file.has_filename() ? file.filename() : file.parent_path().filename();
    return name.empty() ? path : name.string();
}

void Viewer::open(const std::string& path) {
    if (is_workspace(path)) {
        open_workspace(path);
        return;
    }
    auto options = load_options(options_);
    if (options) {
        open(path, std::move(options).value());
    } else {
        fail(options.error());
    }
}

void Viewer::open(const std::string& path, LoadOptions options) {
    if (is_opening_workspace_) {
        waiting_files_.push_back(path);
        return;
    }
    if (finder_ == nullptr) {
        waiting_files_.push_back(path);
        if (gazetteer_ != nullptr && !options_.default_events && waiting_files_.size() == 1) {
            load_article_reader();
        }
        return;
    }
    imports_are_old_ = imports_are_old_ || jobs_.is_idle();
    options_of_file_[path] = options;
    const auto progress = std::make_shared<io::Progress>();
    options.progress = progress;
    const auto finder = finder_;
    jobs_.run(
        "Reading " + label_of(path),
        true,
        [this, path, options, finder](const std::stop_token& stop) -> Background::Finish {
            auto loaded = load_path(path, *finder, options, stop);
            if (loaded && stop.stop_requested()) {
                loaded = base::Error{base::ErrorCode::Cancelled, "Stopped", path};
            }
            return [this, loaded = std::move(loaded)]() mutable {
                if (loaded) {
                    take_loaded(std::move(loaded).value(), false);
                } else {
                    fail(loaded.error());
                }
            };
        },
        [progress]() -> std::optional<double> {
            const std::uint64_t total = progress->total;
            return total == 0 ? std::nullopt
                              : std::optional(
                                  static_cast<double>(progress->done) / static_cast<double>(total));
        });
}

void Viewer::take_loaded(Loaded loaded, bool is_bundled) {
    if (is_bundled && (is_opening_workspace_ || !keeper_.target().empty())) {
        return;  // a workspace has come in its place
    }
    ui::ImportRow row = import_row(loaded);
    row.file = label_of(loaded.path);
    const bool has_articles = !loaded.articles.empty();
    if (is_bundled) {
        document_.events.merge(std::move(loaded.events));
    } else {
        const bool is_first = document_.events.empty();
        merge(loaded, row);
        if (is_first && keeper_.target().empty()) {
            show_days_of(document_.events, options_, document_.state);
            show_ground_of(loaded);
        }
    }
    take_articles(loaded.articles);
    if (loaded.control) {
        take_history(std::move(*loaded.control));
    }
    if (is_bundled) {
        return;
    }
    document_.has_unsaved_events =
        document_.has_unsaved_events || (has_articles && row.added + row.changed > 0);
    const bool is_unclear = loaded.import && wants_a_look(*loaded.import);
    const bool is_bad =
        is_unclear || row.rejected > 0 || loaded.diagnostics.count(base::Severity::Error) > 0;
    notify(
        is_bad ? ui::NoticeLevel::Warning : ui::NoticeLevel::Done,
        summary_text(row),
        row.problems);
    if (std::exchange(imports_are_old_, false)) {
        imports_.clear();
    }
    const auto is_same = [&row](const ui::ImportRow& other) { return other.path == row.path; };
    imports_.erase(std::remove_if(imports_.begin(), imports_.end(), is_same), imports_.end());
    wishes_.show_report = wishes_.show_report || row.rejected > 0 || is_unclear;
    imports_.push_back(std::move(row));
}

/// Goes to where the first file's events are, when none can be in the theatre and nobody asked for a view.
void Viewer::show_ground_of(const Loaded& loaded) {
    if (!loaded.import || !loaded.import->bbox || options_.default_events || options_.view) {
        return;
    }
    const geo::Box& box = *loaded.import->bbox;
    const geo::Box& theatre = scene::kTheatreFrame;
    const bool is_elsewhere = box.west_deg > theatre.east_deg || box.east_deg < theatre.west_deg
                              || box.south_deg > theatre.north_deg
                              || box.north_deg < theatre.south_deg;
    if (is_elsewhere) {
        constexpr double around = 0.2;  // degrees, for a single spot
        document_.apply(session::MoveCamera{session::camera_for_box(
            {box.west_deg - around,
             box.south_deg - around,
             box.east_deg + around,
             box.north_deg + around},
            map_size_.width,
            map_size_.height,
            40)});
    }
}

void Viewer::merge(Loaded& loaded, ui::ImportRow& row) {
    watch_.add(loaded.path);
    header_of_file_[loaded.path] = loaded.mapping ? loaded.mapping->header_hash : 0;
    const std::vector<std::string> before =
        ids_of(std::exchange(events_of_file_[loaded.path], loaded.events));
    const auto merged = keeper_.merge_file(loaded, before, document_);
    say_journal_trouble(merged.journal);
    row.added = merged.added;
    row.changed = merged.changed;
    row.removed = merged.removed;
    if (merged.is_found_again) {
        notify(
            ui::NoticeLevel::Done,
            "The workspace missed " + row.file + " and now finds it at its new place");
    }
}

void Viewer::take_articles(const std::vector<page::Article>& articles) {
    for (const page::Article& article : articles) {
        const auto is_it = [&](const ui::DatelessArticle& each) { return each.id == article.id; };
        dateless_.erase(std::remove_if(dateless_.begin(), dateless_.end(), is_it), dateless_.end());
        if (!article.published) {
            dateless_.push_back({article.id, article.title});
        }
        take_article_view(article);
    }
}

void Viewer::take_article_view(const page::Article& article) {
    article_paths_[article.id] = article.path;
    ui::ArticleView view;
    view.id = article.id;
    view.title = article.title.empty() ? article.id : article.title;
    view.publisher = article.publisher;
    view.published = article.published ? time::display_text(*article.published) : "";
    view.text = article.text;
    articles_[article.id] = std::move(view);
}

void Viewer::set_published(const session::SetPublished& command) {
    const auto path = article_paths_.find(command.article_id);
    if (path == article_paths_.end()) {
        notify(ui::NoticeLevel::Warning, "No article '" + command.article_id + "' is open");
        return;
    }
    LoadOptions options;
    options.limits = options_.limits;
    options.published = time::day_span(command.day);
    open(path->second, options);
}

void Viewer::map_columns(const session::MapColumns& command) {
    LoadOptions options = options_of_file_[command.path];
    options.limits = options_.limits;
    options.mapping = mapping_of(command);
    options.mapping->header_hash = header_of_file_[command.path];
    if (const auto status = remember_mapping(*options.mapping); !status) {
        fail(status.error());
    }
    open(command.path, options);
}

}  // namespace salient::app
