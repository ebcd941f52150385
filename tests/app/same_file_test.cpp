#include "app/same_file.hpp"

#include <catch2/catch.hpp>

using namespace salient;

namespace {

events::Event row(const std::string& id, const std::string& title) {
    events::Event event;
    event.id = id;
    event.title = title;
    return event;
}

events::EventStore store_of(std::vector<events::Event> events) {
    events::EventStore store;
    store.merge(std::move(events));
    return store;
}

}  // namespace

TEST_CASE("a file read again is known by what stands before its ids") {
    const auto store =
        store_of({row("0123abcd:1", "a"), row("0123abcd:2", "b"), row("99999999:1", "c")});

    const auto before = app::ids_of_same_file(store, {row("0123abcd:3", "new")});

    CHECK(before == std::vector<std::string>{"0123abcd:1", "0123abcd:2"});
}

TEST_CASE("the ids of a publisher say nothing about files") {
    const auto store = store_of({row("UKR1", "a"), row("bulletin:2", "b")});

    CHECK(app::ids_of_same_file(store, {row("UKR2", "c")}).empty());
    CHECK(app::ids_of_same_file(store, {row("bulletin:3", "c")}).empty());
    CHECK(app::ids_of_same_file(store, {row("0123abcd:1", "a"), row("99999999:1", "c")}).empty());
    CHECK(app::ids_of_same_file(store, {}).empty());
}

TEST_CASE("what a file no longer has is gone unless somebody has edited it") {
    auto edited = row("0123abcd:2", "b");
    edited.status = events::ReviewStatus::Edited;
    const auto store = store_of({row("0123abcd:1", "a"), edited, row("0123abcd:3", "c")});

    const auto gone = app::gone_ids(
        store,
        {"0123abcd:1", "0123abcd:2", "0123abcd:3", "0123abcd:4"},
        {row("0123abcd:3", "c")});

    CHECK(gone == std::vector<std::string>{"0123abcd:1"});
}

TEST_CASE("a file in another folder is known by its rows") {
    const auto store = store_of(
        {row("0123abcd:1", "a"),
         row("0123abcd:2", "b"),
         row("99999999:1", "x"),
         row("99999999:2", "y")});

    CHECK(
        app::former_prefix(
            store,
            {row("55555555:1", "a"), row("55555555:2", "b"), row("55555555:3", "c")})
        == "0123abcd:");
    CHECK_FALSE(app::former_prefix(store, {row("55555555:1", "other"), row("55555555:2", "file")}));
    CHECK_FALSE(app::former_prefix(store, {row("0123abcd:1", "a"), row("0123abcd:2", "b")}));
    CHECK_FALSE(app::former_prefix(store, {row("UKR1", "a")}));
}
