#include "places/match_key.hpp"

#include "base/utf8.hpp"
#include "places/gazetteer.hpp"

#include <array>
#include <cstddef>

namespace salient::places {
namespace {

struct FoldEntry {
    char32_t code_point;
    std::string_view folded;
};

constexpr FoldEntry kFolds[] = {
#include "places/fold_table.inc"
};

constexpr std::size_t kTableSize = 0x2200;

/// What becomes of a code point; kSame says "stays as it is".
struct Cell {
    static constexpr std::uint8_t kSame = 255;
    std::uint8_t length = kSame;
    std::array<char, 9> bytes{};
    [[nodiscard]] std::string_view view() const { return {bytes.data(), length}; }
};

/// Every code point below kTableSize, made by the compiler: loading a gazetteer folds half a million names.
constexpr std::array<Cell, kTableSize> make_table() {
    std::array<Cell, kTableSize> table{};
    for (const FoldEntry& entry : kFolds) {
        Cell& cell = table.at(entry.code_point);
        cell.length = static_cast<std::uint8_t>(entry.folded.size());
        entry.folded.copy(cell.bytes.data(), cell.bytes.size());
    }
    return table;
}
constexpr std::array<Cell, kTableSize> kTable = make_table();

/// Of ASCII one byte becomes one or none: most of a text needs no more than this table of one cache line or two.
struct AsciiTable {
    static constexpr char kDropped = '\xFF';
    std::array<char, 0x80> folded{};
};
constexpr AsciiTable make_ascii_table() {
    AsciiTable table;
    for (std::size_t c = 0; c < table.folded.size(); ++c) {
        const Cell& cell = kTable.at(c);
        const bool is_same = cell.length == Cell::kSame;
        table.folded.at(c) = is_same ? static_cast<char>(c)
                                     : (cell.length == 0 ? AsciiTable::kDropped : cell.bytes[0]);
    }
    return table;
}
constexpr AsciiTable kAscii = make_ascii_table();

constexpr bool folds_ascii_to_single_bytes() {
    for (std::size_t c = 0; c < 0x80; ++c) {
        const bool is_single = kTable.at(c).length == Cell::kSame || kTable.at(c).length <= 1;
        if (!is_single) {
            return false;
        }
    }
    return true;
}
static_assert(folds_ascii_to_single_bytes());

/// The code point at `offset`, which moves behind it. Cyrillic and accented letters have two bytes: the short way is for them.
char32_t decode(std::string_view text, std::size_t& offset) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    const auto next = offset + 1 < text.size() ? static_cast<unsigned char>(text[offset + 1]) : 0U;
    if ((lead & 0xE0U) == 0xC0U && (next & 0xC0U) == 0x80U) {
        offset += 2;
        return ((lead & 0x1FU) << 6U) | (next & 0x3FU);
    }
    return base::decode_utf8(text, offset);
}

/// Calls `sink(byte)` for each byte of the folded text.
template <class Sink>
void fold(std::string_view text, Sink&& sink) {
    for (std::size_t offset = 0; offset < text.size();) {
        const auto byte = static_cast<unsigned char>(text[offset]);
        if (byte < 0x80U) {
            ++offset;
            if (const char folded = kAscii.folded[byte]; folded != AsciiTable::kDropped) {
                sink(folded);
            }
            continue;
        }
        const std::size_t begin = offset;
        const char32_t code_point = decode(text, offset);
        const bool is_changed = code_point < kTableSize && kTable[code_point].length != Cell::kSame;
        for (const char piece :
             is_changed ? kTable[code_point].view() : text.substr(begin, offset - begin)) {
            sink(piece);
        }
    }
}

}  // namespace

void KeyHash::add(std::string_view text) {
    std::uint64_t state = state_;
    std::uint8_t first = 0;
    fold(text, [&state, &first](char byte) {
        first = first == 0 ? static_cast<std::uint8_t>(byte) : first;
        state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    });
    if (state_ == kSeed && state != kSeed) {
        first_byte_ = first;
    }
    state_ = state;
}

void append_match_key(std::string& out, std::string_view text) {
    fold(text, [&out](char byte) { out.push_back(byte); });
}

std::string match_key(std::string_view name) {
    std::string key;
    key.reserve(name.size());
    append_match_key(key, name);
    return key;
}

bool has_cyrillic(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 0xD0U && lead <= 0xD4U) {
            return true;
        }
    }
    return false;
}

}  // namespace salient::places
