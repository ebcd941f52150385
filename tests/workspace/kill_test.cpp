#include "process_support.hpp"
#include "workspace/journal.hpp"
#include "workspace/workspace.hpp"
#include "workspace_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>
#include <random>

using namespace salient;
using namespace salient::workspace;
using workspace::testing::kill_victim;
using workspace::testing::numbered_edit;
using workspace::testing::sorted_by_id;
using workspace::testing::TempFolder;
namespace fs = std::filesystem;

namespace {

/// What a person finds who starts the program again and accepts the recovery.
Contents found_after_crash(const fs::path& folder) {
    base::Diagnostics diagnostics;
    Contents contents;
    if (fs::exists(folder / "work.gpkg")) {
        auto opened = workspace::open(folder / "work.gpkg", diagnostics);
        INFO((opened ? "" : opened.error().text()));
        REQUIRE(opened);
        contents = std::move(opened).value();
    }
    for (const Pending& pending : pending_recovery(folder / "journal")) {
        CHECK(pending.base.workspace == (folder / "work.gpkg").string());
        const auto recovered = recover(pending.journal, diagnostics);
        REQUIRE(recovered);
        apply_edits(contents, recovered->edits);
    }
    return contents;
}

std::size_t acknowledged_edits(const std::string& output, std::size_t before) {
    const std::size_t end = output.rfind('\n');
    if (end == std::string::npos) {
        return before;
    }
    const std::size_t begin = end == 0 ? std::string::npos : output.rfind('\n', end - 1);
    const std::string line = output.substr(begin == std::string::npos ? 0 : begin + 1, end);
    return static_cast<std::size_t>(std::stoul(line)) + 1;
}

}  // namespace

TEST_CASE(
    "a program killed at any moment, a hundred times, has lost at most the gesture in flight") {
    const TempFolder folder;
    std::mt19937 engine(20'250'112);
    Contents expected;
    std::size_t number = 0;
    std::size_t killed_in_work = 0;

    for (int round = 0; round < 100; ++round) {
        // A fifth of them while it starts, the others anywhere in work of up to two saves.
        const std::size_t lines = engine() % 5 == 0 ? 0 : 1 + engine() % 55;
        const auto wait_us = static_cast<unsigned>(engine() % (engine() % 2 == 0 ? 300 : 30'000));
        const auto outcome =
            kill_victim({"edit", folder.path().string(), std::to_string(number)}, {lines, wait_us});
        INFO("round " << round << ", edit " << number << "\n" << outcome.output.substr(0, 200));
        REQUIRE(outcome.code == -SIGKILL);
        const std::size_t acknowledged = acknowledged_edits(outcome.output, number);
        killed_in_work += acknowledged > number ? 1U : 0U;
        for (; number < acknowledged; ++number) {
            apply_edits(expected, numbered_edit(number));
        }

        const Contents found = found_after_crash(folder.path());

        if (!(sorted_by_id(found) == sorted_by_id(expected))) {
            apply_edits(expected, numbered_edit(number++));  // the one in flight
        }
        CHECK(sorted_by_id(found) == sorted_by_id(expected));
        REQUIRE(save(folder / "work.gpkg", found));
        for (const Pending& pending : pending_recovery(folder / "journal")) {
            REQUIRE(discard(pending.journal));
        }
    }

    CHECK(fs::is_empty(folder / "journal"));
    CHECK(killed_in_work > 50);
}
