#pragma once
// What the appraisal council does to a dossier or to a case of withdrawal. The council's module decides quorum and vote and leaves the
// journal's entry of the session, which names every dossier; these only take the step.
#include "assessment/withdrawal.hpp"

namespace cs::assessment {

// A line of an agenda.
struct CouncilMatter {
    CaseKind kind;
    CaseHead head;
};
Result<CouncilMatter> council_matter(Tx& tx, const DossierId& id);    // dossier.unknown

// Everything a secretary may put on an agenda now.
std::vector<CouncilMatter> ready_for_council(const Moment& m);

Done take_to_council(const Moment& m, const DossierId& id, const StepForm& invitation);
// `minutes.vote` was counted by the council, its `needed` is the threshold of the council.
Done approve_by_council(const Moment& m, const DossierId& id, const StepForm& minutes, bool provisional);
// The vote was missed, or the matter was taken off the agenda: the note says which.
Done return_from_council(const Moment& m, const DossierId& id, const StepForm& minutes);

}    // namespace cs::assessment
