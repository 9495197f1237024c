#pragma once
// The demonstration's half-year and year-end reports: some sent in time, one late, the others not at all.
#include "base/day.hpp"
#include "base/result.hpp"
#include "platform/tx.hpp"

namespace cs::server {

Done seed_reports(Tx& tx, Instant now);

}    // namespace cs::server
