#include "base/result.hpp"

#include "base/diagnostics.hpp"

#include <catch2/catch.hpp>

#include <memory>
#include <string>

namespace base = salient::base;

namespace {

base::Result<int> half(int value) {
    if (value % 2 != 0) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected an even number, found " + std::to_string(value),
            "list:3"};
    }
    return value / 2;
}

}  // namespace

TEST_CASE("a result holds a value or an error that names its place") {
    CHECK(half(8).value() == 4);
    CHECK_FALSE(half(7));
    CHECK(half(7).error().text() == "Expected an even number, found 7: list:3");
}

TEST_CASE("a value that cannot be copied can be moved out of a result") {
    base::Result<std::unique_ptr<int>> result = std::make_unique<int>(5);

    const std::unique_ptr<int> taken = std::move(result).value();

    CHECK(*taken == 5);
}

TEST_CASE("diagnostics keep the first of each code and count the rest") {
    base::Diagnostics diagnostics(2);

    for (int i = 0; i < 5; ++i) {
        diagnostics.warn("date.order", "row " + std::to_string(i));
    }
    diagnostics.error("position.range", "lat 130");

    CHECK(diagnostics.items().size() == 3);
    CHECK(diagnostics.count("date.order") == 5);
    CHECK(diagnostics.count(base::Severity::Warning) == 5);
    CHECK(diagnostics.count(base::Severity::Error) == 1);
}

TEST_CASE("merging diagnostics adds up the counts") {
    base::Diagnostics first(2);
    base::Diagnostics second(2);
    first.warn("a", "1");
    for (int i = 0; i < 4; ++i) {
        second.warn("a", "2");
    }

    first.merge(second);

    CHECK(first.count("a") == 5);
    CHECK(first.items().size() == 2);
}
