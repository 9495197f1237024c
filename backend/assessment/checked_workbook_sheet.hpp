#pragma once
// What the makers of forms share.
#include "assessment/checked_workbook.hpp"
#include "platform/sheet/form.hpp"

namespace cs::assessment {

bool has_open_cell(const sheet::Form& form);
// Faults and remarks of the reading, and where the table stands.
void take(CheckedWorkbook& checked, const sheet::FilledForm& filled);
// One more fault, beside that cell.
void add_fault(CheckedWorkbook& checked, const sheet::Place& place, Fault fault);

}    // namespace cs::assessment
