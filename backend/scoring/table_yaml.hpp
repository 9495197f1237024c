#pragma once
// Reader and validator of a scoring table (schema_version 1, docs/domain/scoring-table.md).
#include <string_view>

#include "base/result.hpp"
#include "scoring/table.hpp"

namespace cs::scoring {

// Refuses "scoring.table_refused" with every fault, each with its path and physical line: malformed YAML, unknown or
// repeated keys, an id given twice, points off the step, a parent that is not the sum of its children, a rule without what
// it needs, a class below the next, a tie rule that names nothing. What the paper itself says wrongly (a printed sum that
// is not the sum) is no fault: it stands in `warnings`.
Result<Table> read_table(std::string_view yaml);

}    // namespace cs::scoring
