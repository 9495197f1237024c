#pragma once
// The demonstration's standings, targets and denominators (demo/recognitions.tsv, targets.tsv, denominators.tsv).
#include "base/day.hpp"
#include "base/result.hpp"
#include "platform/tx.hpp"

namespace cs::server {

// `tx` has the units and the people of the demonstration already.
Done add_demo_board(Tx& tx, const Clock& clock);

}    // namespace cs::server
