#pragma once
// A score sheet as a workbook at the stage its scorer may score: made, filled in without a network, checked, loaded back through
// save_scores, all or nothing. What it is made of stands in score_form_sheet.hpp; nobody else knows spreadsheets.
#include "assessment/checked_workbook.hpp"
#include "scoring/score_commands.hpp"

namespace cs::scoring {

// Refuses score.sheet_unknown, what may_score refuses, score.workbook_nothing_open (none of the leaves is his).
Result<assessment::MadeWorkbook> score_workbook(const Moment& m, const ScoreSheetId& id);

struct ScoreWorkbookPlan : assessment::CheckedWorkbook {
    std::vector<ScoreInput> cells = {};    // to be saved
};
// The dry run. Refuses what platform/sheet's FormFile refuses, score.workbook_of_other_round {round},
// score.workbook_of_other_unit {unit}, score.workbook_other_table {theirs, ours}, score.workbook_stage_passed {stage},
// score.workbook_other_stage {theirs, ours}, what may_score refuses, and what save_scores refuses as a whole. Faults:
// sheet.form_*, those of a cell's own kind, scoring.* and score.* of what is given, score.workbook_agree_and_value,
// score.workbook_reason_alone.
Result<ScoreWorkbookPlan> check_score_workbook(const Moment& m, const ScoreSheetId& id, const std::string& bytes);
// The same, saved. Refuses score.workbook_refused with every fault, score.workbook_unchanged.
Result<SavedScores> load_score_workbook(const Moment& m, const ScoreSheetId& id, const std::string& bytes);

}    // namespace cs::scoring
