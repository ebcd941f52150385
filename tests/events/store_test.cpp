#include "events/store.hpp"

#include "geo/mercator.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using salient::events::Event;
using salient::events::EventIndex;
using salient::events::EventStore;
using salient::events::EventType;
using salient::events::Presence;
using salient::events::Query;
using salient::events::ReviewStatus;
namespace time_ns = salient::time;

namespace {

constexpr std::chrono::sys_days day(int year, unsigned month, unsigned day_of_month) {
    return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day_of_month);
}

Event on_day(std::string id, std::chrono::sys_days when) {
    Event event;
    event.id = std::move(id);
    event.title = "Event " + event.id;
    event.time = time_ns::day_span(when);
    event.location.emplace();
    event.location->point = {35.27, 51.19};
    return event;
}

time_ns::Window days(std::chrono::sys_days first, std::chrono::sys_days last) {
    return {time_ns::seconds_of(first), time_ns::seconds_of(last + std::chrono::days(1))};
}

std::vector<std::string> ids(const EventStore& store, const std::vector<EventIndex>& indices) {
    std::vector<std::string> result;
    result.reserve(indices.size());
    for (const EventIndex index : indices) {
        result.push_back(store.at(index).id);
    }
    return result;
}

std::vector<std::string> ids_in(const EventStore& store, const time_ns::Window& window) {
    return ids(store, store.in_window(window));
}

using Ids = std::vector<std::string>;

// Spans of every kind, with instants, months and open edges, from a fixed seed.
Event random_event(std::mt19937& random, int number) {
    Event event = on_day("e" + std::to_string(number), day(2024, 1, 1));
    const auto pick = [&](int below) {
        return static_cast<int>(random() % static_cast<unsigned>(below));
    };
    event.time->begin += pick(400) * time_ns::kSecondsPerDay;
    const int kind = pick(20);
    const int length_days = kind == 0 ? pick(300) : kind < 4 ? 30 : kind < 6 ? 0 : 1;
    event.time->end = event.time->begin + length_days * time_ns::kSecondsPerDay;
    event.time->open_begin = kind == 7 && pick(10) == 0;
    event.time->open_end = kind == 8 && pick(10) == 0;
    if (kind == 9) {
        event.time.reset();
    }
    return event;
}

}  // namespace

TEST_CASE("events are kept in the order of their begin, undated ones last") {
    EventStore store;
    Event undated = on_day("a", day(2025, 1, 1));
    undated.time.reset();

    const auto report = store.merge(
        {undated,
         on_day("c", day(2025, 1, 3)),
         on_day("b", day(2025, 1, 3)),
         on_day("d", day(2024, 8, 6))});

    CHECK(report.added == 4);
    CHECK(ids(store, store.query({})) == Ids{"d", "b", "c", "a"});
    CHECK(ids(store, store.undated()) == Ids{"a"});
    CHECK(store.extent() == days(day(2024, 8, 6), day(2025, 1, 3)));
}

TEST_CASE("a window takes the events that share a moment with it, the end excluded") {
    EventStore store;
    Event month = on_day("month", day(2024, 12, 1));
    month.time = time_ns::month_span(std::chrono::year(2024) / 12);
    Event since = on_day("since", day(2024, 8, 6));
    since.time->open_end = true;
    Event until = on_day("until", day(2025, 3, 1));
    until.time->open_begin = true;
    store.merge(
        {month,
         since,
         until,
         on_day("before", day(2025, 1, 8)),
         on_day("first", day(2025, 1, 9)),
         on_day("last", day(2025, 1, 12)),
         on_day("behind", day(2025, 1, 13))});

    CHECK(
        ids_in(store, days(day(2025, 1, 9), day(2025, 1, 12)))
        == Ids{"since", "first", "last", "until"});
    CHECK(
        ids_in(store, days(day(2024, 12, 31), day(2024, 12, 31)))
        == Ids{"since", "month", "until"});
    CHECK(ids_in(store, days(day(2024, 8, 1), day(2024, 8, 5))) == Ids{"until"});
}

