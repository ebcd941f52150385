#include "workspace/database.hpp"

#include <catch2/catch.hpp>

using namespace salient;

TEST_CASE("passwords are taken out of addresses and messages") {
    struct Case {
        const char* text;
        const char* shown;
    };
    const auto example = GENERATE(values<Case>(
        {{"PG:host=db dbname=war", "PG:host=db dbname=war"},
         {"PG:host=db password=hunter2 dbname=war", "PG:host=db password=*** dbname=war"},
         {"PG:password = 'hunter 2\\' x' dbname=war", "PG:password = *** dbname=war"},
         {"PG:PASSWORD=hunter2", "PG:PASSWORD=***"},
         {"PG:password=hun\\ ter2 user=me", "PG:password=*** user=me"},
         {"PG:password='never closed", "PG:password=***"},
         {"sslpassword=hunter2 passwd=x", "sslpassword=*** passwd=***"},
         {"postgresql://me:hunter2@db:5432/war", "postgresql://me:***@db:5432/war"},
         {"postgresql://me:hun@ter2@db/war", "postgresql://me:***@db/war"},
         {"postgresql://me@db/war?password=hunter2&sslmode=require",
          "postgresql://me@db/war?password=***&sslmode=require"},
         {"cannot reach https://me:hunter2@example.org/a, nor http://b:c@d/",
          "cannot reach https://me:***@example.org/a, nor http://b:***@d/"},
         {"time 12:30, mail me@example.org", "time 12:30, mail me@example.org"},
         {"http://example.org:80/a@b", "http://example.org:80/a@b"},
         {"password authentication failed for user \"me\"",
          "password authentication failed for user \"me\""},
         {"", ""}}));

    CHECK(workspace::without_credentials(example.text) == example.shown);
}

TEST_CASE("only addresses of PostgreSQL are databases") {
    CHECK(workspace::is_database("PG:host=db"));
    CHECK(workspace::is_database("pg:dbname=war"));
    CHECK(workspace::is_database("postgresql://db/war"));
    CHECK(workspace::is_database("postgres://db/war"));
    CHECK_FALSE(workspace::is_database("PG.gpkg"));
    CHECK_FALSE(workspace::is_database("data/PG:x"));
    CHECK_FALSE(workspace::is_database("MYSQL:db"));
    CHECK_FALSE(workspace::is_database(""));
}

TEST_CASE("a server that cannot be reached is an error without the password") {
    base::Diagnostics diagnostics;

    const auto opened = workspace::open_database(
        "PG:host=127.0.0.1 port=1 dbname=war user=me password=hunter2 connect_timeout=2",
        {},
        diagnostics);

    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == base::ErrorCode::NotFound);
    CHECK(opened.error().text().find("hunter2") == std::string::npos);
}
