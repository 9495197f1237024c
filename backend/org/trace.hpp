#pragma once
// What reorganisations leave in the journal: one entry, seen in the history of every unit they touch.
#include "audit/journal.hpp"
#include "org/plan.hpp"

namespace cs::org {

audit::Entry entry_of(const Plan& plan);

}    // namespace cs::org
