#include "assessment/council_steps.hpp"

namespace cs::assessment {
namespace {

struct Taken {
    DossierAction dossier;
    WithdrawalAction withdrawal;
};

// The same step of either procedure, by whichever the id belongs to.
Done take(const Moment& m, const DossierId& id, const Taken& action, const StepForm& given, bool provisional) {
    const Days days{given.on, given.on};
    CS_TRY(const CouncilMatter matter, council_matter(m.tx, id));
    if (matter.kind == CaseKind::recognition) {
        CS_TRY(const Dossier dossier, seen_as(m.tx, id, std::nullopt));
        CS_TRY(const StepForm form, read(form_of(action.dossier), given, m.today()));
        CS_TRY(const DossierFacts facts, facts_of(m, dossier, days));
        CS_TRY(const access::Role role, allowed(m, dossier, action.dossier, facts));
        CS_TRY_DONE(write_step(m, dossier, action.dossier, role, form, provisional));
        return {};
    }
    CS_TRY(const WithdrawalCase asked, withdrawal_seen_as(m.tx, id, std::nullopt));
    CS_TRY(const StepForm form, read(form_of(action.withdrawal), given, m.today()));
    CS_TRY(const access::Role role, allowed(m, asked, action.withdrawal, facts_of(m, asked, days)));
    CS_TRY_DONE(write_step(m, asked, action.withdrawal, role, form));
    return {};
}

}    // namespace

Result<CouncilMatter> council_matter(Tx& tx, const DossierId& id) {
    if (const auto dossier = DossierStore(tx).find(id)) return CouncilMatter{CaseKind::recognition, *dossier};
    if (const auto asked = DossierStore(tx).find_withdrawal(id)) return CouncilMatter{CaseKind::withdrawal, *asked};
    return refuse(Problem::not_found, "dossier.unknown");
}

std::vector<CouncilMatter> ready_for_council(const Moment& m) {
    std::vector<CouncilMatter> all;
    for (const Dossier& d : DossierStore(m.tx).recognitions())
        if (d.state == DossierState::appraised && may_step(m, d, DossierAction::take_to_council)) all.push_back({CaseKind::recognition, d});
    for (const WithdrawalCase& w : DossierStore(m.tx).withdrawals())
        if (w.state == WithdrawalState::explained && may_step(m, w, WithdrawalAction::take_to_council)) all.push_back({CaseKind::withdrawal, w});
    return all;
}

Done take_to_council(const Moment& m, const DossierId& id, const StepForm& invitation) {
    return take(m, id, {DossierAction::take_to_council, WithdrawalAction::take_to_council}, invitation, false);
}

Done approve_by_council(const Moment& m, const DossierId& id, const StepForm& minutes, bool provisional) {
    return take(m, id, {DossierAction::approve, WithdrawalAction::approve}, minutes, provisional);
}

Done return_from_council(const Moment& m, const DossierId& id, const StepForm& minutes) {
    return take(m, id, {DossierAction::return_from_council, WithdrawalAction::return_from_council}, minutes, false);
}

}    // namespace cs::assessment
