#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace salient::io {

/// The bytes of a plain file, mapped into memory; pages are loaded as they are read.
class FileBytes {
public:
    /// @errors NotFound: no such file; Io: a folder, device, pipe or unreadable; BadFormat: empty.
    [[nodiscard]] static base::Result<FileBytes> open(const std::filesystem::path& path);
    FileBytes(FileBytes&& other) noexcept;
    FileBytes& operator=(FileBytes&& other) noexcept;
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;
    ~FileBytes();

    [[nodiscard]] std::string_view view() const { return {data_, size_}; }
    /// Gives back the memory of a part that is not looked at again soon; it is read from the file once more if it is after all.
    /// @pre nothing was written to it
    void forget(std::string_view part) const;
    /// As view(); writing to it changes this program's copy only.
    [[nodiscard]] char* data() { return data_; }

private:
    FileBytes() = default;
    char* data_ = nullptr;
    std::size_t size_ = 0;
};

/// @errors as FileBytes::open, apart from empty files
[[nodiscard]] base::Status check_plain_file(const std::filesystem::path& path);

/// All members of a gzip file, one after the other.
/// @errors BadFormat: damaged; LimitExceeded: more than `max_bytes` come out.
[[nodiscard]] base::Result<std::string> gunzip(std::string_view bytes, std::uint64_t max_bytes);

/// Text of an unknown encoding as UTF-8.
struct DecodedText {
    std::string_view text;  ///< without a byte order mark
    std::string
        encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1251", "windows-1252"
    bool repaired = false;               ///< ill-formed bytes became U+FFFD
    std::unique_ptr<std::string> owned;  ///< holds the text unless it is part of the input
};
/// By byte order mark, zero bytes, well-formedness, then by which single-byte alphabet gives words.
/// @param bytes  must outlive the result
[[nodiscard]] DecodedText decode_text(std::string_view bytes);

}  // namespace salient::io
