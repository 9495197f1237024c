#pragma once
// Everything the public page of a unit and its downloads tell.
#include <vector>

#include "org/store.hpp"

namespace cs::portal {

struct Told {
    std::vector<org::VersionRow> states;    // oldest first, never empty
    std::vector<org::LineageEnd> before, after;
    const org::UnitVersion& latest() const { return states.back().version; }
};

Result<Told> tell(Tx& tx, const UnitId& unit);    // org.unit_unknown_id

}    // namespace cs::portal
