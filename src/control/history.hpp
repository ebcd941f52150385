#pragma once

#include "geo/types.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace salient::control {

/// Who holds the ground, as the source puts it.
enum class Holder : std::uint8_t { Ukraine, Russia, Contested, Other };

/// What the ground means for sums (formats.md 3.8).
enum class AreaClass : std::uint8_t {
    Occupied,        ///< held by the other side since 2022
    OccupiedBefore,  ///< held before 24 February 2022 (Crimea, parts of Donetsk and Luhansk)
    Contested,       ///< unknown or grey
    Liberated,       ///< taken back; never summed
    Incursion,       ///< held inside the other country's recognised border (Kursk)
    Editorial,       ///< drawn by the source for other reasons; never summed
    Home,            ///< held inside the holder's own border, as some sources draw it; never summed
};

/// Ground of one holder and class on one day. Valid polygons.
struct ControlArea {
    Holder holder = Holder::Russia;
    AreaClass area_class = AreaClass::Occupied;
    std::string name;
    geo::MultiPolygon polygons;
    friend bool operator==(const ControlArea&, const ControlArea&) = default;
};

/// What a source said on one day.
struct Snapshot {
    std::chrono::sys_days day;
    std::vector<ControlArea> areas;
    std::string origin;  ///< file the snapshot came from
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

/// The snapshot that holds on a day, with its age.
struct Held {
    const Snapshot* snapshot = nullptr;  ///< never null; valid while the history lives unchanged
    int age_days = 0;                    ///< 0 on the snapshot's own day
};

/// All snapshots of one source, in time order. Carried forward: a day between two snapshots shows the earlier one.
class ControlHistory {
public:
    ControlHistory() = default;
    /// Sorts by day; of two snapshots of one day the later in the list wins.
    ControlHistory(std::string source, std::vector<Snapshot> snapshots);

    [[nodiscard]] const std::string& source() const { return source_; }
    [[nodiscard]] const std::vector<Snapshot>& snapshots() const { return snapshots_; }
    [[nodiscard]] bool empty() const { return snapshots_.empty(); }
    /// nullopt before the first snapshot.
    [[nodiscard]] std::optional<Held> at(std::chrono::sys_days day) const;
    /// As much of it as one day needs: the snapshot that holds then; before the first, the first, which says since when there is any.
    [[nodiscard]] ControlHistory only(std::chrono::sys_days day) const;

    /// Both as one, under this one's name; of one day the other's snapshot wins.
    [[nodiscard]] ControlHistory joined_with(const ControlHistory& other) const;

private:
    std::string source_;
    std::vector<Snapshot> snapshots_;
};

}  // namespace salient::control
