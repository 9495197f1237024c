#pragma once
// What the form of each step asks for, as a table; a step keeps nothing its form does not ask for.
#include "assessment/dossier.hpp"

namespace cs::assessment {

struct FormRow {
    bool posting = false;       // first and last day
    bool vote = false;          // present, in favour, against
    bool may_vote = false;      // the same, where there was one
    bool conclusion = false;    // of a residential area: met or not met
    bool requests = false;      // what is to be completed, and by when
    bool note = false;          // a reason
    bool due = false;           // a day for an answer
    bool day_known = true;      // false: the day of the paper may be unknown
};
FormRow form_of(DossierAction action);
FormRow form_of(WithdrawalAction action);

// Well formed? Answers the form with only what is asked. Refuses dossier.step_faulty with dossier.number_missing,
// dossier.signer_missing, dossier.day_missing, dossier.day_in_future, dossier.posting_missing, dossier.posting_turned,
// dossier.vote_missing, dossier.votes_exceed, dossier.conclusion_missing, dossier.requests_missing, dossier.due_missing,
// dossier.due_not_ahead, dossier.note_missing.
Result<StepForm> read(const FormRow& asked, StepForm form, Day today);

}    // namespace cs::assessment
