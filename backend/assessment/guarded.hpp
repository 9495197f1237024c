#pragma once
// Defence, militia and security are told by "đạt" or "không đạt" and the paper's number alone (state secrets): no figure and
// no explanation of theirs is printed. The sets mark them by their names only.
#include "criteria/set.hpp"

namespace cs::assessment {

bool is_guarded(const criteria::Criterion& criterion);
bool is_guarded(const criteria::CriteriaSet& set, const std::string& indicator);    // or its criterion is

}    // namespace cs::assessment
