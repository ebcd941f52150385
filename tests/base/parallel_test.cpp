#include "base/parallel.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <vector>

using salient::base::IndexRange;

TEST_CASE("parts for threads cover all indices in order") {
    for (const std::size_t count : {0U, 1U, 9'999U, 20'001U, 1'000'003U}) {
        const std::vector<IndexRange> parts = salient::base::parts_for_threads(count);
        REQUIRE_FALSE(parts.empty());
        CHECK(parts.front().begin == 0);
        CHECK(parts.back().end == count);
        for (std::size_t i = 1; i < parts.size(); ++i) {
            CHECK(parts[i].begin == parts[i - 1].end);
        }
        CHECK((count >= 20'000 || parts.size() == 1));
    }
}

TEST_CASE("work in parts meets each index once") {
    std::vector<std::atomic<int>> met(50'000);
    salient::base::for_each_part(met.size(), [&](IndexRange part) {
        for (std::size_t i = part.begin; i < part.end; ++i) {
            ++met[i];
        }
    });
    CHECK(std::all_of(met.begin(), met.end(), [](const auto& times) { return times == 1; }));
}

TEST_CASE("sorting in parts sorts") {
    for (const std::size_t count : {0U, 1U, 5U, 20'000U, 100'001U}) {
        std::vector<std::uint32_t> values(count);
        std::iota(values.begin(), values.end(), 0U);
        for (std::uint32_t& value : values) {
            value = value * 2654435761U;  // each value once, in no order
        }
        std::vector<std::uint32_t> expected = values;
        std::sort(expected.begin(), expected.end(), std::greater<>());
        salient::base::sort_in_parts(values, std::greater<>());
        CHECK(values == expected);
    }
}

TEST_CASE("what a part of the work throws is thrown to the caller, and no further part begins") {
    std::atomic<int> begun = 0;
    const auto work = [&](std::size_t i) {
        ++begun;
        if (i == 3) {
            throw std::runtime_error("three");
        }
    };
    CHECK_THROWS_WITH(salient::base::for_each_index(1'000'000, work), "three");
    CHECK(begun < 1'000'000);
}
