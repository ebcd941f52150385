#pragma once

#include "base/result.hpp"
#include "workspace/journal.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The form of a journal: a line that names it, then records, each a line
/// `LENGTH CHECKSUM JSON`, the first with the base, the others one gesture each. For this module only.
namespace salient::workspace {

inline constexpr std::string_view kJournalName = "salient-journal 1\n";

/// One record of a text without line breaks, whole with its line's end.
[[nodiscard]] std::string record(std::string_view json);
[[nodiscard]] std::string base_record(const Base& base);
[[nodiscard]] std::string gesture_record(const std::vector<Edit>& gesture);

/// What a journal holds.
struct JournalText {
    Base base;
    std::vector<Edit> edits;
    std::size_t damaged =
        0;  ///< gestures that are not whole: the last one when the program was killed in it
};

/// @errors BadFormat: no journal, or not even its base is whole; Unsupported: a newer version's.
[[nodiscard]] base::Result<JournalText> read_journal(std::string_view bytes);

/// CRC-32 as in zip and PNG.
[[nodiscard]] std::uint32_t checksum(std::string_view bytes);

}  // namespace salient::workspace
