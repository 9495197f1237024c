#pragma once
// What counts of a sheet: pure functions of the table, the stages of the round and the cells. The same rule as read_sheets()
// applies to the CSV of all stages; a contract test holds one to the other.
#include "scoring/score_sheet.hpp"

namespace cs::scoring {

// By index of Table::leaves; up to the stage `last` (a position of the round). Nothing before the unit has sent.
std::vector<Given> effective(const Table& table, const std::vector<RoundStage>& stages, const Cells& cells, int last);

// One text for all leaves: "" nothing, "s950" a score in hundredths, "a12" an actual, "p100a98.5" with a plan; parted by ';'.
std::string packed(const std::vector<Given>& leaves);
std::vector<Given> unpacked(std::string_view text, std::size_t leaves);

// The leaves a stage must have scored before it can be confirmed: those of the tree, and whatever the stage before scored; of a
// field only its own.
std::vector<std::string> unscored(const Table& table, const std::vector<RoundStage>& stages, const Cells& cells, int position);
// The leaves whose stage says something else than the last one before it that said anything, without a reason.
std::vector<std::string> without_reason(const Table& table, const Cells& cells, int position);

// What stands in the cell of `leaf` at the last stage before `position` that says anything; null: nothing.
const ScoreCell* before(const Cells& cells, int position, const std::string& leaf);

}    // namespace cs::scoring
