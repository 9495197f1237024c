#pragma once
// Who may act upon a unit that is gone: its papers go on arriving (a decision of 2021 is entered in 2026), and the district
// authority ended while the subject did not (practice.md). It is judged by the units that all of it went into.
#include "access/permissions.hpp"
#include "platform/tx.hpp"

namespace cs::org {

// access::may for the unit itself while it stands, otherwise for every unit it became. Refuses what access::may refuses.
Result<access::Role> may_act_upon(Tx& tx, const access::Actor& actor, access::Operation operation, const UnitId& unit, Day today,
                                  const access::Tree& tree);

}    // namespace cs::org
