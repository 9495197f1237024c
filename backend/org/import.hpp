#pragma once
// Reads a file of new units: CSV with the header unit,code,name,kind,parent,rural,region,from,until. Rows with the same
// `unit` (a word of the file's own; empty: the code) are states of one unit. `parent` is such a word, or the code of a
// unit already recorded, on the row's first day. `until` is exclusive and may be empty; an empty `rural` follows the
// kind.
#include <string>
#include <string_view>
#include <vector>

#include "org/plan.hpp"

namespace cs::org {

// All or nothing. Refuses org.import_faulty with the row of each fault: csv.* of base/csv.hpp, org.row_empty,
// org.bad_cell, org.kind_unknown, org.before_records, org.until_before_from, org.two_parents, org.state_twice,
// org.code_twice, org.code_taken, org.parent_unknown, org.parent_missing, org.parent_not_yet,
// org.child_outlives_parent, org.wrong_level, org.cycle.
Result<std::vector<UnitVersion>> read_import(const Forest& known, std::string_view csv, const Ids& ids);

}  // namespace cs::org
