#pragma once

#include "events/packed_event.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

/// The layout that pack_event.cpp writes and packed_event.cpp reads.
namespace salient::events {

// Which optional parts follow.
inline constexpr std::uint8_t kHasTime = 1;
inline constexpr std::uint8_t kHasLocation = 2;
inline constexpr std::uint8_t kHasConfidence = 4;
inline constexpr std::uint8_t kHasLists = 8;  // quantities, sources or evidence
inline constexpr std::uint8_t kHasActors = 16;

// Of a span.
inline constexpr std::uint8_t kOpenBegin = 1;
inline constexpr std::uint8_t kOpenEnd = 2;
inline constexpr std::uint8_t kApproximate = 4;

// A row of a hundred thousand columns is not searched for each of its texts.
inline constexpr std::size_t kReferredColumns = 128;

// The most that a number takes, whichever way it is written.
inline constexpr std::size_t kNumberBytes = 10;

/// Writes the parts of an event one after the other. @pre there is room for all of them
class PackWriter {
public:
    PackWriter(std::span<const ColumnView> columns, char* out)
        : searched_(columns.first(std::min(columns.size(), kReferredColumns))),
          out_(out) {}

    /// Behind what was written.
    [[nodiscard]] char* end() const { return out_; }

    template <class Number>
    void raw(Number value) {
        static_assert(std::is_trivially_copyable_v<Number>);
        std::memcpy(out_, &value, sizeof value);
        out_ += sizeof value;
    }
    // Seven bits a byte.
    void count(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7U) {
            *out_++ = static_cast<char>(value | 0x80U);
        }
        *out_++ = static_cast<char>(value);
    }
    void plain(std::string_view text) {
        count(text.size());
        bytes(text);
    }
    // Odd: where in the first columns it stands; even: its length, then itself.
    void text(std::string_view text) {
        if (!text.empty()) {
            for (std::size_t i = 0; i < searched_.size(); ++i) {
                if (searched_[i].value == text) {
                    count(i << 1U | 1U);
                    return;
                }
            }
        }
        count(std::uint64_t{text.size()} << 1U);
        bytes(text);
    }

private:
    std::span<const ColumnView> searched_;
    char* out_;

    void bytes(std::string_view text) {
        std::memcpy(out_, text.data(), text.size());
        out_ += text.size();
    }
};

/// Reads them in the same order.
class PackReader {
public:
    explicit PackReader(const char* at) : at_(at) {}

    template <class Number>
    Number raw() {
        Number value;
        std::memcpy(&value, at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    std::uint64_t count() {
        std::uint64_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at_++);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) {
                return value;
            }
        }
    }
    std::string_view plain() {
        const std::size_t size = count();
        const std::string_view text(at_, size);
        at_ += size;
        return text;
    }
    // Remembers where the columns start, for references to them.
    std::size_t begin_columns() {
        const std::size_t size = count();
        columns_ = at_;
        return size;
    }
    std::string_view text() {
        const std::uint64_t code = count();
        if ((code & 1U) != 0) {
            return column(code >> 1U);
        }
        const std::string_view text(at_, code >> 1U);
        at_ += text.size();
        return text;
    }

private:
    const char* at_;
    const char* columns_ = nullptr;

    [[nodiscard]] std::string_view column(std::uint64_t index) const {
        PackReader reader(columns_);
        while (true) {
            (void)reader.count();
            const std::string_view value = reader.plain();
            if (index-- == 0) {
                return value;
            }
        }
    }
};

}  // namespace salient::events
