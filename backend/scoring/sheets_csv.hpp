#pragma once
// Score sheets as CSV: unit,cluster,item,stage,score,plan,actual,reason. A row whose item begins with @ carries a fact in
// `actual`: @knock_out:<id> and @hold:<id> (a number, yes or no, or “unconfirmed”), @late_days, @last_year (total),
// @council_place, @adjusted_place (its minutes in `reason`).
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "scoring/sheets.hpp"

namespace cs::scoring {

// Units in the order of their names' bytes, so that shuffled rows give the same. Refuses "scoring.sheets_refused" with
// every bad row by its physical line: scoring.unit_missing, scoring.cluster_missing, scoring.two_clusters {unit},
// scoring.item_unknown, scoring.item_not_leaf, scoring.stage_unknown, scoring.row_twice {line}, scoring.not_a_number,
// scoring.fact_unknown, scoring.fact_in_actual, scoring.fact_twice, scoring.not_yes_no, scoring.not_whole,
// scoring.minutes_missing, scoring.reason_missing, scoring.leaf_missing {unit, id, stage}, scoring.not_by_field, and what
// fault_of() says.
Result<std::vector<UnitSheet>> read_sheets(const Table& table, std::string_view csv);

}    // namespace cs::scoring
