#pragma once

#include "control/history.hpp"

#include <optional>
#include <string_view>

namespace salient::control {

/// Whether the class counts as ground held in sums and in what was gained and lost.
/// Summed: Occupied, OccupiedBefore, Incursion. Not summed: Contested, Liberated, Editorial, Home.
[[nodiscard]] bool is_summed(AreaClass area_class);

/// `ukraine`, `russia`, `contested`, `other`: the form in Salient's own files.
[[nodiscard]] std::string_view file_text(Holder holder);
[[nodiscard]] std::optional<Holder> holder_from_text(std::string_view text);

/// `occupied`, `occupied_before`, `contested`, `liberated`, `incursion`, `editorial`, `home`.
[[nodiscard]] std::string_view file_text(AreaClass area_class);
[[nodiscard]] std::optional<AreaClass> area_class_from_text(std::string_view text);

struct Classified {
    Holder holder = Holder::Other;
    AreaClass area_class = AreaClass::Editorial;
    friend bool operator==(const Classified&, const Classified&) = default;
};

/// Reads the class in a DeepState area name, `Окуповано /// Occupied /// geoJSON.status.occupied`.
///
/// A `territories.` key that is not known is Editorial and never summed. nullopt when there is no key, so that
/// the caller can fall back on what it knows about the file.
/// @source keys seen in DeepState's public history API
[[nodiscard]] std::optional<Classified> area_class_from_name(std::string_view name);

/// Reads what a source that has no keys writes about an area: a country (`ru`, `UA`, `Russian Federation`), a status
/// (`RU`, `CONTESTED`, `Liberated`), a name (`Pre-War Crimea`, `Transnistria`). English, Ukrainian, Russian; any case.
/// nullopt when no word says anything.
[[nodiscard]] std::optional<Classified> area_class_from_words(std::string_view text);

/// One of "UA", "RU", "CONTESTED" of a settlement table, in any case. nullopt: another value, which says nothing.
[[nodiscard]] std::optional<Holder> holder_from_status(std::string_view text);

}  // namespace salient::control
