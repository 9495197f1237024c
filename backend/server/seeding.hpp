#pragma once
// The worlds a new database can be filled with: "empty" (the country's units, Bắc Ninh's reorganisations, the shipped
// criteria sets) and "demo" (besides: invented people, units and papers).
#include <string>

#include "base/day.hpp"
#include "base/result.hpp"
#include "platform/tx.hpp"

namespace cs::server {

Done seed_world(Tx& tx, const Clock& clock, const std::string& world);

}    // namespace cs::server
