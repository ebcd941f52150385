#pragma once

#include "app/content.hpp"
#include "io/column_mapping.hpp"
#include "session/command.hpp"
#include "ui/inputs.hpp"

#include <string>

namespace salient::app {

/// What a file gave, for the import report; what the store did with it is not in it yet.
[[nodiscard]] ui::ImportRow import_row(const Loaded& loaded);
/// No column was taken for the date or the position, or nothing tells the order of day and month: a person should look.
[[nodiscard]] bool wants_a_look(const io::ImportReport& import);
/// One line for a notice: "events.csv: 1,200 events added".
[[nodiscard]] std::string summary_text(const ui::ImportRow& row);
/// The whole report as text.
[[nodiscard]] std::string report_text(const ui::ImportRow& row);
/// The rejected rows, each after a line with its number and reason.
[[nodiscard]] std::string rejected_text(const ui::ImportRow& row);

/// The mapping that the user chose.
[[nodiscard]] io::ColumnMapping mapping_of(const session::MapColumns& command);

}  // namespace salient::app
