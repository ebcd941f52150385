#include "extract/confidence.hpp"

#include "test_paths.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

using salient::extract::ConfidenceScale;

namespace {

/// A file that lives as long as the object.
class Table {
public:
    explicit Table(const std::string& text)
        : path_(
            std::filesystem::temp_directory_path()
            / ("salient-confidence-" + std::to_string(::getpid()))) {
        std::ofstream(path_) << text;
    }
    ~Table() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("scores become the share that is right, in straight lines between the points") {
    const Table table("# a comment\n0.5\t0.4\n0.9\t0.8\n");

    const auto scale = ConfidenceScale::load(table.path());

    REQUIRE(scale);
    CHECK(scale->of(0) == Approx(0));
    CHECK(scale->of(0.25) == Approx(0.2));
    CHECK(scale->of(0.7) == Approx(0.6));
    CHECK(scale->of(1) == Approx(0.8));
    CHECK(ConfidenceScale().of(0.3) == Approx(0.3));
}

TEST_CASE("a table that does not rise is refused with its line") {
    const char* text = GENERATE("0.5\t0.4\n0.4\t0.5\n", "0.5\t0.4\n0.6\t0.3\n", "0.5\t0.4\n0.6\n");
    const Table table(text);

    const auto scale = ConfidenceScale::load(table.path());

    REQUIRE_FALSE(scale);
    CHECK(scale.error().where.find(":2") != std::string::npos);
}

TEST_CASE("the table in use rises from doubtful to likely") {
    const auto scale = ConfidenceScale::load(
        salient::tests::source_dir() / "assets" / "models" / "event-confidence.tsv");

    REQUIRE(scale);
    CHECK(scale->of(0.5) < scale->of(0.9));
    CHECK(scale->of(0.9) > 0.7);
    CHECK(scale->of(0.3) < 0.6);
}
