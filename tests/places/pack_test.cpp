#include "places/gazetteer.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

using namespace salient;
using places::Gazetteer;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kTable =
    "#id\tkind\tname\tlat\tlon\tcountry\tadmin1\tpop\taliases\n"
    "kRU\tPCLI\tRussia\t60\t100\tRU\t\t120000000\tРоссия\n"
    "aRU-KRS\tADM1\tKursk Oblast\t51.5\t36\tRU\tRU-KRS\t1000000\t\n"
    "g2\tPPLA\tKursk\t51.737\t36.187\tRU\tRU-KRS\t414595\tКурск\n"
    "g1\tPPL\tKursk\t40\t-80\tUS\tUS-PA\t120\t\n";

/// A table and the file it is packed into, in a folder that goes with its test.
class Packed {
public:
    Packed() : folder_(fs::temp_directory_path() / ("salient-pack-" + std::to_string(::getpid()))) {
        fs::create_directories(folder_);
        write(kTable);
        base::Diagnostics diagnostics;
        const auto gazetteer = Gazetteer::load(tables_, diagnostics);
        REQUIRE(gazetteer);
        REQUIRE(gazetteer->pack(pack(), tables_));
    }
    ~Packed() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Packed(const Packed&) = delete;
    Packed& operator=(const Packed&) = delete;

    [[nodiscard]] fs::path pack() const { return folder_ / "places.pack"; }
    [[nodiscard]] const fs::path& table() const { return tables_.front(); }
    void write(std::string_view content) const {
        std::ofstream(table(), std::ios::binary) << content;
    }
    [[nodiscard]] std::optional<Gazetteer> load() const {
        return Gazetteer::load_packed(pack(), tables_);
    }

private:
    fs::path folder_;
    std::array<fs::path, 1> tables_ = {folder_ / "places.tsv"};
};

}  // namespace

TEST_CASE("a packed gazetteer answers as the tables it was made of") {
    const Packed packed;
    const auto gazetteer = packed.load();
    REQUIRE(gazetteer);
    CHECK(gazetteer->size() == 4);
    const auto kursks = gazetteer->find("Kursk");
    REQUIRE(kursks.size() == 2);
    CHECK(gazetteer->at(kursks[0]).id == "g2");
    CHECK(gazetteer->at(kursks[1]).country == "US");
    CHECK(gazetteer->at(gazetteer->find("Курську").at(0)).id == "g2");
    CHECK(describe(*gazetteer, kursks[0]) == "Kursk, Kursk Oblast, Russia");
    CHECK(gazetteer->find_id("g1") == kursks[1]);
    CHECK(gazetteer->complete("kursk o", 5).size() == 1);
    CHECK(gazetteer->nearest({36.2, 51.7}, 20) == kursks[0]);
}

TEST_CASE("a packed gazetteer of other tables is not taken") {
    const Packed packed;
    SECTION("the table is newer") {
        fs::last_write_time(
            packed.table(),
            fs::last_write_time(packed.pack()) + std::chrono::seconds(1));
    }
    SECTION("the table has another size") {
        packed.write(std::string(kTable) + "g3\tPPL\tSudzha\t51.2\t35.3\tRU\tRU-KRS\t6940\t\n");
        fs::last_write_time(
            packed.table(),
            fs::last_write_time(packed.pack()) - std::chrono::seconds(1));
    }
    SECTION("the table is gone") {
        fs::remove(packed.table());
    }
    CHECK_FALSE(packed.load());
}

TEST_CASE("a damaged packed gazetteer is not taken") {
    const Packed packed;
    SECTION("cut off") {
        fs::resize_file(packed.pack(), fs::file_size(packed.pack()) - 1);
    }
    SECTION("empty") {
        fs::resize_file(packed.pack(), 0);
    }
    SECTION("missing") {
        fs::remove(packed.pack());
    }
    SECTION("something else") {
        std::ofstream(packed.pack(), std::ios::binary) << std::string(4096, 'x');
    }
    CHECK_FALSE(packed.load());
}
