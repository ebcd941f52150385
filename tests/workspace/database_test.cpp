#include "workspace/database.hpp"

#include "events/store.hpp"
#include "workspace/event_query.hpp"
#include "workspace/postgres.hpp"
#include "workspace_support.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace salient;
using workspace::Contents;
using workspace::Fetched;
using workspace::testing::full_contents;
using workspace::testing::remove_event;
using workspace::testing::retitle;
using workspace::testing::TempFolder;

// Run by with_postgres.sh, which starts the server.
namespace {

std::string address() {
    const char* text = std::getenv("SALIENT_TEST_DATABASE");
    REQUIRE(text != nullptr);
    return text;
}

void forget_everything() {
    auto database = workspace::Postgres::connect(address());
    REQUIRE(database);
    REQUIRE(database->run("DROP SCHEMA IF EXISTS salient CASCADE"));
}

Fetched fetch(const workspace::Extent& extent = {}) {
    base::Diagnostics diagnostics;
    auto fetched = workspace::open_database(address(), extent, diagnostics);
    INFO((fetched ? "" : fetched.error().text()));
    REQUIRE(fetched);
    CHECK(diagnostics.empty());
    return std::move(fetched).value();
}

std::size_t store(const Contents& contents, std::unordered_map<std::string, std::string>& seen) {
    base::Diagnostics diagnostics;
    const auto status = workspace::save_database(address(), contents, seen, diagnostics);
    INFO((status ? "" : status.error().text()));
    REQUIRE(status);
    return diagnostics.count("database.conflict");
}

Contents saved(std::size_t events, std::uint64_t seed) {
    const TempFolder folder;
    Contents contents = full_contents(folder.path(), events, seed);
    std::unordered_map<std::string, std::string> seen;
    store(contents, seen);
    return contents;
}

}  // namespace

TEST_CASE("a workspace comes back equal from a database", "[.][database]") {
    const auto seed = GENERATE(as<std::uint64_t>(), 1, 2, 3);
    forget_everything();
    const Contents contents = saved(300, seed);

    const Fetched fetched = fetch();

    REQUIRE(fetched.contents.events.size() == contents.events.size());
    for (std::size_t i = 0; i < contents.events.size(); ++i) {
        CHECK(fetched.contents.events[i] == contents.events[i]);
    }
    CHECK(fetched.contents == contents);
    CHECK(fetched.events_in_store == 300);
}

