#pragma once

#include "events/event_list.hpp"
#include "io/read_events.hpp"
#include "io/row_cells.hpp"
#include "io/row_place.hpp"
#include "io/row_time.hpp"
#include "io/row_type.hpp"
#include "io/salient_schema.hpp"
#include "io/table.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// What all rows of a table share. Immutable while rows are read.
struct TablePlan {
    const Table& table;
    const ColumnMapping& mapping;
    const ReadOptions& options;
    RoleColumns roles;
    TimeReader times;
    std::optional<SalientSchema> own;  ///< the file was written by this program
    std::string id_prefix;

    TablePlan(
        const Table& source,
        const ColumnMapping& columns,
        const ReadOptions& how,
        std::string_view file_prefix,
        base::Diagnostics& diagnostics);
};

/// What is remembered of each row for its id.
struct RowMark {
    std::uint64_t id_hash = 0;
    std::uint32_t row = 0;
    bool has_own_id = false;
    bool is_guessed = false;
};

/// Rows with another number of cells than the header.
struct OddRows {
    std::size_t too_short = 0;
    std::size_t too_long = 0;
    std::string first_where;
};

/// Reads rows of a table into events and counts them. @thread one each
class RowWorker {
public:
    explicit RowWorker(const TablePlan& plan);
    void add(std::size_t index);

    ImportReport report;
    events::EventList events;           ///< empty when they are not kept
    std::vector<RowMark> marks;         ///< one an accepted row
    std::set<std::string> new_columns;  ///< that the table does not know
    std::uint64_t vertices = 0;
    OddRows odd_rows;

private:
    const TablePlan& plan_;
    PlaceReader places_;
    RowScratch scratch_;
    TypeReader types_;
    events::Event event_;                      // kept for the memory of its texts
    std::vector<events::ColumnView> columns_;  // of the row, those that have a value

    [[nodiscard]] bool add_own(std::size_t index);
    void add_read(std::size_t index);
    void find_columns(std::span<const std::string_view> cells);
    void note_width(std::size_t index);
    void tell(std::string_view code, std::size_t index);
    [[nodiscard]] std::string rejected_text(std::size_t index) const;
    [[nodiscard]] std::string where(std::size_t index);
    void count_time(const RowTime& time);
    void count_place(const RowPlace& place);
};

}  // namespace salient::io
