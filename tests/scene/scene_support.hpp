#pragma once

#include "scene/build.hpp"

#include <chrono>
#include <random>
#include <string>

/// A small world for scene tests: two square countries, a river, a lake, five places, events around Sudzha.
namespace scene_support {

constexpr std::chrono::sys_days day(int year, unsigned month, unsigned day_of_month) {
    return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day_of_month);
}

/// 0 … below - 1.
int pick(std::mt19937& random, int below);

/// Every character is 0.55 em wide.
salient::scene::MeasureText fake_measure();

salient::scene::MapData small_map_data();

salient::events::Event event(
    const std::string& id,
    salient::events::EventType type,
    salient::geo::LonLat point,
    std::chrono::sys_days when);

/// Four accepted and two unreviewed events; two of them at one spot, one known only as a region, one dated to a month.
salient::events::EventStore small_store();

/// Two snapshots: 6 August 2024 and 10 January 2025.
salient::control::ControlHistory small_history();

/// 12 January 2025 with the Kursk region in view.
salient::session::State kursk_state();

/// Everything for a picture of 640×400 of the small world.
struct SmallWorld {
    SmallWorld();
    std::shared_ptr<const salient::scene::MapLayers> map;
    std::shared_ptr<const salient::scene::ControlLayers> control;
    salient::events::EventStore store;
    salient::session::State state;
    salient::scene::MeasureText measure;
    salient::scene::SizePx size = {640, 400};
    float pixel_scale = 1;
    salient::scene::PageOptions page;
    [[nodiscard]] salient::scene::Inputs inputs() const;
    [[nodiscard]] salient::scene::Scene build() const;
};

/// All texts of a layer, in order.
std::vector<std::string> texts(const salient::scene::Scene& scene, salient::scene::LayerKind layer);

}  // namespace scene_support
