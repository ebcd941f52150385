#pragma once

#include "events/event.hpp"
#include "io/row_cells.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace salient::io {

/// What publishers' codes and words say about the kind of event. @thread one each
class TypeReader {
public:
    /// @param schema  as in ColumnMapping
    [[nodiscard]] events::EventType
    read(std::string_view schema, const RowCells& row, const Table& table);

private:
    // A table of a million rows has some dozens of words for their types.
    std::map<std::string, events::EventType, std::less<>> known_;

    [[nodiscard]] events::EventType from_words(std::string_view text);
};

/// From a word in any file: an id of the full or the plain scheme, or a common word ("missile attack", "Explosions").
[[nodiscard]] events::EventType type_from_words(std::string_view text);

}  // namespace salient::io