TEST_CASE(
    "only events of the window and the box travel, those that the store of events would choose",
    "[.][database]") {
    forget_everything();
    const Contents contents = saved(3000, 5);
    events::EventStore all;
    all.merge(contents.events);
    const time::Window window = {-10'000'000'000, 10'000'000'000};
    const auto box = GENERATE(geo::Box{-20, -40, 90, 60}, geo::Box{150, -80, -150, 80});
    events::Query query;
    query.window = window;
    query.box = box;
    query.include_rejected = true;

    const Fetched fetched = fetch({window, box});

    std::vector<std::string> expected;
    for (const events::EventIndex index : all.query(query)) {
        expected.push_back(all.at(index).id);
    }
    std::vector<std::string> found;
    for (const events::Event& event : fetched.contents.events) {
        found.push_back(event.id);
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    CHECK(found == expected);
    CHECK(found.size() > 30);
    CHECK(found.size() < 1500);
    CHECK(fetched.events_in_store == 3000);
}

TEST_CASE("the server answers for a window and a box out of its indexes", "[.][database]") {
    forget_everything();
    static_cast<void>(saved(20'000, 6));
    auto database = workspace::Postgres::connect(address());
    REQUIRE(database);
    REQUIRE(database->run("ANALYZE salient.events"));
    const auto query = workspace::event_query({std::nullopt, geo::Box{30, 45, 31, 46}});

    const auto plan = database->ask("EXPLAIN " + query.sql, query.parameters);

    REQUIRE(plan);
    std::string text;
    for (std::size_t i = 0; i < plan->size(); ++i) {
        text += plan->text(i, 0).value_or("") + "\n";
    }
    CHECK_THAT(text, Catch::Contains("events_geom"));
}

TEST_CASE("saving a part of the store leaves the rest of it alone", "[.][database]") {
    forget_everything();
    const Contents contents = saved(500, 7);
    Fetched part = fetch({std::nullopt, geo::Box{-10, -90, 100, 90}});
    const std::size_t fetched = part.contents.events.size();
    REQUIRE(fetched > 10);
    REQUIRE(fetched < 400);
    retitle(part.contents, 1, "changed");
    const std::string changed = part.contents.events[1].id;
    remove_event(part.contents, 0);
    events::Event added;
    added.id = "added";
    part.contents.events.push_back(added);

    CHECK(store(part.contents, part.seen) == 0);

    const Fetched all = fetch();
    CHECK(all.events_in_store == 500);  // one removed, one added
    std::size_t found = 0;
    for (const events::Event& event : all.contents.events) {
        found += event.id == changed && event.title == "changed" ? 1U : 0U;
        found += event.id == "added" ? 1U : 0U;
    }
    CHECK(found == 2);
    CHECK(all.contents.edits == contents.edits);
}

TEST_CASE(
    "of two people who change one event the second is told, and nobody's work is lost silently",
    "[.][database]") {
    forget_everything();
    static_cast<void>(saved(10, 8));
    Fetched first = fetch();
    Fetched second = fetch();
    retitle(first.contents, 0, "first");
    retitle(first.contents, 1, "first");
    first.contents.bookmarks.push_back({"of the first", {}, {}, 0});
    retitle(second.contents, 0, "second");
    retitle(second.contents, 2, "second");
    second.contents.bookmarks.push_back({"of the second", {}, {}, 0});
    second.contents.bookmarks.erase(second.contents.bookmarks.begin());

    CHECK(store(first.contents, first.seen) == 0);
    CHECK(store(second.contents, second.seen) == 1);

    const Fetched now = fetch();
    CHECK(now.contents.events[0].title == "first");
    CHECK(now.contents.events[1].title == "first");
    CHECK(now.contents.events[2].title == "second");
    CHECK(now.contents.bookmarks.size() == 3);
    CHECK(now.contents.state == first.contents.state);
    CHECK(store(first.contents, first.seen) == 0);  // nothing new: nothing is written over
    CHECK(fetch().contents.events[2].title == "second");
}

TEST_CASE("a save that fails half way leaves the store as it was", "[.][database]") {
    forget_everything();
    const Contents contents = saved(20, 9);
    Fetched fetched = fetch();
    auto database = workspace::Postgres::connect(address());
    REQUIRE(database->run("ALTER TABLE salient.salient_bookmarks ADD CHECK (name <> 'forbidden')"));
    retitle(fetched.contents, 0, "changed");
    fetched.contents.bookmarks.push_back({"forbidden", {}, {}, 0});
    base::Diagnostics diagnostics;

    const auto status =
        workspace::save_database(address(), fetched.contents, fetched.seen, diagnostics);

    REQUIRE_FALSE(status);
    CHECK_THAT(status.error().message, Catch::Contains("the store is unchanged"));
    CHECK(fetch().contents == contents);
}

TEST_CASE("no message about a database holds the password", "[.][database]") {
    forget_everything();
    base::Diagnostics diagnostics;
    const auto empty = workspace::open_database(address(), {}, diagnostics);
    REQUIRE_FALSE(empty);
    CHECK(empty.error().code == base::ErrorCode::NotFound);
    CHECK(empty.error().text().find("sesame") == std::string::npos);
    CHECK_THAT(empty.error().text(), Catch::Contains("password=***"));

    std::string wrong = address();
    wrong.replace(wrong.find("o p&n"), 5, "wrong");
    const auto refused = workspace::open_database(wrong, {}, diagnostics);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().text().find("sesame") == std::string::npos);

    Contents contents;
    contents.files = {address()};
    std::unordered_map<std::string, std::string> seen;
    store(contents, seen);
    auto database = workspace::Postgres::connect(address());
    const auto stored = database->ask("SELECT path FROM salient.salient_files");
    REQUIRE(stored);
    CHECK(stored->text(0, 0).value_or("").find("sesame") == std::string::npos);
}

TEST_CASE("a store of a newer version is refused", "[.][database]") {
    forget_everything();
    static_cast<void>(saved(3, 1));
    auto database = workspace::Postgres::connect(address());
    REQUIRE(database->run("UPDATE salient.salient_meta SET value = '2' WHERE key = 'schema'"));
    base::Diagnostics diagnostics;

    const auto opened = workspace::open_database(address(), {}, diagnostics);

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == base::ErrorCode::Unsupported);
}
