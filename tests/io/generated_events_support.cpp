#include "generated_events_support.hpp"

#include <array>
#include <chrono>
#include <random>
#include <string>
#include <string_view>

namespace salient::io::testing {

namespace {

constexpr std::array<std::string_view, 34> kPieces = {
    "plain",
    "two words",
    "\"quoted\"",
    "it's",
    "'apostrophe",
    "=cmd|' /C calc'!A0",
    "+1",
    "-5",
    "@SUM(A1)",
    " =1+1",
    "line\nfeed",
    "carriage\rreturn",
    "both\r\n",
    "tab\tbed",
    ",",
    ";",
    "|",
    "\\",
    "\\u0041",
    "Київ",
    "Ёлка — «да»",
    "🛰️",
    "عربي",
    "\u202Eoverride",
    "\x01\x02\x1F",
    "\x7F\u0085",
    "\uFFFD\uFFFE",
    "<b>&amp;</b>",
    "]]>",
    "{\"a\":[1]}",
    "null",
    "  edges  ",
    "\uFEFFmark",
    "2022-03-05"};

class Generator {
public:
    explicit Generator(std::uint64_t seed) : engine_(seed) {}

    events::Event event(std::size_t number);

private:
    std::mt19937_64 engine_;

    // The standard's distributions differ between libraries; the engine does not.
    std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }
    bool chance(std::uint64_t one_in) { return below(one_in) == 0; }
    double fraction() { return static_cast<double>(engine_() >> 11U) * 0x1.0p-53; }

    std::string text();
    std::string maybe_text() { return chance(3) ? std::string() : text(); }
    double number();
    time::Span span();
    events::Location location();
    events::Evidence evidence();
    void add_lists(events::Event& event);
};

std::string Generator::text() {
    std::string out;
    const std::uint64_t pieces = 1 + below(3);
    for (std::uint64_t i = 0; i < pieces; ++i) {
        out += kPieces.at(below(kPieces.size()));
    }
    return out;
}

double Generator::number() {
    switch (below(5)) {
        case 0:
            return 0;
        case 1:
            return static_cast<double>(below(100000));
        case 2:
            return -fraction() * 1e6;
        case 3:
            return fraction() * 1e-9;
        default:
            return 12'345'678.25;
    }
}

time::Span Generator::span() {
    time::Span out;
    const auto zone = below(3);
    if (zone == 1) {
        out.zone = time::ZoneKind::Utc;
    } else if (zone == 2) {
        out.zone = time::ZoneKind::Offset;
        out.offset_minutes = static_cast<std::int16_t>(static_cast<int>(below(1560)) - 720);
    }
    // From the year 2 to the year 9998, and a few beyond what ISO dates hold.
    const std::int64_t year = 31'556'952;
    out.begin = chance(20) ? -70'000'000'000 - static_cast<std::int64_t>(below(1000))
                           : year * (static_cast<std::int64_t>(below(9996)) - 1967)
                                 + static_cast<std::int64_t>(below(31'000'000));
    out.end = out.begin + static_cast<std::int64_t>(chance(4) ? 0 : below(4'000'000));
    out.precision = static_cast<time::Precision>(below(11));
    out.open_begin = chance(8);
    out.open_end = chance(8);
    out.approximate = chance(4);
    return out;
}

events::Location Generator::location() {
    events::Location out;
    out.point = {fraction() * 360 - 180, fraction() * 180 - 90};
    if (chance(5)) {
        out.point = {-180.0 + 90.0 * static_cast<double>(below(5)), 45.5};
    }
    out.precision = static_cast<events::LocationPrecision>(below(6));
    out.radius_m = chance(2) ? 0 : fraction() * 5e4;
    out.name = maybe_text();
    out.place_id = maybe_text();
    out.region_id = maybe_text();
    out.country = maybe_text();
    return out;
}

events::Evidence Generator::evidence() {
    return {text(), below(1000), 1000 + below(1000), maybe_text(), maybe_text(), fraction()};
}

void Generator::add_lists(events::Event& event) {
    for (std::uint64_t i = below(4); i > 0; --i) {
        event.quantities.push_back(
            {chance(2) ? "killed" : text(), number(), maybe_text(), maybe_text(), maybe_text()});
        event.actors.push_back(text());
    }
    for (std::uint64_t i = below(3); i > 0; --i) {
        event.sources.push_back(
            {maybe_text(), maybe_text(), maybe_text(), maybe_text(), maybe_text()});
        event.evidence.push_back(evidence());
    }
    for (std::uint64_t i = below(4); i > 0; --i) {
        event.extras.emplace_back(chance(4) ? "same" : text(), maybe_text());
    }
}

events::Event Generator::event(std::size_t number) {
    events::Event out;
    out.id = "id-" + std::to_string(number) + (chance(2) ? text() : "");
    out.title = maybe_text();
    out.type = static_cast<events::EventType>(below(events::kEventTypeCount));
    out.subtype = maybe_text();
    if (!chance(5)) {
        out.time = span();
    }
    out.time_text = maybe_text();
    if (!chance(5)) {
        out.location = location();
    }
    out.location_text = maybe_text();
    out.claimed_by = maybe_text();
    out.assertion = static_cast<events::Assertion>(below(5));
    out.confidence = fraction();
    out.status = static_cast<events::ReviewStatus>(below(4));
    out.source_text = maybe_text();
    out.article_id = maybe_text();
    add_lists(out);
    return out;
}

}  // namespace

std::vector<events::Event> generate_events(std::size_t count, std::uint64_t seed) {
    Generator generator(seed);
    std::vector<events::Event> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(generator.event(i));
    }
    return out;
}

}  // namespace salient::io::testing
