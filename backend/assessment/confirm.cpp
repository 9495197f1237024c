#include <algorithm>

#include "assessment/take_step.hpp"
#include "audit/journal.hpp"
#include "base/text.hpp"

namespace cs::assessment {
namespace {

using Faults = std::vector<Fault>;

access::Operation operation_of(ConfirmationKind kind, ConfirmationAction action) {
    using Op = access::Operation;
    if (action == ConfirmationAction::hold) return Op::hold_confirmation;
    switch (kind) {
        case ConfirmationKind::debt: return Op::confirm_debt;
        case ConfirmationKind::security: return Op::confirm_security;
        case ConfirmationKind::survey: return Op::record_survey;
        case ConfirmationKind::opinion: return Op::give_opinion;
    }
    CS_CHECK(false);
}

bool speaks_for(const access::Actor& actor, const UnitId& office, access::Operation operation) {
    return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const access::Grant& grant) {
        return grant.unit == office && access::permission(operation).roles.has(grant.role);
    });
}

// The office in whose name he speaks: one that is in charge on some of these days and in which he holds a role of the operation.
std::optional<UnitId> office_of(const Moment& m, const Dossier& dossier, ConfirmationKind kind, access::Operation operation, const Days& days) {
    auto speaking = voices(m.tx, dossier, days.last);
    for (const Voice& earlier : voices(m.tx, dossier, days.first)) speaking.push_back(earlier);
    for (const Voice& voice : speaking)
        if (voice.kind == kind && speaks_for(m.actor, voice.holder, operation)) return voice.holder;
    return std::nullopt;
}

struct Asking {
    access::Role role;
    UnitId office;
};
Result<Asking> allowed(const Moment& m, const Dossier& dossier, ConfirmationKind kind, ConfirmationAction action, const Days& days) {
    const access::Operation operation = operation_of(kind, action);
    CS_TRY(const access::Role role, access::may(m.actor, operation));
    const auto office = office_of(m, dossier, kind, operation, days);
    using enum ConfirmationNeed;
    Set<ConfirmationNeed> holds;
    const auto add = [&](ConfirmationNeed need, bool met) { holds.bits |= met ? Set<ConfirmationNeed>::bit(need) : 0; };
    add(dossier_open, takes_confirmations(dossier.state));
    add(in_charge, office.has_value());
    add(in_order, days.last <= m.today() && dossier.opened_on <= days.last);
    CS_TRY_DONE(confirmation_procedure.allow(ConfirmationState::awaited, action, {role}, holds));
    return Asking{role, *office};
}

void check_survey(const Confirmation& said, Faults& faults) {
    if (!said.counts) return faults.push_back({"confirmation.counts_missing", {}, "counts"});
    const SurveyCounts& c = *said.counts;
    if (c.satisfied < 0 || c.satisfied > c.answered || c.answered > c.asked || c.asked > c.households || c.answered == 0)
        faults.push_back({"confirmation.counts_turned", {}, "counts"});
    for (std::size_t i = 0; i < said.contents.size(); ++i) {
        const SurveyContent& content = said.contents[i];
        if (trim(content.content).empty() || content.satisfied < 0 || content.satisfied > content.answered || content.answered == 0)
            faults.push_back({"confirmation.content_faulty", {}, "contents[" + std::to_string(i) + "]"});
    }
}

void check_debt(const Confirmation& said, Faults& faults) {
    for (std::size_t i = 0; i < said.works.size(); ++i)
        if (trim(said.works[i].work).empty() || trim(said.works[i].volume).empty() || said.works[i].amount <= 0)
            faults.push_back({"confirmation.work_faulty", {}, "works[" + std::to_string(i) + "]"});
}

