#pragma once
// What stands above a unit on a day, and whether the district still is a level of government then: both are dated data.
#include <optional>
#include <string>
#include <vector>

#include "access/actor.hpp"
#include "base/day.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "platform/tx.hpp"

namespace cs::assessment {

struct Above {
    std::optional<UnitId> district;    // above a commune, while there are districts
    UnitId province;
    std::vector<UnitId> all;           // the unit itself and everything above it
};
// Refuses org.unit_unknown_id, org.unit_not_on_day and what the regime of government_structure refuses on that day.
Result<Above> above(Tx& tx, const UnitId& unit, Day day);

// A request in hand: who asks, when, over which tree of units.
struct Moment {
    Tx& tx;
    Instant now;
    const access::Actor& actor;
    const access::Tree& tree;
    Day today() const { return legal_day(now); }
};

}    // namespace cs::assessment
