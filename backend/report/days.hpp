#pragma once
// The days worth stopping at when one slides through time under a boundary: ends of years, the eve and the day of each
// reorganisation that touched its units, the day of the Plan, today.
#include <vector>

#include "org/boundary.hpp"

namespace cs::report {

enum class Turning : unsigned char { year_end, plan_issued, eve, reorganisation, today };

struct TurningDay {
    Day day;
    Turning why;
};

std::vector<TurningDay> turning_days(const org::Forest& forest, const org::Boundary& boundary, Day today);    // by day, none twice

}    // namespace cs::report
