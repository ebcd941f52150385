#pragma once

#include "app/background.hpp"
#include "app/content.hpp"
#include "app/file_watch.hpp"
#include "app/options.hpp"
#include "app/view_options.hpp"
#include "app/workspace_keeper.hpp"
#include "base/result.hpp"
#include "control/history.hpp"
#include "io/png.hpp"
#include "places/gazetteer.hpp"
#include "scene/control_layers.hpp"
#include "scene/map_layers.hpp"
#include "session/document.hpp"
#include "toponym/toponym.hpp"
#include "ui/inputs.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace salient::app {

/// All that the window shows and does, without the window: the document, what was loaded, jobs and notices. Nothing here
/// waits: reading and writing files happens in the background.
/// @thread main
class Viewer {
public:
    /// @param wake  called from workers when something arrived
    Viewer(session::State first, ViewOptions options, std::function<void()> wake);

    /// Begins to load Salient's own data, the bundled articles and the files of the options.
    void start();
    /// Takes what the background brought. @return a redraw is due
    bool take_arrivals();
    /// Files that changed on disk are read again; notices that were read are taken away. @return a redraw is due
    bool tick(double now_s);
    /// Carries out a command. @return a redraw is due
    bool apply(const session::Command& command);
    void advance(double elapsed_s);

    [[nodiscard]] const session::Document& document() const { return document_; }
    [[nodiscard]] const scene::MapLayers* map() const { return map_.get(); }
    [[nodiscard]] const scene::ControlLayers* control() const { return control_.get(); }
    /// What the panels are given; valid until the viewer changes. The caller adds sizes and `pick`.
    [[nodiscard]] ui::Inputs inputs() const;
    /// Size of the map, device-independent pixels.
    void set_map_size(Size size) { map_size_ = size; }

    /// Nothing is being loaded or saved.
    [[nodiscard]] bool is_settled() const { return jobs_.is_idle() && pictures_.empty(); }
    [[nodiscard]] bool is_loading() const { return jobs_.shown().has_value(); }
    /// Place names can be looked up.
    [[nodiscard]] bool knows_places() const { return gazetteer_ != nullptr; }

    /// Pictures asked for since the last call: where to, or empty for a new name.
    [[nodiscard]] std::vector<std::string> take_pictures();
    /// Encodes and writes a picture in the background and says where it is.
    void save_picture(io::Image image, io::Metadata metadata, std::string path);

    /// What the caller has to do about the window.
    struct Wishes {
        bool quit = false;
        bool ask_close = false;      ///< work is unsaved: ask
        bool ask_where = false;      ///< to save events
        bool ask_workspace = false;  ///< to save the workspace
        bool show_report = false;
    };
    [[nodiscard]] Wishes take_wishes();

    /// A clean exit: nothing is left to recover.
    void finish() { keeper_.finish(); }

    void notify(ui::NoticeLevel level, std::string text, std::vector<std::string> details = {});
    /// Also on standard error, for scripts.
    void echo_notices() { echoes_ = true; }

private:
    ViewOptions options_;
    session::Document document_;
    Size map_size_{1024, 640};

    std::shared_ptr<const places::Gazetteer> gazetteer_;
    std::shared_ptr<const toponym::Finder> finder_;
    std::shared_ptr<const scene::MapLayers> map_;
    std::shared_ptr<const control::ControlHistory> history_;
    std::shared_ptr<const scene::ControlLayers> control_;
    std::map<std::string, ui::ArticleView> articles_;
    std::map<std::string, std::string> article_paths_;
    std::vector<ui::DatelessArticle> dateless_;
    std::vector<ui::ImportRow> imports_;
    bool imports_are_old_ = false;  // the next load begins a new report
    std::map<std::string, events::EventList>
        events_of_file_;  // as they were read last; their bytes are the store's
    std::map<std::string, LoadOptions> options_of_file_;
    std::map<std::string, std::uint64_t> header_of_file_;
    FileWatch watch_;

    struct Kept {
        ui::Notice notice;
        std::optional<double> until_s;  // nullopt: not seen yet, or stays
    };
    std::vector<Kept> kept_;
    std::vector<ui::Notice> notices_;
    std::uint64_t last_notice_ = 0;
    bool echoes_ = false;

    WorkspaceKeeper keeper_;
    std::optional<std::string> recovery_text_;
    session::State recorded_state_;
    double next_look_s_ = 0;
    std::vector<std::string> waiting_workspaces_;  // of the command line
    std::optional<ViewOptions> asked_;             // with them
    bool is_opening_workspace_ = false;            // files wait: they are merged into it
    bool is_saving_workspace_ = false;
    bool said_journal_trouble_ = false;

    std::vector<std::string> pictures_;
    std::vector<std::string> waiting_files_;
    std::vector<std::string> waiting_places_;
    Wishes wishes_;
    bool quits_when_saved_ = false;
    int saving_ = 0;
    Background jobs_;  // last: its jobs end before what they refer to goes

    // viewer_data.cpp
    void load_own_data();
    void take_gazetteer(std::shared_ptr<const places::Gazetteer> gazetteer);
    void take_map(std::shared_ptr<const scene::MapLayers> map);
    void take_history(control::ControlHistory history);
    void load_article_reader();
    void take_finder(std::shared_ptr<const toponym::Finder> finder);
    void load_bundled_articles();
    void name_places();
    void prepare_areas();

    // viewer_watch.cpp
    bool open_changed(double now_s);
    void open_control_again(const std::string& folder, std::vector<std::string> changed);
    void take_control_again(
        const std::string& folder,
        base::Result<Loaded> loaded,
        const std::vector<std::string>& changed);

    // viewer_files.cpp
    void open(const std::string& path);
    void open(const std::string& path, LoadOptions options);
    void take_loaded(Loaded loaded, bool is_bundled);
    void take_articles(const std::vector<page::Article>& articles);
    void merge(Loaded& loaded, ui::ImportRow& row);
    void show_ground_of(const Loaded& loaded);
    void set_published(const session::SetPublished& command);
    void map_columns(const session::MapColumns& command);
    [[nodiscard]] std::string label_of(const std::string& path) const;

    // viewer_save.cpp
    void save_events(const session::SaveEvents& command);
    void save_report(const std::string& path, bool rejected_rows);
    void quit(const session::Quit& command);
    [[nodiscard]] events::EventList chosen(session::EventChoice which) const;

    // viewer_workspace.cpp
    void begin_journal();
    bool apply_and_record(const session::Command& command);
    void record_look(double now_s);
    void say_journal_trouble(const base::Status& status);
    void save_workspace(const session::SaveWorkspace& command);
    void take_saved(const WorkspaceSave& save, const base::Status& status);

    // viewer_open_workspace.cpp
    [[nodiscard]] bool may_replace_work();
    void open_typed_workspaces();
    void open_workspace(const std::string& path);
    void take_workspace(Loaded loaded);
    void empty_document();
    void recover(bool accept);
    void take_recovered(RecoveredWork work);
    void open_waiting();
    void take_article_view(const page::Article& article);

    // viewer_bookmarks.cpp
    void keep_bookmark(const std::string& name);
    void go_to_bookmark(const std::string& name);
    void remove_bookmark(const std::string& name);
    void set_bookmarks(std::vector<workspace::Bookmark> bookmarks);
    [[nodiscard]] std::vector<std::string> bookmark_names() const;

    struct Requests;  // viewer_requests.cpp
    void go_to(const std::string& name);
    void dismiss(std::uint64_t notice);
    void refresh_notices();
    void fail(const base::Error& error);
};

}  // namespace salient::app
