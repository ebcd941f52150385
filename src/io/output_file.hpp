#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace salient::io {

/// A file that takes its place only when it is whole: written beside it, forced to the disk, renamed. Until commit() the old file is
/// untouched; without commit() nothing remains.
class OutputFile {
public:
    /// @errors Io: the folder cannot be written, or the path is no plain file.
    [[nodiscard]] static base::Result<OutputFile> create(const std::filesystem::path& path);
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&& other) = delete;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    /// Buffered; a failure is remembered and told by commit().
    void append(std::string_view bytes);
    /// For writers that open the file by its name.
    [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }
    /// @errors Io: the disk is full, the file cannot be replaced.
    [[nodiscard]] base::Status commit();

private:
    OutputFile() = default;
    std::filesystem::path path_;
    std::filesystem::path temporary_;
    int fd_ = -1;
    int error_ = 0;  ///< errno of the first failure
    std::string buffer_;

    void flush();
    base::Error failure(int error) const;
};

}  // namespace salient::io
