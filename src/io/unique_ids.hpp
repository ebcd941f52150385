#pragma once

#include "io/read_events.hpp"
#include "io/row_worker.hpp"
#include "io/table.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace salient::io {

/// Ids are unique: of several rows with one, the later get a suffix, in the order of the file.
class UniqueIds {
public:
    /// @param rows  that will be added, in total
    /// @param out  its report is told of ids that occur more than once
    UniqueIds(const Table& table, std::size_t rows, EventFile& out);

    /// @param events  of these rows, in the same order; empty when they are not kept
    void add(std::span<const RowMark> marks, events::EventList& events);

private:
    const Table& table_;
    EventFile& out_;
    RowScratch scratch_;
    std::vector<std::uint64_t> slots_;  // open addressing; 0: empty
    std::unordered_map<std::uint64_t, std::size_t> copies_;

    [[nodiscard]] bool is_new(std::uint64_t hash);
    void add_copy(const RowMark& mark, events::EventList& events, std::size_t index);
};

}  // namespace salient::io
