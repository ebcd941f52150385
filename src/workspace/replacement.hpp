#pragma once

#include "base/result.hpp"

#include <filesystem>

namespace salient::workspace {

/// A new file beside an old one that takes its place at once, or never. What a killed program left behind goes with the next
/// replacement of the same file.
class Replacement {
public:
    /// Makes an empty file in the folder of `target`; of a symbolic link the file it points at is replaced.
    /// @errors Io: the folder cannot be written; the message says that the old file is unchanged.
    [[nodiscard]] static base::Result<Replacement> begin(const std::filesystem::path& target);

    Replacement(Replacement&& other) noexcept;
    Replacement& operator=(Replacement&&) = delete;
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;
    /// Removes the new file unless it was committed.
    ~Replacement();

    /// Where to write.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Flushes the new file, puts it in the old one's place and flushes the folder.
    /// @errors Io: as begin; the old file is unchanged.
    [[nodiscard]] base::Status commit();

private:
    Replacement() = default;
    std::filesystem::path target_;
    std::filesystem::path path_;
    int file_ = -1;
};

/// The error with the promise that the old file is unchanged, and the user's own path instead of the temporary one.
[[nodiscard]] base::Error unchanged(const base::Error& error, const std::filesystem::path& target);

}  // namespace salient::workspace
