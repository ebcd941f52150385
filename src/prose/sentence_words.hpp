#pragma once

#include <string>
#include <unordered_set>

namespace salient::prose {

// Words that decide whether a full stop ends a sentence, lower case, in English, Ukrainian and Russian.

using Words = std::unordered_set<std::string>;

/// Words that a full stop shortens and that stand in front of a name or number: no sentence ends at them.
[[nodiscard]] const Words& never_end();
/// Abbreviations that often do end a sentence: only a lower-case word or a number behind them says otherwise.
[[nodiscard]] const Words& may_end();
/// A unit or a year behind a number ("2022 р.", "5 км."), something in front of a name otherwise ("р. Дніпро", "м. Суджа").
[[nodiscard]] const Words& by_number();
/// Words that start sentences and hardly ever names.
[[nodiscard]] const Words& starters();

}  // namespace salient::prose
