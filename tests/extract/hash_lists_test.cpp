#include "extract/hash_lists.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <map>
#include <random>
#include <utility>
#include <vector>

using salient::extract::HashLists;

TEST_CASE("lists by hash hold what was put into them, in order") {
    std::mt19937_64 random(3);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
    std::map<std::uint64_t, std::vector<std::uint32_t>> expected;
    for (std::uint32_t i = 0; i < 3000; ++i) {
        // Few low bits, so that many hashes want one cell.
        const std::uint64_t hash = (random() % 900) << 8U | random() % 4;
        entries.emplace_back(hash, i);
        expected[hash].push_back(i);
    }
    const HashLists lists(entries);
    for (const auto& [hash, numbers] : expected) {
        const auto found = lists.find(hash);
        CHECK(std::vector<std::uint32_t>(found.begin(), found.end()) == numbers);
    }
    CHECK(lists.find(std::uint64_t{1} << 40U).empty());
    CHECK(HashLists().find(0).empty());
}
