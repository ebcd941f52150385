#pragma once

#include "timeline/axis.hpp"
#include "timeline/bins.hpp"
#include "ui/article_text.hpp"
#include "ui/file_browser.hpp"
#include "ui/frame.hpp"
#include "ui/keys.hpp"
#include "ui/look.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Only for the .cpp files of this module.
namespace salient::ui {

/// What the event list and the bars were made from; equal keys mean they still hold.
struct ListKey {
    std::uint64_t version = 0;
    session::Filter filter;
    time::Window window;
    bool is_set = false;
    friend bool operator==(const ListKey&, const ListKey&) = default;
};

/// Which events the list shows.
enum class ListTab : std::uint8_t { Shown, Undated, Unlocated };

struct ListCache {
    ListKey key;
    std::vector<events::EventIndex> shown;
    ListKey tray_key;
    std::vector<events::EventIndex> undated;
    std::vector<events::EventIndex> unlocated;
    std::vector<std::uint8_t> passes;  ///< one an event: 1 when it passes the filter
};

struct BarCache {
    timeline::DayCounts counts;
    timeline::DayCounts all;  ///< before the filter, for the numbers beside the types
    std::uint64_t all_version = 0;
    bool has_all = false;
};

/// A field that Enter leaves although its text was refused takes the focus back.
enum class Refused : std::uint8_t { None, Date, Place };

struct TimelineWidget {
    timeline::Part dragged = timeline::Part::None;
    bool pans = false;
    double grab_x_px = 0;
    session::State grabbed;  ///< as it was when the drag began
    std::array<char, 64> typed = {};
    bool is_typing = false;  ///< the date field had the focus in the last frame
    std::string error;
    time::UnixSeconds error_cursor =
        0;  ///< where the cursor was then: the error goes when it moves
    bool wants_focus = false;
};

struct SearchBox {
    std::array<char, 128> typed = {};
    std::string asked;
    std::vector<PlaceHit> hits;
    int chosen = 0;
    bool is_open = false;
    bool wants_focus = false;
};

struct EventList {
    ListTab tab = ListTab::Shown;
    std::array<char, 128> typed = {};
    std::string filter_text;  ///< that `typed` stands for
    std::string last_selected;
};

struct EventEditor {
    std::string id;        ///< of the event being edited, or empty
    std::string shown_id;  ///< whose card showed it in the last frame
    std::array<char, 64> date = {};
    std::array<char, 64> place = {};
    std::string error;
    Refused refused = Refused::None;
};

/// Drags and the smooth wheel over the map.
struct MapMouse {
    bool is_down = false;
    double moved_px = 0;
    double zoom_left = 0;  ///< levels still to be zoomed
    geo::WorldPoint anchor;
};

enum class Dialog : std::uint8_t { None, Open, Save, Workspace, Help, Report, Mapping, Unsaved };

/// Where to save and what.
struct SaveForm {
    std::array<char, 1024> path = {};
    session::EventChoice which = session::EventChoice::All;
    bool then_quits = false;
};

struct BookmarkMenu {
    std::array<char, 128> typed = {};
    bool wants_open = false;
};

/// A mapping that the user is correcting.
struct MappingForm {
    std::string path;
    MappingView view;
};

/// What the article on the card was scrolled to.
struct ArticleAim {
    std::string event;  ///< whose sentence; empty without a card
    float width = 0;    ///< of the pane then, as the height
    float height = 0;
    int frames_left = 0;  ///< in which card and pane are still scrolled
};

struct Panels::Data {
    Look look;
    bool show_layers = true;
    bool show_list = true;
    bool is_dialog_open = false;  ///< in the last frame
    Dialog wanted = Dialog::None;
    std::string settled_id;  ///< selection for which list and article were scrolled

    ListCache lists;
    BarCache bars;
    TimelineWidget time;
    SearchBox search;
    BookmarkMenu bookmarks;
    EventList list;
    EventEditor editor;
    ArticleText article;
    ArticleAim article_aim;
    MapMouse mouse;
    ArrowKeys arrows;
    FileBrowser browser;
    SaveForm save;
    MappingForm mapping;
    std::size_t report_row = 0;
    std::array<char, 32> published = {};
    std::string published_error;
    bool published_again =
        false;  ///< the field takes the focus back: a refused text is mended, not sent to the map's keys
};

/// What every panel is given.
struct Context {
    const Inputs& in;
    const Look& look;
    const Layout& layout;
    Panels::Data& data;
    session::Commands& out;

    [[nodiscard]] const session::State& state() const { return in.document.state; }
    [[nodiscard]] const events::EventStore& store() const { return in.document.events; }
};

/// Brings the cached list and bars up to date; costs nothing while store, filter and window stay.
void refresh_caches(const Context& context);

void draw_top_bar(const Context& context);
/// The button in the top bar and its menu.
void draw_bookmarks(const Context& context);
void draw_layers(const Context& context);
void draw_event_list(const Context& context);
void draw_event_card(const Context& context);
void draw_timeline(const Context& context);
/// The bars, marks and handles, below the timeline's buttons.
void draw_time_axis(const Context& context, const Rect& area);
/// Drag, wheel and click on the map. @return it is still zooming
bool read_map_mouse(const Context& context);
/// Windows over everything: files, saving, help, report, mapping, unsaved work. @return one is open that takes keys
bool draw_dialogs(const Context& context);
void draw_save_dialog(const Context& context);
void draw_workspace_dialog(const Context& context);
void draw_report_dialog(const Context& context);
void draw_mapping_dialog(const Context& context);
/// Cards over the map's right edge: a job's progress, questions about dates, notices.
void draw_notices(const Context& context);
/// A dialog's buttons.
bool plain_button(const Look& look, const char* label);
bool primary_button(const Look& look, const char* label, bool is_enabled = true);

/// A copy of the selected event.
[[nodiscard]] std::optional<events::Event> selected_event(const Context& context);
[[nodiscard]] bool is_filled(events::ReviewStatus status);

}  // namespace salient::ui
