#include "workspace_support.hpp"

#include "../io/generated_events_support.hpp"
#include "test_paths.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace salient::workspace::testing {

namespace {

namespace fs = std::filesystem;

Article example_article(const fs::path& folder) {
    Article article;
    article.id = "report-1";
    article.path = (folder / "articles" / "report-1.html").string();
    article.url = "https://example.org/report?a=1&b=2";
    article.title = "Night of «drones» — що відомо";
    article.publisher = "Example Wire";
    article.author = "A. Writer";
    article.language = "uk";
    article.text = "First line\nДругий рядок with \"quotes\" and a tab\t.";
    article.text_hash = "c0ffee";
    article.published = time::day_span(std::chrono::sys_days(std::chrono::days(20'100)));
    article.published_text = "12 January 2025";
    article.published_method = "meta";
    article.blocks = {{"title", 0, 10}, {"paragraph", 11, 40}};
    article.runs = {{0, 100, 10}, {11, 140, 29}};
    return article;
}

}  // namespace

TempFolder::TempFolder() {
    // In memory where there is such a place: the tests flush often, and programs are killed, not machines.
    const fs::path memory = "/dev/shm";
    const fs::path parent =
        ::access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path();
    std::string pattern = (parent / "salient-workspace-XXXXXX").string();
    path_ = fs::canonical(::mkdtemp(pattern.data()));
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

Contents full_contents(const fs::path& folder, std::size_t events, std::uint64_t seed) {
    Contents contents;
    contents.events = io::testing::generate_events(events, seed);
    contents.articles = {example_article(folder), Article()};
    contents.articles[1].id = "bare";
    contents.decisions = {
        {"id-1", events::ReviewStatus::Accepted, "2025-01-12T10:00:00Z"},
        {"id-2", events::ReviewStatus::Rejected, ""}};
    if (events > 1) {
        contents.edits = {{contents.events[0], contents.events[1], "2025-01-12T10:00:05Z"}};
    }
    contents.layers = {
        {"roads",
         true,
         (folder / "layers" / "roads.fgb").string(),
         {{"stroke", "#445566"}, {"width_px", "1.5"}}},
        {"rivers", false, "", {}}};
    contents.control_sources = {(folder / "fronts").string()};
    contents.files = {(folder / "events.csv").string(), (folder / "more" / "x.geojson").string()};
    contents.state.camera = {{0.601'234'567'890'123, 0.33}, 7.25};
    contents.state.filter.types.reset(3);
    contents.state.filter.text = "drone \"x\"";
    contents.state.mode = session::TimeMode::Window;
    contents.state.theme = session::Theme::Dark;
    contents.state.labels = session::LabelLanguage::Local;
    contents.state.zone = "Europe/Kyiv";
    contents.state.selected = "id-1";
    contents.state.layers.rivers = false;
    contents.state.playback.loop = true;
    contents.bookmarks = {
        {"Суджа", {{0.598, 0.34}, 9}, {1'700'000'000, 1'710'000'000}, 1'705'000'000},
        {"Суджа", {{0.5, 0.3}, 4}, {-5'000'000'000, 1}, 0}};
    io::ColumnMapping mapping;
    mapping.columns = {{io::Role::Latitude, "y"}, {io::Role::Longitude, "x"}};
    mapping.date_order = io::DateOrder::DayFirst;
    mapping.header_hash = 0xFFFF'FFFF'FFFF'FFF1U;
    contents.mappings = {mapping};
    for (const char* name :
         {"articles/report-1.html",
          "layers/roads.fgb",
          "events.csv",
          "more/x.geojson",
          "fronts/a.geojson"}) {
        write_text(folder / name, "x");
    }
    return contents;
}

std::vector<Edit> numbered_edit(std::size_t number) {
    events::Event event;
    event.id = "event-" + std::to_string(number % 37);
    event.title = "edit " + std::to_string(number);
    event.location = events::Location();
    event.location->point = {35.0 + static_cast<double>(number % 10), 51.0};
    event.status = events::ReviewStatus::Edited;
    std::vector<Edit> gesture = {PutEvents{{event}}};
    if (number % 5 == 0) {
        gesture.emplace_back(AddDecision{
            {event.id, events::ReviewStatus::Accepted, "edit " + std::to_string(number)}});
    }
    if (number % 11 == 0) {
        gesture.emplace_back(RemoveEvents{{"event-" + std::to_string((number + 3) % 37)}});
    }
    if (number % 7 == 0) {
        session::State state = session::default_state();
        state.cursor += static_cast<time::UnixSeconds>(number);
        gesture.emplace_back(SetState{state});
    }
    return gesture;
}

void retitle(Contents& contents, std::size_t event, const std::string& title) {
    events::Event changed = contents.events[event];
    changed.title = title;
    contents.events.set(event, changed);
}

void remove_event(Contents& contents, std::size_t event) {
    std::vector<bool> stays(contents.events.size(), true);
    stays.at(event) = false;
    contents.events.keep(stays);
}

Contents sorted_by_id(Contents contents) {
    std::vector<events::Event> events = contents.events.unpacked();
    std::sort(events.begin(), events.end(), [](const auto& a, const auto& b) {
        return a.id < b.id;
    });
    contents.events = events;
    return contents;
}

void write_text(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::string read_text(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

fs::path victim() {
    return tests::binary_dir() / "tests" / "workspace" / "workspace_victim";
}

}  // namespace salient::workspace::testing
