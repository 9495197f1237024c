#pragma once
// The demonstration's recognitions in "Tỉnh Minh Họa": who confirms what, an appraisal council, a commune recognised while there was a
// district, one that prepares its dossier without one, a residential area before the province, and two standings at risk. Everything
// goes through the use cases that people use, each step at its own time.
#include "base/day.hpp"
#include "base/result.hpp"
#include "platform/tx.hpp"

namespace cs::server {

Done seed_recognitions(Tx& tx, Instant now);

}    // namespace cs::server
