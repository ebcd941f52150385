// What the user saves: events, pictures, reports.
#include "app/import_row.hpp"
#include "app/user_folders.hpp"
#include "app/viewer.hpp"
#include "base/resources.hpp"
#include "io/write_events.hpp"
#include "time/text.hpp"

#include <filesystem>
#include <utility>

namespace salient::app {

events::EventList Viewer::chosen(session::EventChoice which) const {
    const events::EventStore& store = document_.events;
    events::EventList out;
    if (which == session::EventChoice::Selected) {
        if (const auto index = store.find(document_.state.selected)) {
            out.push_back(store.at(*index));
        }
        return out;
    }
    if (which == session::EventChoice::All) {
        return store.all();
    }
    for (const events::EventIndex index : store.in_window(session::shown_window(document_.state))) {
        if (session::passes_filter(document_.state.filter, store, index)) {
            out.push_back(store.at(index));
        }
    }
    return out;
}

void Viewer::save_events(const session::SaveEvents& command) {
    if (command.path.empty()) {
        wishes_.ask_where = true;
        return;
    }
    const std::filesystem::path path(command.path);
    const auto format = io::event_format(path.extension().string());
    if (!format) {
        notify(
            ui::NoticeLevel::Error,
            "Expected a name ending in .geojson, .csv, .kml, .gpkg or .fgb: " + command.path);
        return;
    }
    ++saving_;
    const bool is_all = command.which == session::EventChoice::All;
    const std::uint64_t version = document_.events.version();
    auto events = std::make_shared<const events::EventList>(chosen(command.which));
    jobs_.run(
        "Writing " + path.filename().string(),
        false,
        [this, path, format, events, is_all, version](
            const std::stop_token&) -> Background::Finish {
            auto status = io::write_events(path, *format, *events);
            return [this, path, is_all, version, count = events->size(), status] {
                --saving_;
                if (!status) {
                    quits_when_saved_ = false;
                    fail(status.error());
                    return;
                }
                if (is_all && version == document_.events.version()) {
                    document_.mark_saved();
                }
                notify(
                    ui::NoticeLevel::Done,
                    std::to_string(count) + (count == 1 ? " event" : " events")
                        + " saved: " + path.string());
                wishes_.quit = wishes_.quit || (quits_when_saved_ && saving_ == 0);
            };
        });
}

void Viewer::quit(const session::Quit& command) {
    if (command.discard || (saving_ == 0 && !document_.has_unsaved_work())) {
        wishes_.quit = true;
    } else if (saving_ > 0) {
        quits_when_saved_ = true;
    } else {
        wishes_.ask_close = true;
    }
}

void Viewer::save_picture(io::Image image, io::Metadata metadata, std::string path) {
    ++saving_;
    const std::string stem = "salient-" + time::iso_day(session::cursor_day(document_.state));
    jobs_.run(
        "",
        false,
        [this,
         image = std::move(image),
         metadata = std::move(metadata),
         path = std::move(path),
         stem](const std::stop_token&) -> Background::Finish {
            const std::filesystem::path to = path.empty()
                                                 ? unused_name(pictures_folder(), stem, ".png")
                                                 : std::filesystem::path(path);
            auto png = io::encode_png(image, metadata);
            base::Status status =
                png ? base::write_file_atomically(to, *png) : base::Status(png.error());
            return [this, to, status] {
                --saving_;
                if (status) {
                    notify(ui::NoticeLevel::Done, "Picture saved: " + to.string());
                } else {
                    fail(status.error());
                }
            };
        });
}

void Viewer::save_report(const std::string& path, bool rejected_rows) {
    std::string text;
    for (const ui::ImportRow& row : imports_) {
        text += rejected_rows ? rejected_text(row) : report_text(row);
    }
    const base::Status status = base::write_file_atomically(path, text);
    if (status) {
        notify(
            ui::NoticeLevel::Done,
            (rejected_rows ? "Rejected rows saved: " : "Report saved: ") + path);
    } else {
        fail(status.error());
    }
}

}  // namespace salient::app
