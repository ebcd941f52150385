#include "places/gazetteer.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

using namespace salient;
using places::Gazetteer;

namespace {

/// A file that goes with its test.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view content) {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path()
                / ("salient-places-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        std::ofstream(path_, std::ios::binary) << content;
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

constexpr std::string_view kTable =
    "#id\tkind\tname\tlat\tlon\tcountry\tadmin1\tpop\taliases\n"
    "kRU\tPCLI\tRussia\t60\t100\tRU\t\t120000000\tРоссия\n"
    "aRU-KRS\tADM1\tKursk Oblast\t51.5\t36\tRU\tRU-KRS\t1000000\tKursk region\n"
    "g486816\tPPL\tSudzha\t51.191\t35.271\tRU\tRU-KRS\t6940\tСуджа|Sudja\n"
    "g538560\tPPLA\tKursk\t51.737\t36.187\tRU\tRU-KRS\t414595\tКурск\n"
    "g1\tPPL\tKursk\t40\t-80\tUS\tUS-PA\t120\t\n"
    "o1\tAIRB\tKhalino\t51.75\t36.29\tRU\tRU-KRS\t0\t\n";

base::Result<Gazetteer> load(std::string_view content, base::Diagnostics& diagnostics) {
    const TemporaryFile file(content);
    const std::array files = {file.path()};
    return Gazetteer::load(files, diagnostics);
}

Gazetteer loaded(std::string_view content) {
    base::Diagnostics diagnostics;
    auto gazetteer = load(content, diagnostics);
    REQUIRE(gazetteer);
    return std::move(gazetteer).value();
}

}  // namespace

TEST_CASE("a table row becomes a place") {
    const Gazetteer gazetteer = loaded(kTable);

    const auto index = gazetteer.find_id("g486816");
    REQUIRE(index);
    const places::Place place = gazetteer.at(*index);

    CHECK(gazetteer.size() == 6);
    CHECK(place.name == "Sudzha");
    CHECK(place.country == "RU");
    CHECK(place.region_id == "RU-KRS");
    CHECK(place.population == 6940);
    CHECK(place.kind == places::PlaceKind::Settlement);
    CHECK(place.point.lat_deg == Approx(51.191));
    CHECK(gazetteer.aliases(*index) == std::vector<std::string_view>{"Суджа", "Sudja"});
}

TEST_CASE("the most prominent bearer of a name comes first") {
    const Gazetteer gazetteer = loaded(kTable);

    const auto found = gazetteer.find("kursk");

    REQUIRE(found.size() == 2);
    CHECK(gazetteer.at(found[0]).id == "g538560");
    CHECK(gazetteer.at(found[1]).id == "g1");
}

TEST_CASE("unknown, empty and odd names find nothing") {
    const Gazetteer gazetteer = loaded(kTable);
    const std::string name = GENERATE("", " ", "...", "Atlantis", "\xFF\xFE", "Курскккк");

    CHECK(gazetteer.find(name).empty());
}

TEST_CASE("completion puts the theatre before the rest and repeats no place") {
    const Gazetteer gazetteer = loaded(kTable);

    const auto found = gazetteer.complete("kur", 10);

    REQUIRE(found.size() == 3);
    CHECK(gazetteer.at(found[0]).id == "g538560");  // more of its name is typed
    CHECK(gazetteer.at(found[1]).name == "Kursk Oblast");
    CHECK(gazetteer.at(found[2]).id == "g1");
    CHECK(gazetteer.complete("kur", 1).size() == 1);
    CHECK(gazetteer.complete("", 10).empty());
}

TEST_CASE("the nearest populated place lies within the distance asked for") {
    const Gazetteer gazetteer = loaded(kTable);

    const auto near = gazetteer.nearest({35.3, 51.2}, 20);
    REQUIRE(near);

    CHECK(gazetteer.at(*near).name == "Sudzha");
    CHECK_FALSE(gazetteer.nearest({0, 0}, 100));
    CHECK_FALSE(gazetteer.nearest({35.3, 51.2}, 0.1));
    CHECK_NOTHROW(gazetteer.nearest({180, 90}, 1000));
}

TEST_CASE("a place is described with its region and country") {
    const Gazetteer gazetteer = loaded(kTable);

    CHECK(describe(gazetteer, *gazetteer.find_id("g486816")) == "Sudzha, Kursk Oblast, Russia");
    CHECK(describe(gazetteer, *gazetteer.find_id("aRU-KRS")) == "Kursk Oblast, Russia");
    CHECK(describe(gazetteer, *gazetteer.find_id("kRU")) == "Russia");
    CHECK(places::geonames_id(gazetteer.at(*gazetteer.find_id("g486816"))) == 486816);
    CHECK_FALSE(places::geonames_id(gazetteer.at(*gazetteer.find_id("o1"))));
}

TEST_CASE("a GeoNames dump of 19 columns is read, with g before its ids") {
    const Gazetteer gazetteer = loaded(
        "486816\tSudzha\tSudzha\tСуджа,Sudja\t51.191\t35."
        "271\tP\tPPLA2\tRU\t\t41\t\t\t\t6940\t\t150\t"
        "Europe/Moscow\t2019-09-05\n");

    const auto found = gazetteer.find("Суджа");

    REQUIRE(found.size() == 1);
    CHECK(gazetteer.at(found[0]).id == "g486816");
    CHECK(gazetteer.at(found[0]).population == 6940);
}

TEST_CASE("a tenth column that says where a row is from is allowed") {
    const Gazetteer gazetteer =
        loaded("s-guevo\tPPL\tGuevo\t51.1\t35.2\tRU\tRU-KRS\t0\tГуево\tpublic maps\n");

    CHECK(gazetteer.find("Гуево").size() == 1);
}

TEST_CASE("a repeated id keeps the first row") {
    base::Diagnostics diagnostics;

    const auto gazetteer = load(
        "g1\tPPL\tFirst\t1\t1\tUA\t\t0\t\n"
        "g1\tPPL\tSecond\t2\t2\tUA\t\t0\t\n",
        diagnostics);

    REQUIRE(gazetteer);
    CHECK(gazetteer->size() == 1);
    CHECK(gazetteer->find("Second").empty());
    CHECK(diagnostics.count("gazetteer.repeated") == 1);
}

TEST_CASE("bad rows are left out and reported") {
    base::Diagnostics diagnostics;

    const auto gazetteer = load(
        "g1\tPPL\tGood\t1\t1\tUA\t\t0\t\n"
        "g2\tPPL\tNo number\tx\t1\tUA\t\t0\t\n"
        "g3\tPPL\tOff the globe\t91\t1\tUA\t\t0\t\n"
        "g4\tPPL\n"
        "\tPPL\tNo id\t1\t1\tUA\t\t0\t\n",
        diagnostics);

    REQUIRE(gazetteer);
    CHECK(gazetteer->size() == 1);
    CHECK(diagnostics.count("gazetteer.row") == 3);
    CHECK(diagnostics.count("gazetteer.columns") == 1);
}

TEST_CASE("files that are no gazetteer are refused") {
    base::Diagnostics diagnostics;

    const auto other = load("name,lat,lon\nKursk,1,2\n", diagnostics);
    const std::array missing = {std::filesystem::path("no-such-file.tsv")};

    REQUIRE_FALSE(other);
    CHECK(other.error().code == base::ErrorCode::BadFormat);
    const auto none = Gazetteer::load(missing, diagnostics);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == base::ErrorCode::NotFound);
}

TEST_CASE("an empty table and random bytes do no harm") {
    base::Diagnostics diagnostics;
    std::string noise;
    std::uint32_t state = 12345;
    for (int i = 0; i < 20000; ++i) {
        state = state * 1664525U + 1013904223U;
        noise += static_cast<char>(state >> 24U);
    }

    CHECK(load("", diagnostics));
    CHECK_NOTHROW(load(noise, diagnostics));
    CHECK_NOTHROW(load(std::string(kTable) + noise, diagnostics));
}
