#pragma once

#include "places/gazetteer.hpp"
#include "test_paths.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <filesystem>
#include <utility>

namespace salient::tests {

/// The gazetteer that the project ships, without its table of the world.
inline const places::Gazetteer& shipped_gazetteer() {
    static const places::Gazetteer gazetteer = [] {
        const std::filesystem::path folder = source_dir() / "geodata";
        const std::array files = {folder / "gazetteer.tsv", folder / "gazetteer-supplement.tsv"};
        base::Diagnostics diagnostics;
        auto loaded = places::Gazetteer::load(files, diagnostics);
        REQUIRE(loaded);
        return std::move(loaded).value();
    }();
    return gazetteer;
}

}  // namespace salient::tests
