#include "assessment/letters.hpp"
#include "assessment/take_step.hpp"
#include "audit/journal.hpp"

namespace cs::assessment {
namespace {

Recognition recognition_of(const Dossier& d, const StepForm& f, Instant now) {
    return {RecognitionId::born(now), d.unit, d.area, d.standing, d.field, d.year, {f.paper.number, f.paper.day, f.paper.signer},
            f.on, "cs.standing_by_decision", "dossier", law::Confidence::verified, d.id};
}

}    // namespace

Result<Recognition> decide_dossier(const Moment& m, const DossierId& id, const StepForm& given, std::optional<std::int64_t> seen) {
    CS_TRY(const Dossier dossier, seen_as(m.tx, id, seen));
    CS_TRY(const StepForm form, read(form_of(DossierAction::decide), given, m.today()));
    CS_TRY(const DossierFacts facts, facts_of(m, dossier, {form.on, form.on}));
    CS_TRY(const access::Role role, allowed(m, dossier, DossierAction::decide, facts));
    CS_TRY(const Conditions conditions, conditions_of(m.tx, m.tree, dossier, m.now));
    CS_TRY(const Recognition made, add_recognition(m.tx, m.now, m.actor.by(role), recognition_of(dossier, form, m.now)));
    Dossier decided = dossier;
    decided.recognition = made.id;
    CS_TRY_DONE(write_step(m, decided, DossierAction::decide, role, form, is_provisional(conditions)));
    tell_decided(m, decided);
    return made;
}

}    // namespace cs::assessment
