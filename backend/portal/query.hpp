#pragma once
// Questions in an address, as people write them and as links carry them.
#include "base/day.hpp"
#include "base/result.hpp"
#include "portal/pages_html.hpp"

namespace cs::portal {

std::string value_of(const Query& query, const std::string& name);    // trimmed, "" when absent
std::string address(std::string path, const Query& query);            // empty values are left out
// "on": 30/06/2025 or 2025-06-30. Refuses portal.bad_day.
Result<Day> day_asked(const Query& query, Day otherwise);

}    // namespace cs::portal
