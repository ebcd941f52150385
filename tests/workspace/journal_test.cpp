#include "workspace/journal.hpp"

#include "process_support.hpp"
#include "workspace/workspace.hpp"
#include "workspace_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace salient;
using namespace salient::workspace;
using workspace::testing::full_contents;
using workspace::testing::numbered_edit;
using workspace::testing::read_text;
using workspace::testing::remove_event;
using workspace::testing::run_victim;
using workspace::testing::sorted_by_id;
using workspace::testing::TempFolder;
using workspace::testing::write_text;
namespace fs = std::filesystem;

namespace {

Contents after(const std::vector<Edit>& edits) {
    Contents contents;
    apply_edits(contents, edits);
    return contents;
}

Contents after_numbers(std::size_t count) {
    Contents contents;
    for (std::size_t number = 0; number < count; ++number) {
        apply_edits(contents, numbered_edit(number));
    }
    return contents;
}

std::vector<Edit> every_kind(const Contents& from) {
    std::vector<Edit> edits = {
        PutEvents{from.events},
        RemoveEvents{{from.events[3].id}},
        PutArticle{from.articles[0]},
        PutArticle{from.articles[1]},
        SetState{from.state},
        SetBookmarks{from.bookmarks},
        SetLayers{from.layers},
        SetControlSources{from.control_sources},
        SetMappings{from.mappings}};
    for (const Decision& decision : from.decisions) {
        edits.emplace_back(AddDecision{decision});
    }
    for (const EditStep& step : from.edits) {
        edits.emplace_back(AddEditStep{step});
    }
    for (const std::string& path : from.files) {
        edits.emplace_back(AddFile{path});
    }
    return edits;
}

}  // namespace

TEST_CASE("every kind of edit comes back from a journal") {
    const TempFolder folder;
    const Contents source = full_contents(folder.path(), 50, 6);
    const Base base = {"/data/work.gpkg", {"/data/a.csv", "/data/b.csv"}};
    {
        auto journal = Journal::start(folder / "journal", base);
        REQUIRE(journal);
        for (const Edit& edit : every_kind(source)) {
            REQUIRE(journal->append(edit));
        }
    }  // like a crash

    const auto pending = pending_recovery(folder / "journal");
    REQUIRE(pending.size() == 1);
    CHECK(pending[0].base == base);
    CHECK(pending[0].edits == every_kind(source).size());
    base::Diagnostics diagnostics;
    const auto recovered = recover(pending[0].journal, diagnostics);

    REQUIRE(recovered);
    Contents expected = source;
    remove_event(expected, 3);
    CHECK(after(recovered->edits) == expected);
    CHECK(diagnostics.empty());
}

TEST_CASE("applying the edits of a journal twice gives the same as once") {
    const TempFolder folder;
    Contents once;
    const std::vector<Edit> edits = every_kind(full_contents(folder.path(), 20, 2));
    apply_edits(once, edits);
    Contents twice = once;

    apply_edits(twice, edits);

    CHECK(sorted_by_id(twice) == sorted_by_id(once));
}

TEST_CASE("a journal that is cut anywhere gives the gestures before the cut") {
    const TempFolder folder;
    fs::path path;
    std::vector<std::size_t> ends;
    {
        auto journal = Journal::start(folder / "journal", {});
        REQUIRE(journal);
        path = journal->path();
        for (std::size_t number = 0; number < 5; ++number) {
            ends.push_back(fs::file_size(path));
            REQUIRE(journal->append(numbered_edit(number)));
        }
        ends.push_back(fs::file_size(path));
    }
    const std::string whole = read_text(path);

    for (std::size_t length = ends[0]; length <= whole.size(); ++length) {
        write_text(path, whole.substr(0, length));
        base::Diagnostics diagnostics;
        const auto recovered = recover(path, diagnostics);
        REQUIRE(recovered);
        std::size_t gestures = 0;
        while (gestures < 5 && ends[gestures + 1] <= length) {
            ++gestures;
        }
        INFO(length << " of " << whole.size() << " bytes");
        CHECK(after(recovered->edits) == after_numbers(gestures));
        CHECK(diagnostics.empty() == (ends[gestures] == length));
    }
}

