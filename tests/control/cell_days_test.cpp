#include "control/cell_days.hpp"

#include "control/change.hpp"

#include <catch2/catch.hpp>

#include <random>

namespace control = salient::control;
namespace geo = salient::geo;
using control::AreaClass;
using control::Holder;
using std::chrono::sys_days;

namespace {

const sys_days kFirst{std::chrono::year{2022} / 3 / 1};

/// A board of cells that change hands by chance, the same on every run.
std::vector<control::CellHistory> board(int side, int days) {
    std::mt19937 random(7);
    std::vector<control::CellHistory> cells;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            const double west = 30 + column * 0.25;
            const double south = 46 + row * 0.25;
            control::CellHistory cell;
            cell.ground = {
                {{{{west, south},
                   {west + 0.25, south},
                   {west + 0.25, south + 0.25},
                   {west, south + 0.25},
                   {west, south}}}}};
            for (int day = 0; day < days; ++day) {
                const Holder holder = random() % 2 == 0 ? Holder::Russia : Holder::Ukraine;
                if (cell.runs.empty() || cell.runs.back().holder != holder) {
                    cell.runs.push_back({kFirst + std::chrono::days(day), holder});
                }
            }
            cells.push_back(std::move(cell));
        }
    }
    return cells;
}

}  // namespace

TEST_CASE("what merged cells gained less what they lost is the difference of their areas") {
    const auto cells = board(8, 6);
    for (int day = 1; day < 6; ++day) {
        const auto before =
            control::merge_cells(cells, kFirst + std::chrono::days(day - 1), kFirst).value();
        const auto after =
            control::merge_cells(cells, kFirst + std::chrono::days(day), kFirst).value();

        const auto change = control::change_between(before, after, Holder::Russia).value();

        CHECK(change.gained_km2 > 0);
        CHECK(change.lost_km2 > 0);
        CHECK(
            change.gained_km2 - change.lost_km2 + change.slivers_km2
            == Approx(change.after_km2 - change.before_km2).margin(1e-3 * change.before_km2 / 100));
    }
}

TEST_CASE("days of change are the beginnings of runs") {
    std::vector<control::CellHistory> cells(2);
    cells[0].runs = {{kFirst, Holder::Ukraine}, {kFirst + std::chrono::days(3), Holder::Russia}};
    cells[1].runs = {{kFirst, Holder::Russia}, {kFirst + std::chrono::days(5), std::nullopt}};

    const auto days = control::change_days(cells);

    CHECK(
        days
        == std::set<sys_days>{
            kFirst,
            kFirst + std::chrono::days(3),
            kFirst + std::chrono::days(5)});
}
