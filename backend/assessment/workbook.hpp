#pragma once
// The unit's own workbook of its yearly sheet: made, filled in without a network, checked, loaded back through save_cells,
// all or nothing. What it is made of stands in workbook_form_sheet.hpp; nobody else knows spreadsheets.
#include "assessment/checked_workbook.hpp"
#include "assessment/commands.hpp"

namespace cs::assessment {

// Refuses assessment.sheet_unknown, access.not_your_unit, assessment.workbook_nothing_open (nothing may be changed now).
Result<MadeWorkbook> unit_workbook(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id);

struct WorkbookPlan : CheckedWorkbook {
    std::vector<CellInput> cells = {};    // to be saved
};
// The dry run. Refuses what platform/sheet's FormFile refuses, assessment.workbook_of_other_unit {unit},
// assessment.workbook_of_other_round {round}, assessment.workbook_other_version {theirs, ours}, and what save_cells refuses as a
// whole. Faults: sheet.form_*, those of a cell's own kind, criteria.* of a value, assessment.workbook_keep_and_value,
// assessment.workbook_note_alone.
Result<WorkbookPlan> check_workbook(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                    const std::string& bytes);
// The same, saved. Refuses assessment.workbook_refused with every fault, assessment.workbook_unchanged.
Result<SavedCells> load_workbook(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                 const std::string& bytes);

}    // namespace cs::assessment