TEST_CASE("a damaged gesture costs itself only, and is reported") {
    const TempFolder folder;
    fs::path path;
    {
        auto journal = Journal::start(folder / "journal", {});
        path = journal->path();
        for (const char* id : {"one", "two", "three"}) {
            events::Event event;
            event.id = id;
            REQUIRE(journal->append(PutEvents{{event}}));
        }
    }
    std::string bytes = read_text(path);
    bytes[bytes.find("\"two\"") + 1] = 'X';
    write_text(path, bytes);

    base::Diagnostics diagnostics;
    const auto recovered = recover(path, diagnostics);

    REQUIRE(recovered);
    CHECK(recovered->edits.size() == 2);
    CHECK(diagnostics.count("journal.damaged") == 1);
}

TEST_CASE("a clean exit leaves no journal, and an untouched one is not offered") {
    const TempFolder folder;
    {
        auto journal = Journal::start(folder / "journal", {});
        REQUIRE(journal->append(numbered_edit(1)));
        journal->finish();
    }
    CHECK(fs::is_empty(folder / "journal"));
    { const auto untouched = Journal::start(folder / "journal", {}); }

    CHECK(pending_recovery(folder / "journal").empty());
    CHECK(fs::is_empty(folder / "journal"));
}

TEST_CASE("the journal of a running program is not offered and cannot be discarded") {
    const TempFolder folder;
    auto first = Journal::start(folder / "journal", {});
    auto second = Journal::start(folder / "journal", {});
    REQUIRE(first->append(numbered_edit(1)));
    REQUIRE(second->append(numbered_edit(2)));

    CHECK(pending_recovery(folder / "journal").empty());
    CHECK_FALSE(discard(first->path()));

    const fs::path left = first->path();
    *first = std::move(*second);
    const auto pending = pending_recovery(folder / "journal");
    REQUIRE(pending.size() == 1);
    CHECK(pending[0].journal == left);
    CHECK(discard(left));
    CHECK(pending_recovery(folder / "journal").empty());
}

TEST_CASE("a journal that begins anew after a save holds only what the save did not") {
    const TempFolder folder;
    {
        auto journal = Journal::start(folder / "journal", {});
        REQUIRE(journal->append(numbered_edit(1)));
        REQUIRE(journal->restart({"/data/work.gpkg", {}}, numbered_edit(5)));
        CHECK(pending_recovery(folder / "journal").empty());  // it still runs
        REQUIRE(journal->append(numbered_edit(2)));
    }

    const auto pending = pending_recovery(folder / "journal");

    REQUIRE(pending.size() == 1);
    CHECK(pending[0].base.workspace == "/data/work.gpkg");
    CHECK(pending[0].edits == numbered_edit(5).size() + numbered_edit(2).size());
}

TEST_CASE("a journal without room on the disk keeps what it took and goes on when there is room") {
    const TempFolder folder;

    const auto outcome = run_victim({"append-limited", folder.path().string(), "20000"});

    REQUIRE(outcome.code == 0);
    const auto pending = pending_recovery(folder.path());
    REQUIRE(pending.size() == 1);
    base::Diagnostics diagnostics;
    const auto recovered = recover(pending[0].journal, diagnostics);
    REQUIRE(recovered);
    CHECK(diagnostics.empty());
    const auto taken = static_cast<std::size_t>(std::stoul(outcome.output));
    CHECK(taken > 5);
    CHECK(after(recovered->edits) == after_numbers(taken));
}

TEST_CASE("what is no journal is left alone") {
    const TempFolder folder;
    write_text(folder / "session-abc.journal", "my shopping list\n");
    write_text(folder / "session-new.journal", "salient-journal 9\nwhatever\n");
    base::Diagnostics diagnostics;

    CHECK(pending_recovery(folder.path()).empty());
    CHECK(
        recover(folder / "session-abc.journal", diagnostics).error().code
        == base::ErrorCode::BadFormat);
    CHECK(
        recover(folder / "session-new.journal", diagnostics).error().code
        == base::ErrorCode::Unsupported);
    CHECK(fs::exists(folder / "session-abc.journal"));
    CHECK(fs::exists(folder / "session-new.journal"));
}
