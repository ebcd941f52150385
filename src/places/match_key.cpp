#include "places/match_key.hpp"

#include "base/utf8.hpp"
#include "places/gazetteer.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace salient::places {
namespace {

struct FoldEntry {
    char32_t code_point;
    std::string_view folded;
};

constexpr FoldEntry kFolds[] = {
#include "places/fold_table.inc"
};

constexpr char32_t kTableSize = 0x2200;

/// What becomes of each code point below kTableSize; length 255 means "stays as it is".
class FoldTable {
public:
    static constexpr std::uint8_t kSame = 255;
    struct Cell {
        std::uint8_t length = kSame;
        std::array<char, 9> bytes{};
    };

    FoldTable() : cells_(kTableSize) {
        for (const FoldEntry& entry : kFolds) {
            Cell& cell = cells_[entry.code_point];
            cell.length = static_cast<std::uint8_t>(entry.folded.size());
            entry.folded.copy(cell.bytes.data(), cell.bytes.size());
        }
    }
    [[nodiscard]] const Cell& at(char32_t code_point) const { return cells_[code_point]; }

private:
    std::vector<Cell> cells_;
};

const FoldTable& fold_table() {
    static const FoldTable kTable;
    return kTable;
}

/// Calls `sink(bytes)` for each folded piece of the text.
template <class Sink>
void fold(std::string_view text, Sink&& sink) {
    const FoldTable& table = fold_table();
    const std::size_t size = text.size();
    std::size_t offset = 0;
    while (offset < size) {
        const std::size_t begin = offset;
        const auto byte = static_cast<unsigned char>(text[offset]);
        char32_t code_point = byte;
        if (byte < 0x80U) {
            ++offset;
        } else if (
            (byte & 0xE0U) == 0xC0U && offset + 1 < size
            && (static_cast<unsigned char>(text[offset + 1]) & 0xC0U) == 0x80U) {
            code_point =
                ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(text[offset + 1]) & 0x3FU);
            offset += 2;
        } else {
            code_point = base::decode_utf8(text, offset);
        }
        if (code_point < kTableSize && table.at(code_point).length != FoldTable::kSame) {
            const FoldTable::Cell& cell = table.at(code_point);
            sink(std::string_view(cell.bytes.data(), cell.length));
        } else {
            sink(text.substr(begin, offset - begin));
        }
    }
}

}  // namespace

void KeyHash::add(std::string_view text) {
    std::uint64_t state = state_;
    std::uint8_t first = 0;
    fold(text, [&state, &first](std::string_view bytes) {
        for (const char byte : bytes) {
            first = first == 0 ? static_cast<std::uint8_t>(byte) : first;
            state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
        }
    });
    if (state_ == kSeed && state != kSeed) {
        first_byte_ = first;
    }
    state_ = state;
}

void append_match_key(std::string& out, std::string_view text) {
    fold(text, [&out](std::string_view bytes) { out.append(bytes); });
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
