// Commands as lines of a script.
#include "events/types.hpp"
#include "geo/mercator.hpp"
#include "session/script.hpp"
#include "time/text.hpp"

#include <array>
#include <charconv>

namespace salient::session {

namespace {

constexpr std::size_t kLongestNumber = 32;

std::string text_of(double value) {
    std::array<char, kLongestNumber> buffer = {};
    const char* end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return std::string(static_cast<const char*>(buffer.data()), end);
}

std::string days_text(time::Window window) {
    return time::iso_day(time::day_of(window.begin)) + ".."
           + time::iso_day(time::day_of(window.end - 1));
}

const char* on_off_text(bool on) {
    return on ? "on" : "off";
}

/// One overload a command that has a line.
struct Writer {
    using Lines = std::vector<std::string>;
    Lines operator()(const MoveCamera& c) const {
        const geo::LonLat at = geo::lonlat_from_world(c.camera.center);
        return {
            "center " + text_of(at.lon_deg) + " " + text_of(at.lat_deg),
            "zoom " + text_of(c.camera.zoom)};
    }
    Lines operator()(const PanPixels& c) const {
        return {"pan " + text_of(c.dx) + " " + text_of(c.dy)};
    }
    Lines operator()(const MoveCursor& c) const {
        return {"at " + time::iso_day(time::day_of(c.to))};
    }
    Lines operator()(const SetWindow& c) const { return {"window " + days_text(c.window)}; }
    Lines operator()(const SetTimeline& c) const { return {"timeline " + days_text(c.shown)}; }
    Lines operator()(const SetMode& c) const {
        return {c.mode == TimeMode::Window ? "mode window" : "mode cumulative"};
    }
    Lines operator()(const StepDays& c) const { return {"step " + std::to_string(c.days)}; }
    Lines operator()(const SetPlayback& c) const {
        return {
            "speed " + text_of(c.playback.days_per_second),
            std::string("loop ") + on_off_text(c.playback.loop),
            c.playback.playing ? "play" : "pause"};
    }
    Lines operator()(const SetFilter& c) const {
        std::string types;
        for (std::size_t i = 0; i < events::kEventTypeCount; ++i) {
            if (c.filter.types.test(i)) {
                types += (types.empty() ? "" : ",")
                         + std::string(events::type_id(static_cast<events::EventType>(i)));
            }
        }
        return {
            c.filter.types.all() ? "types all" : "types " + types,
            "search " + c.filter.text,
            std::string("unreviewed ") + on_off_text(c.filter.unreviewed),
            std::string("rejected ") + on_off_text(c.filter.rejected)};
    }
    Lines operator()(const SetLayers& c) const {
        return {
            std::string("layer regions ") + on_off_text(c.layers.regions),
            std::string("layer rivers ") + on_off_text(c.layers.rivers),
            std::string("layer places ") + on_off_text(c.layers.places),
            std::string("layer control ") + on_off_text(c.layers.control),
            std::string("layer events ") + on_off_text(c.layers.events)};
    }
    Lines operator()(const SetTheme& c) const {
        return {c.theme == Theme::Light ? "theme light" : "theme dark"};
    }
    Lines operator()(const SetLabels& c) const {
        return {c.language == LabelLanguage::Local ? "labels local" : "labels english"};
    }
    Lines operator()(const SetZone& c) const { return {"zone " + c.zone}; }
    Lines operator()(const Select& c) const {
        return {c.id.empty() ? "deselect" : "select " + c.id};
    }
    Lines operator()(const StepEvents& c) const { return {c.count < 0 ? "previous" : "next"}; }
    Lines operator()(const NextUnreviewed& /*c*/) const { return {"unreviewed-next"}; }
    Lines operator()(const Review& c) const {
        return {"review " + c.id + " " + std::string(events::status_id(c.status))};
    }
    Lines operator()(const Retype& c) const {
        return {"retype " + c.id + " " + std::string(events::type_id(c.type))};
    }
    Lines operator()(const MoveEvent& c) const {
        return {"move " + c.id + " " + text_of(c.point.lon_deg) + " " + text_of(c.point.lat_deg)};
    }
    Lines operator()(const Redate& c) const {
        return {"redate " + c.id + " " + time::iso_text(c.time)};
    }
    Lines operator()(const Undo& /*c*/) const { return {"undo"}; }
    Lines operator()(const Redo& /*c*/) const { return {"redo"}; }
    Lines operator()(const OpenFiles& c) const {
        Lines lines;
        for (const std::string& path : c.paths) {
            lines.push_back("open " + path);
        }
        return lines;
    }
    Lines operator()(const SavePicture& c) const { return {"save-picture " + c.path}; }
    Lines operator()(const SaveEvents& c) const { return {"save-events " + c.path}; }
    Lines operator()(const KeepBookmark& c) const { return {"keep-bookmark " + c.name}; }
    Lines operator()(const GoToBookmark& c) const { return {"bookmark " + c.name}; }
    Lines operator()(const RemoveBookmark& c) const { return {"remove-bookmark " + c.name}; }
    Lines operator()(const SaveWorkspace& c) const { return {"save-workspace " + c.path}; }
    Lines operator()(const Recover& c) const { return {c.accept ? "recover yes" : "recover no"}; }
    Lines operator()(const GoToPlace& c) const { return {"goto " + c.name}; }
    Lines operator()(const CancelJob& /*c*/) const { return {"cancel"}; }
    Lines operator()(const SetPublished& c) const {
        return {"published " + c.article_id + " " + time::iso_day(c.day)};
    }
    Lines operator()(const Quit& c) const { return {c.discard ? "quit!" : "quit"}; }
    template <class Other>
    Lines operator()(const Other& /*c*/) const {
        return {};
    }
};

}  // namespace

std::vector<std::string> script_lines(const Command& command) {
    return std::visit(Writer{}, command);
}

}  // namespace salient::session
