#include "base/digits.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <limits>

using salient::base::padded;

TEST_CASE("numbers are padded as printf pads them") {
    for (const int value :
         {0,
          7,
          42,
          2025,
          12345,
          -1,
          -42,
          -9000,
          std::numeric_limits<int>::max(),
          std::numeric_limits<int>::min()}) {
        for (const int width : {0, 1, 2, 3, 4, 15}) {
            std::array<char, 32> expected{};
            std::snprintf(expected.data(), expected.size(), "%0*d", width, value);
            CHECK(padded(value, static_cast<std::size_t>(width)) == expected.data());
        }
    }
}