TEST_CASE("presence tells what certainly happened in a window from what may have") {
    EventStore store;
    Event month = on_day("month", day(2025, 1, 1));
    month.time = time_ns::month_span(std::chrono::year(2025) / 1);
    Event instant = on_day("now", day(2025, 1, 12));
    instant.time->end = instant.time->begin;
    store.merge({month, instant, on_day("day", day(2025, 1, 12))});
    const auto presence_of = [&](const char* id, time_ns::Window window) {
        return presence(store.columns(), store.find(id).value(), window);
    };
    const auto one_day = days(day(2025, 1, 12), day(2025, 1, 12));

    CHECK(presence_of("day", one_day) == Presence::Certain);
    CHECK(presence_of("month", one_day) == Presence::Possible);
    CHECK(presence_of("month", days(day(2025, 1, 1), day(2025, 1, 31))) == Presence::Certain);
    CHECK(presence_of("now", one_day) == Presence::Certain);
    CHECK(presence_of("now", days(day(2025, 1, 11), day(2025, 1, 11))) == Presence::Absent);
}

TEST_CASE("windows of any length find what a look at every event finds") {
    std::mt19937 random(7);
    std::vector<Event> events;
    events.reserve(5000);
    for (int i = 0; i < 5000; ++i) {
        events.push_back(random_event(random, i));
    }
    EventStore store;
    store.merge(events);

    for (int round = 0; round < 60; ++round) {
        const auto first = day(2023, 12, 1) + std::chrono::days(random() % 500);
        const auto window = days(first, first + std::chrono::days(random() % 60));
        std::vector<EventIndex> expected;
        for (EventIndex i = 0; i < store.size(); ++i) {
            const auto& span = store.at(i).time;
            if (span && time_ns::possibly_inside(*span, window)) {
                expected.push_back(i);
                const bool certain = time_ns::certainly_inside(*span, window);
                REQUIRE((presence(store.columns(), i, window) == Presence::Certain) == certain);
            }
        }
        REQUIRE(store.in_window(window) == expected);
    }
}

TEST_CASE("loading again keeps what a person has decided") {
    EventStore store;
    Event read = on_day("a", day(2025, 1, 9));
    read.status = ReviewStatus::Unreviewed;
    Event again = read;
    again.title = "New wording";

    SECTION("a rejected event stays rejected and takes the new content") {
        read.status = ReviewStatus::Rejected;
        store.merge({read});

        CHECK(store.merge({again}).changed == 1);

        CHECK(store.at(0).status == ReviewStatus::Rejected);
        CHECK(store.at(0).title == "New wording");
    }
    SECTION("an edited event is left alone") {
        read.status = ReviewStatus::Edited;
        store.merge({read});

        CHECK(store.merge({again}).unchanged == 1);

        CHECK(store.at(0) == read);
    }
    SECTION("an unreviewed event is replaced") {
        store.merge({read});

        store.merge({again});

        CHECK(store.at(0) == again);
    }
    SECTION("the same content changes nothing, not even the version") {
        store.merge({read});
        const auto version = store.version();

        CHECK(store.merge({read}).unchanged == 1);

        CHECK(store.version() == version);
    }
}

TEST_CASE("an event that moves in time moves in the store") {
    EventStore store;
    store.merge({on_day("a", day(2025, 1, 1)), on_day("b", day(2025, 1, 2))});
    const auto version = store.version();

    CHECK(store.replace(on_day("a", day(2025, 1, 3))));
    CHECK_FALSE(store.replace(on_day("nobody", day(2025, 1, 3))));

    CHECK(ids(store, store.query({})) == Ids{"b", "a"});
    CHECK(store.find("a") == EventIndex(1));
    CHECK(store.version() > version);
}

