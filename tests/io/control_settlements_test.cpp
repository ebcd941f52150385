#include "io/control_settlements.hpp"

#include "control/change.hpp"
#include "control_support.hpp"

#include <catch2/catch.hpp>

using namespace salient;
using control::AreaClass;
using control::Holder;
using io::box_feature;
using io::collection;
using io::ControlFolder;

namespace {

constexpr const char* kLong =
    "geonameid,date,status_wiki,status\n"
    "1,20220301,UA,UA\n1,20220302,UA,RU\n1,20220303,UA,RU\n"
    "2,20220301,RU,RU\n2,20220302,RU,RU\n2,20220303,RU,CONTESTED\n";
constexpr const char* kWide =
    "geonameid,ctr_20220301120000,ctr_20220302120000,ctr_20220303120000\n"
    "1,UA,RU,RU\n2,RU,RU,CONTESTED\n";

std::string cells() {
    return collection(
        box_feature(R"("geonameid":1)", 37, 38) + "," + box_feature(R"("geonameid":2)", 38, 39));
}

double class_km2(const control::Snapshot& snapshot, AreaClass area_class) {
    for (const control::ClassArea& row : control::areas_by_class(snapshot)) {
        if (row.area_class == area_class) {
            return row.area_km2;
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("a settlement table is made into areas of its cells, long or wide") {
    const std::string table = GENERATE(as<std::string>{}, kLong, kWide);
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto path = folder.write("control_2022.csv", table);
    folder.write("cells.geojson", cells());

    const auto history = io::read_history(path, diagnostics);

    REQUIRE(io::days_text(history) == "2022-03-01 2022-03-02 2022-03-03");
    const auto& days = history.snapshots();
    const double cell = class_km2(days[0], AreaClass::Occupied);
    CHECK(cell > 8000);
    CHECK(class_km2(days[1], AreaClass::Occupied) == Approx(2 * cell));
    CHECK(class_km2(days[2], AreaClass::Occupied) == Approx(cell));
    CHECK(class_km2(days[2], AreaClass::Contested) == Approx(cell));
}

TEST_CASE("without cells every point belongs to its nearest settlement") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto path = folder.write(
        "control_2022.csv",
        "geonameid,date,status,latitude,longitude\n"
        "1,2022-03-01,RU,48.0,34.0\n2,2022-03-01,UA,48.0,35.0\n3,2022-03-01,CONTESTED,48.5,34.5\n");

    const auto history = io::read_history(path, diagnostics);

    const control::Snapshot& day = history.snapshots().front();
    CHECK(class_km2(day, AreaClass::Occupied) > 1000);
    CHECK(class_km2(day, AreaClass::Contested) > 1000);
    CHECK(control::held_km2(day, Holder::Ukraine) == 0);
}

TEST_CASE("ground held on the first day of a table from before the invasion was held before") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    folder.write("cells.geojson", cells());
    const auto path = folder.write(
        "control_2022.csv",
        "geonameid,date,status\n1,20220224,RU\n1,20220225,RU\n2,20220224,UA\n2,20220225,RU\n");

    const auto history = io::read_history(path, diagnostics);

    CHECK(class_km2(history.snapshots()[1], AreaClass::OccupiedBefore) > 8000);
    CHECK(class_km2(history.snapshots()[1], AreaClass::Occupied) > 8000);
}

TEST_CASE("rows of a settlement table may come in any order, and bad ones are counted") {
    io::SettlementTable table;

    REQUIRE(io::add_settlements(
        "geonameid;date;status\n1;20220303;UA\n1;20220301;RU\n1;20220302;RU\n1;oops;RU\n;20220301;"
        "RU\n",
        table));

    REQUIRE(table.places.size() == 1);
    const auto& runs = table.places.at("1").runs;
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].holder == Holder::Russia);
    CHECK(runs[1].holder == Holder::Ukraine);
    CHECK(table.days.size() == 3);
    CHECK(table.unreadable == 2);
}
