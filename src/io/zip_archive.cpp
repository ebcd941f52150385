#include "io/zip_archive.hpp"

#include <libdeflate.h>

#include <memory>

namespace salient::io {

namespace {

// @source PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.16
constexpr std::string_view kLocalMark = "PK\x03\x04";
constexpr std::string_view kEntryMark = "PK\x01\x02";
constexpr std::string_view kEndMark = "PK\x05\x06";
constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kEntryBytes = 46;
constexpr std::size_t kEndBytes = 22;
constexpr std::uint32_t kZip64 = 0xFFFFFFFFU;
/// No deflate stream unpacks to more than this many times its size.
constexpr std::uint64_t kMaxRatio = 1032;

base::Error damaged(const std::string& what) {
    return {base::ErrorCode::BadFormat, "The ZIP archive is damaged: " + what, ""};
}

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i) {
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return value;
}

struct DecompressorDeleter {
    void operator()(libdeflate_decompressor* handle) const { libdeflate_free_decompressor(handle); }
};

base::Result<std::string> inflate(std::string_view packed, std::uint64_t size) {
    const std::unique_ptr<libdeflate_decompressor, DecompressorDeleter> decompressor(
        libdeflate_alloc_decompressor());
    std::string out(size, '\0');
    std::size_t made = 0;
    const libdeflate_result result = libdeflate_deflate_decompress(
        decompressor.get(),
        packed.data(),
        packed.size(),
        out.data(),
        out.size(),
        &made);
    if (result != LIBDEFLATE_SUCCESS || made != out.size()) {
        return damaged("a file does not unpack to the stated size");
    }
    return out;
}

/// The unix file type in the upper half of the external attributes.
bool is_link(std::string_view entry) {
    constexpr std::uint32_t type_mask = 0170000;
    constexpr std::uint32_t link = 0120000;
    return ((number(entry, 38, 4) >> 16U) & type_mask) == link;
}

bool fits(std::string_view text, const ZipEntry& entry) {
    return text.size() == entry.bytes
           && libdeflate_crc32(0, text.data(), text.size()) == entry.checksum;
}

}  // namespace

bool is_zip(std::string_view bytes) {
    return bytes.starts_with(kLocalMark) || bytes.starts_with(kEndMark);
}

base::Result<std::vector<ZipEntry>> list_zip(std::string_view bytes) {
    const std::size_t end = bytes.rfind(kEndMark);
    if (end == std::string_view::npos || bytes.size() - end < kEndBytes) {
        return damaged("its directory is missing");
    }
    const std::uint32_t count = number(bytes, end + 10, 2);
    std::size_t at = number(bytes, end + 16, 4);
    if (at == kZip64) {
        return base::Error{
            base::ErrorCode::Unsupported,
            "The ZIP archive is larger than 4 GiB; unpack it first",
            ""};
    }
    std::vector<ZipEntry> entries;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (at > bytes.size() || bytes.size() - at < kEntryBytes
            || bytes.substr(at, kEntryMark.size()) != kEntryMark) {
            return damaged("its directory is cut off");
        }
        const std::string_view head = bytes.substr(at);
        const std::size_t name_bytes = number(head, 28, 2);
        const std::size_t rest = number(head, 30, 2) + std::size_t{number(head, 32, 2)};
        if (head.size() < kEntryBytes + name_bytes + rest) {
            return damaged("its directory is cut off");
        }
        ZipEntry entry;
        entry.name = head.substr(kEntryBytes, name_bytes);
        entry.encrypted = (number(head, 8, 2) & 1U) != 0;
        entry.method = static_cast<std::uint16_t>(number(head, 10, 2));
        entry.checksum = number(head, 16, 4);
        entry.packed_bytes = number(head, 20, 4);
        entry.bytes = number(head, 24, 4);
        entry.offset = number(head, 42, 4);
        if (!entry.name.empty() && entry.name.back() != '/' && !is_link(head)) {
            entries.push_back(std::move(entry));
        }
        at += kEntryBytes + name_bytes + rest;
    }
    return entries;
}

base::Result<std::string>
unzip(std::string_view bytes, const ZipEntry& entry, std::uint64_t max_bytes) {
    if (entry.encrypted) {
        return base::Error{base::ErrorCode::Unsupported, "The ZIP archive is encrypted", ""};
    }
    if (entry.method != 0 && entry.method != 8) {
        return base::Error{
            base::ErrorCode::Unsupported,
            "The ZIP archive uses a rare compression; pack it again as plain ZIP",
            ""};
    }
    if (entry.bytes > max_bytes) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The archive unpacks to more than " + std::to_string(max_bytes)
                + " bytes; raise the limit if it is to be trusted",
            ""};
    }
    if (entry.offset > bytes.size() || bytes.size() - entry.offset < kLocalBytes
        || bytes.substr(entry.offset, kLocalMark.size()) != kLocalMark) {
        return damaged("a file is not where it should be");
    }
    const std::size_t data = entry.offset + kLocalBytes + number(bytes, entry.offset + 26, 2)
                             + number(bytes, entry.offset + 28, 2);
    if (data > bytes.size() || entry.packed_bytes > bytes.size() - data
        || entry.bytes > entry.packed_bytes * kMaxRatio) {
        return damaged("a file is cut off");
    }
    const std::string_view packed = bytes.substr(data, entry.packed_bytes);
    auto out = entry.method == 8 ? inflate(packed, entry.bytes)
                                 : base::Result<std::string>(std::string(packed));
    if (out && !fits(*out, entry)) {
        return damaged("a checksum is wrong");
    }
    return out;
}

}  // namespace salient::io