TEST_CASE("an edit that changes no date is seen by queries") {
    EventStore store;
    store.merge({on_day("a", day(2025, 1, 1)), on_day("b", day(2025, 1, 2))});
    Event longer = on_day("a", day(2025, 1, 1));
    longer.time->end += 30 * time_ns::kSecondsPerDay;
    longer.type = EventType::Capture;
    REQUIRE(store.replace(longer));

    Query captures;
    captures.types.reset().set(static_cast<std::size_t>(EventType::Capture));
    CHECK(ids(store, store.query(captures)) == Ids{"a"});
    CHECK(ids_in(store, days(day(2025, 1, 20), day(2025, 1, 20))) == Ids{"a"});
}

TEST_CASE("removing counts what was there, once") {
    EventStore store;
    store.merge({on_day("a", day(2025, 1, 1)), on_day("b", day(2025, 1, 2))});

    const std::vector<std::string> leaving = {"a", "a", "nobody"};
    CHECK(store.remove(leaving) == 1);

    CHECK(store.size() == 1);
    CHECK_FALSE(store.find("a"));
    CHECK(store.find("b") == EventIndex(0));
    store.clear();
    CHECK(store.empty());
    CHECK_FALSE(store.extent());
}

TEST_CASE("text queries need every word, in any case and script") {
    EventStore store;
    Event capture = on_day("a", day(2025, 1, 9));
    capture.title = "Two soldiers captured near Sudzha";
    capture.actors = {"СБУ"};
    capture.location->name = "Kursk region";
    Event strike = on_day("b", day(2025, 1, 10));
    strike.title = "Drone strike";
    store.merge({capture, strike});
    const auto found = [&](const char* text) {
        Query query;
        query.text = text;
        return ids(store, store.query(query));
    };

    CHECK(found("") == Ids{"a", "b"});
    CHECK(found("SUDZHA soldiers") == Ids{"a"});
    CHECK(found("сбу kursk") == Ids{"a"});
    CHECK(found("sudzha drone").empty());
}

TEST_CASE("a box takes what lies in it, also across the antimeridian, and nothing unlocated") {
    EventStore store;
    Event east = on_day("east", day(2025, 1, 1));
    east.location->point = {179, 50};
    Event nowhere = on_day("nowhere", day(2025, 1, 1));
    nowhere.location.reset();
    store.merge({on_day("sudzha", day(2025, 1, 1)), east, nowhere});
    const auto found = [&](salient::geo::Box box) {
        Query query;
        query.box = box;
        return ids(store, store.query(query));
    };

    CHECK(found({33.5, 50.3, 37.5, 52.3}) == Ids{"sudzha"});
    CHECK(found({170, 40, -170, 60}) == Ids{"east"});
    CHECK(found({-180, -90, 180, 90}) == Ids{"east", "sudzha"});
    CHECK(ids(store, store.unlocated()) == Ids{"nowhere"});
}

TEST_CASE("rejected events appear only when asked for") {
    EventStore store;
    Event rejected = on_day("a", day(2025, 1, 1));
    rejected.status = ReviewStatus::Rejected;
    store.merge({rejected});
    Query query;

    CHECK(store.query(query).empty());
    CHECK_FALSE(store.matches(0, query));
    query.include_rejected = true;
    CHECK(store.query(query).size() == 1);
    CHECK(store.matches(0, query));
}

TEST_CASE("events of one day stand in the order of their ids, whatever the ids share") {
    std::vector<std::string> names = {
        "file:",
        "file:1",
        "file:10",
        "file:100000001",
        "file:100000002",
        "file:2",
        "file:é",
        "file:Z"};
    names.emplace_back("file:1\0", 7);
    if (GENERATE(true, false)) {
        names.emplace_back("other");  // nothing is shared then
    }
    std::mt19937 random(11);
    std::vector<std::string> sorted = names;
    std::sort(sorted.begin(), sorted.end());
    std::shuffle(names.begin(), names.end(), random);
    EventStore store;
    for (std::size_t i = 0; i < names.size(); i += 3) {
        salient::events::EventList part;
        for (std::size_t k = i; k < std::min(names.size(), i + 3); ++k) {
            part.push_back(on_day(names[k], day(2024, 8, 6)));
        }
        store.merge(part);
    }

    std::vector<std::string> stored;
    for (EventIndex i = 0; i < store.size(); ++i) {
        stored.push_back(store.at(i).id);
        CHECK(store.find(stored.back()) == i);
    }
    CHECK(stored == sorted);
}

