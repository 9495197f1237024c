#pragma once
// The demonstration's agreement of 2025: a scoring table of the invented district, seven communes that registered their targets, one
// that has not signed, and the paper that names the holder since there is no district. Told through the use cases.
#include "base/day.hpp"
#include "base/result.hpp"
#include "platform/tx.hpp"

namespace cs::server {

Done seed_agreement(Tx& tx, Instant now);

}    // namespace cs::server
