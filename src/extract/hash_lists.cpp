#include "extract/hash_lists.hpp"

#include <algorithm>

namespace salient::extract {

HashLists::HashLists(std::vector<std::pair<std::uint64_t, std::uint32_t>> entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
    });
    std::size_t size = 2;
    while (size < entries.size() * 2) {
        size *= 2;
    }
    cells_.assign(size, {});
    mask_ = size - 1;
    for (std::size_t i = 0; i < entries.size();) {
        const std::uint64_t hash = entries[i].first;
        std::size_t at = hash & mask_;
        while (cells_[at].count != 0) {
            at = (at + 1) & mask_;
        }
        cells_[at] = {hash, static_cast<std::uint32_t>(i), 0};
        for (; i < entries.size() && entries[i].first == hash; ++i) {
            ++cells_[at].count;
            numbers_.push_back(entries[i].second);
        }
    }
}

}  // namespace salient::extract
