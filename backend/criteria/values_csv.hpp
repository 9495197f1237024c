#pragma once
// Values of many units as CSV: unit,indicator,value,value_male,value_female,applicable. Yes/no: true false 1 0 đạt
// "không đạt" in any case. An empty cell is a missing value. Facts of alternative rules are rows "@name".
#include <string_view>
#include <vector>

#include "criteria/evaluation.hpp"

namespace cs::criteria {

// Units in the order they first appear. Refuses "criteria.values_refused" with every bad row by its physical line:
// criteria.unit_missing, criteria.indicator_unknown, criteria.pair_twice, criteria.value_not_yes_no,
// criteria.value_not_number, criteria.value_percent, criteria.value_negative, criteria.value_not_in_scale,
// criteria.sexes_not_asked, criteria.applicable_not_allowed, criteria.applicable_word, criteria.whole_and_parts.
Result<std::vector<UnitValues>> read_values(const Plan& plan, std::string_view csv);

}    // namespace cs::criteria
