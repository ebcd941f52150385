#include "io/table_events.hpp"

#include "base/parallel.hpp"
#include "io/row_worker.hpp"
#include "io/unique_ids.hpp"

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

namespace salient::io {

namespace {

constexpr std::size_t kRowsWorthAPart = 5'000;
constexpr std::size_t kPartsPerCore = 20;  // a core that has other work too takes fewer of them
constexpr std::size_t kMaxParts = 100;
constexpr std::size_t kRowsBetweenChecks = 4096;

using Workers = std::vector<std::unique_ptr<RowWorker>>;

std::size_t part_count(const Table& table) {
    const std::size_t worth = table.row_count() / kRowsWorthAPart;
    const bool shared = !table.source || table.source->is_thread_safe();
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t most = cores == 1 ? 1 : std::min(cores * kPartsPerCore, kMaxParts);
    return shared ? std::clamp<std::size_t>(worth, 1, most) : 1;
}

void read_range(
    const TablePlan& plan,
    RowWorker& worker,
    base::IndexRange range,
    Progress* progress,
    const std::stop_token& stop) {
    std::size_t remembered = range.begin;
    for (std::size_t i = range.begin;
         i < range.end && worker.vertices <= plan.options.limits.vertices;
         ++i) {
        worker.add(i);
        if (i % kRowsBetweenChecks != 0) {
            continue;
        }
        plan.table.forget_rows(std::exchange(remembered, i), i);
        if (stop.stop_requested()) {
            return;
        }
        if (progress != nullptr) {
            progress->done += kRowsBetweenChecks;
        }
    }
}

/// Reads all rows, each worker a part of the table.
Workers read_rows(const TablePlan& plan, Progress* progress, const std::stop_token& stop) {
    const std::size_t rows = plan.table.row_count();
    Workers workers;
    for (std::size_t i = part_count(plan.table); i > 0; --i) {
        workers.push_back(std::make_unique<RowWorker>(plan));
    }
    const std::size_t count = workers.size();
    if (plan.options.keep_events) {
        for (const auto& worker : workers) {
            worker->events.reserve(rows / count + 1);
        }
    }
    base::for_each_index(count, [&](std::size_t part) {
        const base::IndexRange range{rows * part / count, rows * (part + 1) / count};
        read_range(plan, *workers[part], range, progress, stop);
    });
    return workers;
}

/// Columns that only rows outside the sample have. @return true when there are some
bool add_new_columns(const Workers& workers, Table& table) {
    const std::size_t before = table.columns.size();
    for (const auto& worker : workers) {
        for (const std::string& name : worker->new_columns) {
            (void)table.column_index(name);
        }
    }
    return table.columns.size() > before;
}

template <class Numbers>
void add_numbers(Numbers& into, const Numbers& other) {
    for (std::size_t i = 0; i < into.size(); ++i) {
        into.at(i) += other.at(i);
    }
}

void merge(ImportReport& into, ImportReport& part, std::size_t keep_rejected) {
    into.accepted += part.accepted;
    into.guessed += part.guessed;
    into.rejected += part.rejected;
    into.with_coords += part.with_coords;
    into.located += part.located;
    into.dated += part.dated;
    add_numbers(into.place_precision, part.place_precision);
    add_numbers(into.time_precision, part.time_precision);
    if (part.first_date) {
        into.first_date =
            into.first_date ? std::min(*into.first_date, *part.first_date) : *part.first_date;
        into.last_date =
            into.last_date ? std::max(*into.last_date, *part.last_date) : *part.last_date;
    }
    if (part.bbox && into.bbox) {
        into.bbox = geo::Box{
            std::min(into.bbox->west_deg, part.bbox->west_deg),
            std::min(into.bbox->south_deg, part.bbox->south_deg),
            std::max(into.bbox->east_deg, part.bbox->east_deg),
            std::max(into.bbox->north_deg, part.bbox->north_deg)};
    } else if (part.bbox) {
        into.bbox = part.bbox;
    }
    into.diagnostics.merge(part.diagnostics);
    for (RejectedRow& row : part.rejected_rows) {
        if (into.rejected_rows.size() < keep_rejected) {
            into.rejected_rows.push_back(std::move(row));
        }
    }
}

std::string rows_have(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " row has " : " rows have ");
}

/// Rows that have more or fewer cells than the header, told once for all threads.
void tell_odd_rows(
    std::size_t header_cells,
    const Workers& workers,
    base::Diagnostics& diagnostics) {
    OddRows all;
    for (const auto& worker : workers) {
        const OddRows& part = worker->odd_rows;
        all.too_short += part.too_short;
        all.too_long += part.too_long;
        all.first_where = all.first_where.empty() ? part.first_where : all.first_where;
    }
    if (all.too_short + all.too_long > 0) {
        diagnostics.warn(
            "csv.width",
            (all.too_short > 0 ? rows_have(all.too_short) + "fewer" : "")
                + (all.too_short > 0 && all.too_long > 0 ? ", " : "")
                + (all.too_long > 0 ? rows_have(all.too_long) + "more" : "")
                + " cells than the header (" + std::to_string(header_cells) + ")",
            all.first_where);
    }
}

void gather(
    const Table& table,
    std::size_t header_cells,
    Workers& workers,
    std::size_t keep_rejected,
    EventFile& out) {
    std::size_t rows = 0;
    for (const auto& worker : workers) {
        rows += worker->marks.size();
    }
    UniqueIds ids(table, rows, out);
    tell_odd_rows(header_cells, workers, out.report.diagnostics);
    for (const auto& worker : workers) {
        merge(out.report, worker->report, keep_rejected);
    }
    for (const auto& worker : workers) {
        ids.add(worker->marks, worker->events);
        out.events.append(std::move(worker->events));
    }
}

}  // namespace

base::Result<TableOutcome> add_table_events(
    Table& table,
    const ColumnMapping& mapping,
    const TableContext& context,
    EventFile& out) {
    base::Diagnostics diagnostics(20);
    const std::size_t header_cells = table.columns.size();
    const TablePlan plan(table, mapping, context.options, context.id_prefix, diagnostics);
    Workers workers = read_rows(plan, context.progress, context.stop);
    if (context.stop.stop_requested()) {
        return base::Error{base::ErrorCode::Cancelled, "Reading was cancelled", ""};
    }
    std::uint64_t vertices = 0;
    for (const auto& worker : workers) {
        vertices += worker->vertices;
    }
    if (vertices > context.options.limits.vertices) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The file has more than " + std::to_string(context.options.limits.vertices)
                + " vertices; raise --max-vertices to read it",
            ""};
    }
    if (add_new_columns(workers, table) && table.source) {
        if (auto source = table.source->with_columns(table.columns)) {
            table.source = std::move(source);
            return TableOutcome::NewColumns;
        }
    }
    out.report.diagnostics.merge(diagnostics);
    gather(table, header_cells, workers, context.options.keep_rejected, out);
    return TableOutcome::Added;
}

}  // namespace salient::io
