#pragma once
// What people do with recognition dossiers. Each leaves one journal entry, or nothing when refused: by the permission table, by the
// unit's territory, by dossier.no_such_step, dossier.need.*, dossier.step_faulty (step_form.hpp), dossier.stale.
#include "access/duty.hpp"
#include "access/permissions.hpp"
#include "assessment/condition_facts.hpp"
#include "assessment/step_form.hpp"
#include "assessment/territory.hpp"

namespace cs::assessment {

access::Operation operation_of(DossierAction action);

struct NewDossier {
    UnitId unit;
    Standing standing;
    std::string area, field;    // of a residential area; in which a model stands out
    int year;                   // for which it is to be recognised
    Day on;                     // opened, also in the past: a dossier kept on paper until now
};
// Refuses law.regime_* when nobody knows how standings were given on that day, dossier.standing_not_of_unit, dossier.area_missing,
// dossier.area_not_asked, dossier.day_in_future besides.
Result<Dossier> open_dossier(const Moment& m, const NewDossier& wanted);

// Every step that only has a paper and its form; the commune's meeting goes on or back by its vote. `seen` is the version read.
Result<Dossier> take_step(const Moment& m, const DossierId& id, DossierAction action, const StepForm& form,
                          std::optional<std::int64_t> seen = std::nullopt);

// The last step but one: the decision, which alone gives the standing, enters the register. `on` of the form is the day from which
// it counts. Refuses besides what assessment::add_recognition refuses.
Result<Recognition> decide_dossier(const Moment& m, const DossierId& id, const StepForm& form,
                                   std::optional<std::int64_t> seen = std::nullopt);

// May he take this step, on some day between the last step and today? For the buttons of a screen.
Done may_step(const Moment& m, const Dossier& dossier, DossierAction action);
Done may_see(const Moment& m, const Dossier& dossier);    // within his scope, or his office speaks in it
Done may_open(const Moment& m, const UnitId& unit);

// ---- What the dossier waits for

// The offices that must speak: by their charge on that day, and the departments in charge of the set's criteria.
std::vector<Voice> voices(Tx& tx, const CaseHead& dossier, Day day);
bool all_given(const std::vector<Voice>& voices, Set<ConfirmationKind> kinds);    // each kind by at least one, none on hold
// Who holds the dossier in this state on that day.
Result<UnitId> holder_of(Tx& tx, const Dossier& dossier, Day day);

// What waits for a person: the next step of a dossier or of a withdrawal he may take, the word his office still owes.
std::vector<access::Duty> recognition_duties(const Moment& m);

// ---- Confirmations

// One of debt, security, survey, opinion, or a hold of one. Refuses confirmation.no_such_step, confirmation.need.*,
// confirmation.faulty with the faults of its form.
Result<Dossier> confirm(const Moment& m, const DossierId& id, const Confirmation& said);
Done may_confirm(const Moment& m, const Dossier& dossier, ConfirmationKind kind, ConfirmationAction action);
// What his offices have still to say of it, or have put on hold.
std::vector<ConfirmationKind> awaited_from(const Moment& m, const Dossier& dossier);

// Which office speaks for a territory, by a paper. The Front asks the households, never an office of the Uỷ ban: refuses
// confirmation.survey_not_by_front, confirmation.office_is_territory, confirmation.charge_stands, confirmation.paper_missing.
Result<RecognitionCharge> add_recognition_charge(const Moment& m, RecognitionCharge charge);
Result<RecognitionCharge> add_recognition_charge(Tx& tx, Instant now, const audit::By& by, RecognitionCharge charge);
Done end_recognition_charge(const Moment& m, const ChargeOfRecognitionId& id, Day until);    // confirmation.charge_unknown

// The province's own pass mark. Refuses confirmation.mark_faulty, confirmation.mark_stands.
Result<SatisfactionMark> enter_satisfaction_mark(const Moment& m, SatisfactionMark mark);
Result<SatisfactionMark> enter_satisfaction_mark(Tx& tx, Instant now, const audit::By& by, SatisfactionMark mark);

}    // namespace cs::assessment
