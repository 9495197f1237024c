#pragma once
// Whose evidence is it today, and who may do what with it. A unit that merged is gone on the day; its store goes on with
// whoever it went on as, and the people of those may do what its own people might.
#include "access/permissions.hpp"
#include "assessment/evidence_store.hpp"

namespace cs::assessment {

// `unit` itself and the units that are gone and went on as it: their evidence is its store.
std::vector<UnitId> stores_of(Tx& tx, const UnitId& unit, Day today);
// access::may over the unit or whoever it went on as.
Result<access::Role> may_over(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree, access::Operation operation,
                              const UnitId& unit);

tl::unexpected<Refusal> evidence_unknown();
// Visible, and what `operation` is allowed over it.
struct Permitted {
    Evidence evidence;
    access::Role role;
};
Result<Permitted> permitted(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree, access::Operation operation,
                            const EvidenceId& id);
// Refuses evidence.purged, and evidence.replaced.
Done still_there(const Evidence& evidence);
Done still_offered(const Evidence& evidence);

}    // namespace cs::assessment
