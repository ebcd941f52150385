#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace salient::extract {

/// Lists of numbers by hash, built once: an open table over one array, so that a look-up touches two cache lines.
class HashLists {
public:
    HashLists() = default;
    /// @param entries  hash and number; the numbers of one hash keep their order
    explicit HashLists(std::vector<std::pair<std::uint64_t, std::uint32_t>> entries);

    /// Empty for a hash without numbers.
    [[nodiscard]] std::span<const std::uint32_t> find(std::uint64_t hash) const {
        std::size_t at = hash & mask_;
        while (cells_[at].count != 0) {
            if (cells_[at].hash == hash) {
                return {numbers_.data() + cells_[at].first, cells_[at].count};
            }
            at = (at + 1) & mask_;
        }
        return {};
    }

private:
    struct Cell {
        std::uint64_t hash = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;  ///< 0: the cell is free
    };
    std::vector<Cell> cells_ = {Cell()};
    std::uint64_t mask_ = 0;
    std::vector<std::uint32_t> numbers_;
};

}  // namespace salient::extract
