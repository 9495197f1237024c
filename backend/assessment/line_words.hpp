#pragma once
// Thresholds, values and verdicts as the papers say them: printed forms and workbooks share these words.
#include <string>

#include "assessment/sheet.hpp"
#include "criteria/evaluation.hpp"

namespace cs::assessment {

std::string verdict_text(criteria::Verdict verdict);
std::string limit_text(const criteria::LeafVerdict& leaf);
// The value of a line as a person reads it: "98,5", "nam 98, nữ 97", "Đạt".
std::string value_text(const criteria::Indicator& indicator, const Line& line);

}    // namespace cs::assessment
