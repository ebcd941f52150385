#include "io/unique_ids.hpp"

#include <algorithm>
#include <bit>
#include <string>

namespace salient::io {

UniqueIds::UniqueIds(const Table& table, std::size_t rows, EventFile& out)
    : table_(table),
      out_(out),
      slots_(std::bit_ceil(std::max<std::size_t>(rows * 2, 1024))) {}

bool UniqueIds::is_new(std::uint64_t hash) {
    hash = hash == 0 ? 1 : hash;
    for (std::size_t slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
        if (slots_[slot] == hash) {
            return false;
        }
        if (slots_[slot] == 0) {
            slots_[slot] = hash;
            return true;
        }
    }
}

void UniqueIds::add(std::span<const RowMark> marks, events::EventList& events) {
    constexpr std::size_t ahead = 16;  // slots lie anywhere in memory
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const RowMark& soon = marks[std::min(i + ahead, marks.size() - 1)];
        __builtin_prefetch(&slots_[soon.id_hash & (slots_.size() - 1)], 1);
        if (!is_new(marks[i].id_hash)) {
            add_copy(marks[i], events, i);
        }
    }
}

void UniqueIds::add_copy(const RowMark& mark, events::EventList& events, std::size_t index) {
    const std::size_t copy = ++copies_[mark.id_hash] + 1;
    if (!events.empty()) {
        events::Event event = events[index];
        event.id += "~" + std::to_string(copy);
        events.set(index, event);
    }
    if (!mark.has_own_id) {
        return;  // rows that are wholly the same
    }
    if (!mark.is_guessed) {
        --out_.report.accepted;
        ++out_.report.guessed;
    }
    const bool kept = out_.report.diagnostics.count("id.duplicate") < 20;
    out_.report.diagnostics.warn(
        "id.duplicate",
        "The id occurs more than once; the later row got a suffix",
        kept ? "line " + std::to_string(table_.line_of(mark.row, scratch_)) : std::string());
}

}  // namespace salient::io
