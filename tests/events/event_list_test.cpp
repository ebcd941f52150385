#include "events/event_list.hpp"

#include "../io/generated_events_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <stdexcept>

using salient::events::Event;
using salient::events::EventGlance;
using salient::events::EventList;
using salient::io::testing::generate_events;

namespace {

Event named(std::string id, std::vector<std::pair<std::string, std::string>> columns = {}) {
    Event event;
    event.id = std::move(id);
    event.extras = std::move(columns);
    return event;
}

std::vector<std::string> ids(const EventList& list) {
    std::vector<std::string> result;
    for (const Event& event : list) {
        result.push_back(event.id);
    }
    return result;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a list gives back what was put in, whatever it is") {
    const std::vector<Event> events = generate_events(2'000, 17);

    const EventList list(events);

    REQUIRE(list.size() == events.size());
    std::size_t different = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        different += list[i] == events[i] ? 0U : 1U;
    }
    CHECK(different == 0);
    CHECK(list.unpacked() == events);
}

TEST_CASE("an event added with columns beside it is the event that has them") {
    Event event = named("a");
    event.title = "Strike on a depot";
    EventList list;
    const std::vector<salient::events::ColumnView> columns = {
        {"notes", "Strike on a depot"},
        {"id", "a"}};
    list.push_back(event, columns);

    event.extras = {{"notes", "Strike on a depot"}, {"id", "a"}};
    CHECK(list[0] == event);
    EventList other;
    other.push_back(event);
    CHECK(list.is_same(0, other, 0));
}

TEST_CASE("a glance says the same as the event") {
    const std::vector<Event> events = generate_events(500, 18);
    const EventList list(events);

    for (std::size_t i = 0; i < events.size(); ++i) {
        CAPTURE(i);
        const Event& event = events[i];
        const EventGlance glance = list.glance(i);
        REQUIRE(glance.id == event.id);
        REQUIRE(glance.type == event.type);
        REQUIRE(glance.status == event.status);
        REQUIRE(glance.assertion == event.assertion);
        REQUIRE(glance.time == event.time);
        REQUIRE(glance.point.has_value() == event.location.has_value());
        if (event.location) {
            REQUIRE(*glance.point == event.location->point);
            REQUIRE(glance.precision == event.location->precision);
            REQUIRE(glance.radius_m == event.location->radius_m);
        }
    }
}

TEST_CASE("the texts of a search are those of the event, with and without a place and actors") {
    Event event = named("a", {{"notes", "In a column"}, {"other", "not searched"}});
    event.title = "In a column";
    event.source_text = "Sentence";
    event.location_text = "near Sudzha";
    EventList list{event};
    event.actors = {"one", "two"};
    event.location.emplace().name = "Sudzha";
    list.push_back(event);
    std::vector<std::string_view> texts{"left over"};

    list.searched_texts(0, texts);
    CHECK(texts == std::vector<std::string_view>{"In a column", "Sentence", "near Sudzha"});
    list.searched_texts(1, texts);
    CHECK(
        texts
        == std::vector<
            std::string_view>{"In a column", "Sentence", "near Sudzha", "Sudzha", "one", "two"});
}

TEST_CASE("a copy and its original go separate ways") {
    const EventList original{named("a", {{"x", "1"}}), named("b", {{"x", "2"}})};
    EventList copy = original;

    copy.push_back(named("c", {{"new column", "3"}, {"x", "4"}}));
    copy.set(0, named("changed", {{"another", "5"}}));
    EventList more = original;
    more.push_back(named("d", {{"third", "6"}}));

    CHECK(ids(original) == Ids{"a", "b"});
    CHECK(original[0] == named("a", {{"x", "1"}}));
    CHECK(ids(copy) == Ids{"changed", "b", "c"});
    CHECK(copy[0] == named("changed", {{"another", "5"}}));
    CHECK(copy[2] == named("c", {{"new column", "3"}, {"x", "4"}}));
    CHECK(more[2] == named("d", {{"third", "6"}}));
}

TEST_CASE("a list that takes another's events can go on growing, and so can copies of either") {
    EventList list{named("a", {{"x", "1"}})};
    EventList other{named("b", {{"y", "2"}})};
    const EventList copy = other;

    list.append(std::move(other));
    list.push_back(named("c", {{"y", "3"}, {"x", "4"}}));
    EventList empty;
    empty.append(EventList(list));
    empty.push_back(named("d"));

    CHECK(ids(list) == Ids{"a", "b", "c"});
    CHECK(list[1] == named("b", {{"y", "2"}}));
    CHECK(list[2] == named("c", {{"y", "3"}, {"x", "4"}}));
    CHECK(ids(copy) == Ids{"b"});
    CHECK(ids(empty) == Ids{"a", "b", "c", "d"});
}

TEST_CASE("replacing events again and again takes no more and more memory, and loses none") {
    const std::vector<Event> events = generate_events(50, 19);
    EventList list(events);
    const EventList before = list;

    for (std::size_t round = 0; round < 2'000; ++round) {
        Event event = events[round % events.size()];
        event.title = "round " + std::to_string(round) + std::string(200, '.');
        list.set(round % events.size(), event);
    }

    CHECK(list.held_bytes() < 3'000'000);
    CHECK(before.unpacked() == events);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        Event expected = events[i];
        expected.title = list[i].title;
        wrong += list[i] == expected ? 0U : 1U;
        CHECK(list[i].title.substr(0, 10) == "round " + std::to_string(1950 + i));
    }
    CHECK(wrong == 0);
}

TEST_CASE("events can be kept, put in order and exchanged") {
    EventList list{named("a"), named("b"), named("c"), named("d")};

    list.keep({true, false, true, true});
    CHECK(ids(list) == Ids{"a", "c", "d"});
    list.reorder(std::vector<std::uint32_t>{2, 0, 1});
    CHECK(ids(list) == Ids{"d", "a", "c"});
    list.swap(0, 2);
    CHECK(ids(list) == Ids{"c", "a", "d"});
    CHECK_THROWS_AS(list.at(3), std::out_of_range);
}

TEST_CASE("events with very many columns, each of another name, come back and compare") {
    std::vector<Event> events;
    for (int row = 0; row < 20; ++row) {
        Event event = named(std::to_string(row));
        for (int column = 0; column < 300; ++column) {
            event.extras.emplace_back(
                std::to_string(row) + "/" + std::to_string(column),
                "value " + std::to_string(column));
        }
        event.title = "value 5";
        event.source_text = "value 299";
        events.push_back(event);
    }
    const EventList list(events);
    EventList other(std::vector<Event>(events.rbegin(), events.rend()));
    std::vector<std::uint32_t> backwards(events.size());
    std::iota(backwards.rbegin(), backwards.rend(), 0U);
    other.reorder(backwards);

    CHECK(list.unpacked() == events);
    CHECK(list == other);
    events[7].extras[299].second = "another";
    other.set(7, events[7]);
    CHECK_FALSE(list == other);
}

TEST_CASE("lists with the same events are equal, however they came about") {
    const EventList one{named("a", {{"x", "1"}, {"y", "2"}}), named("b", {{"y", "3"}})};
    EventList other{named("b", {{"y", "3"}})};
    other.push_back(named("a", {{"x", "1"}, {"y", "2"}}));
    other.swap(0, 1);

    CHECK(one == other);
    other.set(1, named("b", {{"x", "3"}}));
    CHECK_FALSE(one == other);
    CHECK_FALSE(one == EventList{one[0]});
}
