#pragma once
#include <string>

#include "country.hpp"

namespace bench {

// The same March as the workbook an office would keep: a column for each leaf and stage, the last filled stage counts, points,
// totals and places by formulas. Classes, quotas and reasons are left to a person there. Throws when it cannot be written.
void write_workbook(const Country& country, const std::string& path);

}    // namespace bench
