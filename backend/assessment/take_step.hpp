#pragma once
// The one way a dossier moves: the step is written with its paper, the head follows.
#include "assessment/dossier_facts.hpp"

namespace cs::assessment {

// By the unit, the district or the province, as they stood on that day.
Result<UnitId> in_whose_name(const Moment& m, const Dossier& dossier, access::Role role, Day day);

// The dossier after `action`, written with its step; whoever calls leaves the journal's entry. Refuses dossier.stale.
Result<PastStep> write_step(const Moment& m, const Dossier& dossier, DossierAction action, access::Role role, const StepForm& form,
                            bool provisional);

Result<Dossier> seen_as(Tx& tx, const DossierId& id, std::optional<std::int64_t> seen);    // dossier.unknown, dossier.stale

}    // namespace cs::assessment
