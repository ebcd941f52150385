// Salient's own data: what depends on what, in the order in which a user needs it.
#include "app/base_data.hpp"
#include "app/viewer.hpp"

#include <utility>

namespace salient::app {

void Viewer::load_own_data() {
    jobs_.run("Drawing the map", false, [this](const std::stop_token& stop) -> Background::Finish {
        auto map = load_base_map(stop);
        return [this, map = std::move(map)]() mutable {
            if (map) {
                take_map(std::move(map).value());
            } else {
                fail(map.error());
            }
        };
    });
    jobs_.run("Reading place names", false, [this](const std::stop_token&) -> Background::Finish {
        base::Diagnostics diagnostics;
        auto gazetteer = load_gazetteer(options_.gazetteers, diagnostics);
        const std::size_t left_out = diagnostics.count(base::Severity::Error);
        return [this, left_out, diagnostics, gazetteer = std::move(gazetteer)]() mutable {
            if (left_out > 0) {
                notify(
                    ui::NoticeLevel::Warning,
                    std::to_string(left_out) + " rows of your place tables were left out",
                    {diagnostics.items().front().where + ": "
                     + diagnostics.items().front().message});
            }
            if (gazetteer) {
                take_gazetteer(std::move(gazetteer).value());
            } else {
                fail(gazetteer.error());
            }
        };
    });
    jobs_.run("", false, [this](const std::stop_token&) -> Background::Finish {
        auto history = load_default_control();
        return [this, history = std::move(history)]() mutable {
            if (!history) {
                fail(history.error());
            } else if (history_ == nullptr) {
                take_history(std::move(history).value());
            }
        };
    });
}

void Viewer::take_gazetteer(std::shared_ptr<const places::Gazetteer> gazetteer) {
    gazetteer_ = std::move(gazetteer);
    if (options_.view) {
        go_to(*std::exchange(options_.view, std::nullopt));
    }
    for (const std::string& name : std::exchange(waiting_places_, {})) {
        go_to(name);
    }
    name_places();
    if (!waiting_workspaces_.empty()) {
        open_typed_workspaces();
    }
    if (options_.default_events || !waiting_files_.empty()) {
        load_article_reader();
    }
}

void Viewer::load_article_reader() {
    const auto places = gazetteer_;
    jobs_.run(
        "Reading articles",
        false,
        [this, places](const std::stop_token&) -> Background::Finish {
            auto finder = load_finder(places);
            return [this, finder = std::move(finder)]() mutable {
                if (finder) {
                    take_finder(std::move(finder).value());
                } else {
                    fail(finder.error());
                }
            };
        });
}

void Viewer::take_map(std::shared_ptr<const scene::MapLayers> map) {
    map_ = std::move(map);
    name_places();
    prepare_areas();
}

void Viewer::name_places() {
    if (map_ == nullptr || gazetteer_ == nullptr) {
        return;  // the second of the two comes back here
    }
    const auto map = map_;
    const auto places = gazetteer_;
    jobs_.run(
        "Writing names",
        false,
        [this, map, places](const std::stop_token&) -> Background::Finish {
            auto named = scene::with_names(*map, load_place_names(*places));
            return [this, named = std::move(named)] { map_ = named; };
        });
}

void Viewer::take_history(control::ControlHistory history) {
    history_ = std::make_shared<const control::ControlHistory>(std::move(history));
    prepare_areas();
}

void Viewer::prepare_areas() {
    if (map_ == nullptr || history_ == nullptr) {
        return;  // the second of the two comes back here
    }
    const auto map = map_;
    const auto history = history_;
    jobs_.run(
        "Drawing the front",
        false,
        [this, map, history](const std::stop_token& stop) -> Background::Finish {
            auto areas = scene::prepare_control(*history, map.get(), stop);
            return [this, history, areas = std::move(areas)] {
                if (areas != nullptr && history == history_) {
                    control_ = areas;
                }
            };
        });
}

void Viewer::take_finder(std::shared_ptr<const toponym::Finder> finder) {
    finder_ = std::move(finder);
    if (options_.default_events) {
        load_bundled_articles();
    }
    open_waiting();
}

void Viewer::load_bundled_articles() {
    jobs_.run(
        "Reading articles",
        false,
        [this, finder = finder_](const std::stop_token& stop) -> Background::Finish {
            auto loaded = load_default_articles(*finder, stop);
            return [this, loaded = std::move(loaded)]() mutable {
                if (loaded) {
                    take_loaded(std::move(loaded).value(), true);
                } else {
                    fail(loaded.error());
                }
            };
        });
}

}  // namespace salient::app