Done check(const Confirmation& said, Day today) {
    Faults faults;
    if (trim(said.paper.number).empty()) faults.push_back({"dossier.number_missing", {}, "number"});
    if (trim(said.paper.signer).empty()) faults.push_back({"dossier.signer_missing", {}, "signer"});
    if (said.on > today) faults.push_back({"dossier.day_in_future", {}, "day"});
    if (said.held && trim(said.note).empty()) faults.push_back({"dossier.note_missing", {}, "note"});
    if (!said.held && said.kind == ConfirmationKind::survey) check_survey(said, faults);
    if (!said.held && said.kind == ConfirmationKind::debt) check_debt(said, faults);
    const bool judged = said.kind == ConfirmationKind::security || said.kind == ConfirmationKind::opinion;
    if (!said.held && judged && !said.verdict) faults.push_back({"confirmation.verdict_missing", {}, "verdict"});
    if (!faults.empty()) return refuse("confirmation.faulty", std::move(faults));
    return {};
}

// Keeps what belongs to the kind and nothing else.
Confirmation stored(const Moment& m, Confirmation said, const UnitId& office) {
    said.holder = office;
    if (said.held || said.kind != ConfirmationKind::survey) said.counts.reset(), said.contents.clear();
    if (said.held || said.kind != ConfirmationKind::debt) said.works.clear();
    if (said.held || said.kind == ConfirmationKind::survey) said.verdict.reset();
    if (!said.held && said.kind == ConfirmationKind::debt) said.verdict = said.works.empty() ? Verdict::met : Verdict::not_met;
    said.at = m.now;
    said.by = m.actor.person;
    return said;
}

audit::Entry entry_of(const Dossier& d, const Confirmation& said) {
    std::vector<audit::Change> changes = {{"kind", std::nullopt, std::string(word_of(said.kind))},
                                          {"state", std::nullopt, said.held ? "held" : "given"},
                                          {"holder", std::nullopt, said.holder.text()}, {"number", std::nullopt, said.paper.number},
                                          {"day", std::nullopt, to_text(said.on)}, {"signer", std::nullopt, said.paper.signer}};
    if (said.verdict) changes.push_back({"verdict", std::nullopt, std::string(word_of(*said.verdict))});
    if (said.counts) {
        changes.push_back({"satisfied", std::nullopt, std::to_string(said.counts->satisfied) + "/" + std::to_string(said.counts->answered)});
        changes.push_back({"asked", std::nullopt, std::to_string(said.counts->asked) + "/" + std::to_string(said.counts->households)});
    }
    std::int64_t debt = 0;
    for (const DebtWork& work : said.works) debt += work.amount;
    if (debt > 0) changes.push_back({"debt", std::nullopt, dong_text(debt)});
    return {audit::Event::confirmation_given, "dossier", d.id.text(), std::move(changes), said.note};
}

}    // namespace

Result<Dossier> confirm(const Moment& m, const DossierId& id, const Confirmation& said) {
    CS_TRY(const Dossier dossier, seen_as(m.tx, id, std::nullopt));
    CS_TRY_DONE(check(said, m.today()));
    const auto action = said.held ? ConfirmationAction::hold : ConfirmationAction::give;
    CS_TRY(const Asking asking, allowed(m, dossier, said.kind, action, {said.on, said.on}));
    const Confirmation kept = stored(m, said, asking.office);
    ConfirmationStore(m.tx).add(id, kept);
    audit::record(m.tx, m.now, m.actor.by(asking.role), entry_of(dossier, kept));
    return dossier;
}

Done may_confirm(const Moment& m, const Dossier& dossier, ConfirmationKind kind, ConfirmationAction action) {
    CS_TRY_DONE(allowed(m, dossier, kind, action, {dossier.opened_on, m.today()}));
    return {};
}

std::vector<ConfirmationKind> awaited_from(const Moment& m, const Dossier& dossier) {
    std::vector<ConfirmationKind> kinds;
    if (!takes_confirmations(dossier.state)) return kinds;
    for (const Voice& voice : voices(m.tx, dossier, m.today()))
        if (voice.state() != ConfirmationState::given && speaks_for(m.actor, voice.holder, operation_of(voice.kind, ConfirmationAction::give)))
            kinds.push_back(voice.kind);
    return kinds;
}

}    // namespace cs::assessment
