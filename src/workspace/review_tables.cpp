#include "events/types.hpp"
#include "workspace/json_codec.hpp"
#include "workspace/table_codec.hpp"

#include <array>

namespace salient::workspace {

namespace {

constexpr std::array<Column, 3> kDecisions = {{
    {"event_id", ColumnType::Text},
    {"status", ColumnType::Text},
    {"made_at", ColumnType::Text},
}};
constexpr std::array<Column, 4> kEdits = {{
    {"event_id", ColumnType::Text},
    {"made_at", ColumnType::Text},
    {"before", ColumnType::Text},
    {"after", ColumnType::Text},
}};

std::vector<Row> decision_rows(const Contents& contents) {
    return each(contents.decisions, [](const Decision& decision) -> Row {
        return {
            decision.event_id,
            std::string(events::status_id(decision.status)),
            decision.made_at};
    });
}

std::vector<Row> edit_rows(const Contents& contents) {
    return each(contents.edits, [](const EditStep& step) -> Row {
        return {
            step.after.id,
            step.made_at,
            json_text(encode(step.before)),
            json_text(encode(step.after))};
    });
}

base::Status take_decision(const Row& row, Contents& contents) {
    const auto status = events::status_from_id(text_of(row[1]));
    if (!status) {
        return bad_row("Expected a review status, found \"" + text_of(row[1]) + "\"");
    }
    contents.decisions.push_back({text_of(row[0]), *status, text_of(row[2])});
    return base::Done{};
}

base::Status take_edit(const Row& row, Contents& contents) {
    EditStep step;
    step.made_at = text_of(row[1]);
    auto status = decoded(text_of(row[2]), step.before);
    if (status) {
        status = decoded(text_of(row[3]), step.after);
    }
    if (status) {
        contents.edits.push_back(std::move(step));
    }
    return status;
}

}  // namespace

const TableCodec& decisions_table() {
    static constexpr TableCodec kCodec = {
        {"salient_decisions", "Salient: review decisions", kDecisions},
        decision_rows,
        take_decision};
    return kCodec;
}

const TableCodec& edits_table() {
    static constexpr TableCodec kCodec = {
        {"salient_edits", "Salient: changes of events", kEdits},
        edit_rows,
        take_edit};
    return kCodec;
}

}  // namespace salient::workspace
