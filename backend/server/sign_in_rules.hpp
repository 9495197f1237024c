#pragma once
// Lock-out and session ends are dated parameters (law/parameters.tsv), not constants.
#include "access/session.hpp"
#include "base/result.hpp"

namespace cs::server {

// Refuses what law::Parameters refuses when a day has no value.
Result<access::SignInRules> sign_in_rules(Day today, bool demo);

}    // namespace cs::server