// Only some ids are looked at for what all share.
TEST_CASE("one id among many that begins like no other stands in its place") {
    constexpr int count = 1'000;
    const int odd = GENERATE(0, 5, 500, 999);
    const bool comes_first = GENERATE(true, false);
    const std::string odd_id = comes_first ? "file" : "other";
    salient::events::EventList events;
    for (int i = 0; i < count; ++i) {
        events.push_back(on_day("file:" + std::to_string(count + i), day(2024, 8, 6)));
    }
    events.set(static_cast<std::size_t>(odd), on_day(odd_id, day(2024, 8, 6)));
    EventStore store;
    store.merge(events);

    CHECK(store.at(comes_first ? 0 : count - 1).id == odd_id);
    for (EventIndex i = 1; i < count; ++i) {
        REQUIRE(store.at(i - 1).id < store.at(i).id);
    }
}

// Enough of them that all cores take part.
TEST_CASE("many events keep their order, columns and ids") {
    constexpr int count = 30'000;
    std::mt19937 random(7);
    const auto varied = [&](int number) {
        Event event = random_event(random, number);
        event.type = static_cast<EventType>(random() % salient::events::kEventTypeCount);
        // Of the one that comes twice nothing is decided, which would stay.
        event.status =
            number == 17 ? ReviewStatus::Unreviewed : static_cast<ReviewStatus>(random() % 3);
        if (random() % 10 == 0) {
            event.location.reset();
        } else {
            event.location->point = {number / 1000.0, 40 + number / 2000.0};
            event.location->precision =
                static_cast<salient::events::LocationPrecision>(random() % 4);
        }
        return event;
    };
    salient::events::EventList events;
    for (int i = 0; i < count; ++i) {
        events.push_back(varied(i));
    }
    events.push_back(varied(17));  // of two with one id the later wins
    EventStore store;
    const auto report = store.merge(events);
    CHECK(report.added == count);
    CHECK(report.changed + report.unchanged == 1);
    REQUIRE(store.size() == count);
    CHECK(store.at(*store.find("e17")) == events.back());
    std::vector<std::pair<time_ns::UnixSeconds, std::string>> order;
    const salient::events::Columns& columns = store.columns();
    for (EventIndex i = 0; i < count; ++i) {
        const Event event = store.at(i);
        order.emplace_back(event.time ? event.time->begin : salient::events::kUndated, event.id);
        REQUIRE(store.find(event.id) == i);
        REQUIRE(columns.begin[i] == order.back().first);
        const bool ends = event.time && !event.time->open_end;
        REQUIRE(columns.end[i] == (ends ? event.time->end : salient::events::kNoEnd));
        REQUIRE((columns.open_begin[i] != 0) == (event.time && event.time->open_begin));
        REQUIRE(columns.type[i] == event.type);
        REQUIRE(columns.status[i] == event.status);
        REQUIRE(std::isnan(columns.world_x[i]) == !event.location);
        if (event.location) {
            const auto at = salient::geo::world_from_lonlat(event.location->point);
            REQUIRE(columns.world_x[i] == at.x);
            REQUIRE(columns.world_y[i] == at.y);
            REQUIRE(columns.precision[i] == event.location->precision);
        }
    }
    CHECK(std::is_sorted(order.begin(), order.end()));
    CHECK(store.merge(events).added == 0);
}
