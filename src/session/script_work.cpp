// Lines of a script that change events, open and save files, or press keys.
#include "events/types.hpp"
#include "session/script_reader.hpp"
#include "session/script_words.hpp"
#include "time/text.hpp"

#include <array>

namespace salient::session {

namespace {

// --- events ---

Outcome read_select(Line line) {
    return line.rest.empty() ? expected("an event id") : done(Select{std::string(line.rest), true});
}
Outcome review_as(Line line, events::ReviewStatus status) {
    return line.rest.empty() ? expected("an event id")
                             : done(Review{std::string(line.rest), status});
}
Outcome read_review(Line line) {
    const std::string id(take_word(line.rest));
    const auto status = events::status_from_id(line.rest);
    return status ? done(Review{id, *status})
                  : expected("an event id and unreviewed, accepted, edited or rejected");
}
Outcome read_retype(Line line) {
    const std::string id(take_word(line.rest));
    const auto type = events::type_from_id(line.rest);
    return type ? done(Retype{id, *type}) : expected("an event id and a type such as strike");
}
Outcome read_move(Line line) {
    const std::string id(take_word(line.rest));
    const auto lon = read_number(take_word(line.rest));
    const auto lat = read_number(line.rest);
    return lon && lat ? done(MoveEvent{id, {*lon, *lat}})
                      : expected("an event id, longitude and latitude");
}
Outcome read_redate(Line line) {
    const std::string id(take_word(line.rest));
    const auto span = time::parse_iso(line.rest);
    return span ? done(Redate{id, *span}) : expected("an event id and a date such as 2025-01-12");
}
Outcome read_published(Line line) {
    const std::string id(take_word(line.rest));
    const auto span = time::parse_iso(line.rest);
    return span ? done(SetPublished{id, time::first_day(*span)})
                : expected("an article id and a day such as 2025-01-12");
}

// --- the program ---

Outcome read_open(Line line) {
    return line.rest.empty() ? expected("a path") : done(OpenFiles{{std::string(line.rest)}});
}
Outcome read_key(Line line) {
    PressKey press;
    std::string_view rest = line.rest;
    for (auto plus = rest.find('+'); plus != std::string_view::npos && plus + 1 < rest.size();
         plus = rest.find('+')) {
        const std::string_view modifier = rest.substr(0, plus);
        if (modifier != "Ctrl" && modifier != "Shift") {
            return expected("a key such as Space, Ctrl+S or Shift+Right");
        }
        (modifier == "Ctrl" ? press.ctrl : press.shift) = true;
        rest.remove_prefix(plus + 1);
    }
    press.key = std::string(rest);
    return press.key.empty() ? expected("a key such as Space or Ctrl+S")
                             : Outcome{ScriptStep(press), ""};
}
Outcome read_click(Line line) {
    const auto x = read_number(take_word(line.rest));
    const auto y = read_number(line.rest);
    return x && y ? Outcome{ScriptStep(Click{*x, *y}), ""} : expected("x and y in pixels");
}
Outcome read_wait(Line line) {
    const auto frames = read_integer(line.rest);
    return frames && *frames > 0 && *frames <= 100'000
               ? Outcome{ScriptStep(WaitFrames{*frames}), ""}
               : expected("a number of frames from 1 to 100000");
}
Outcome read_recover(Line line) {
    if (line.rest == "yes" || line.rest == "no") {
        return done(Recover{line.rest == "yes"});
    }
    return expected("'yes' or 'no'");
}

Outcome read_bookmark(Line line) {
    return line.rest.empty() ? expected("the name of a bookmark")
                             : done(GoToBookmark{std::string(line.rest)});
}
Outcome read_remove_bookmark(Line line) {
    return line.rest.empty() ? expected("the name of a bookmark")
                             : done(RemoveBookmark{std::string(line.rest)});
}

constexpr std::array<LineReader, 29> kReaders = {{
    {"select", read_select},
    {"deselect",
     [](Line /*line*/) {
         return done(Select{"", false});
     }},
    {"next", [](Line /*line*/) { return done(StepEvents{1}); }},
    {"previous", [](Line /*line*/) { return done(StepEvents{-1}); }},
    {"unreviewed-next", [](Line /*line*/) { return done(NextUnreviewed{}); }},
    {"accept", [](Line line) { return review_as(line, events::ReviewStatus::Accepted); }},
    {"reject", [](Line line) { return review_as(line, events::ReviewStatus::Rejected); }},
    {"review", read_review},
    {"retype", read_retype},
    {"move", read_move},
    {"redate", read_redate},
    {"undo", [](Line /*line*/) { return done(Undo{}); }},
    {"redo", [](Line /*line*/) { return done(Redo{}); }},
    {"published", read_published},
    {"open", read_open},
    {"save-picture", [](Line line) { return done(SavePicture{std::string(line.rest)}); }},
    {"save-events", [](Line line) { return done(SaveEvents{std::string(line.rest)}); }},
    {"save-workspace", [](Line line) { return done(SaveWorkspace{std::string(line.rest)}); }},
    {"keep-bookmark", [](Line line) { return done(KeepBookmark{std::string(line.rest)}); }},
    {"bookmark", read_bookmark},
    {"remove-bookmark", read_remove_bookmark},
    {"recover", read_recover},
    {"key", read_key},
    {"click", read_click},
    {"wait", read_wait},
    {"settle",
     [](Line /*line*/) {
         return Outcome{ScriptStep(Settle{}), ""};
     }},
    {"cancel", [](Line /*line*/) { return done(CancelJob{}); }},
    {"quit", [](Line /*line*/) { return done(Quit{false}); }},
    {"quit!", [](Line /*line*/) { return done(Quit{true}); }},
}};

}  // namespace

std::span<const LineReader> work_line_readers() {
    return kReaders;
}

}  // namespace salient::session
