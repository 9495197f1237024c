#include <algorithm>

#include "assessment/withdrawal.hpp"
#include "audit/journal.hpp"
#include "law/law.hpp"

namespace cs::assessment {
namespace {

audit::Entry entry_of(const WithdrawalCase& c, const PastStep& s) {
    return {audit::Event::withdrawal_moved, "dossier", c.id.text(),
            {{"state", std::string(word_of(c.state)), s.to}, {"step", std::nullopt, s.action}, {"day", std::nullopt, to_text(s.said.on)},
             {"number", std::nullopt, s.said.paper.number}, {"signer", std::nullopt, s.said.paper.signer}, {"holder", std::nullopt, s.holder.text()}},
            s.said.note};
}

audit::Entry entry_of(const WithdrawalCase& c, const Recognition& r, const StepForm& f) {
    return {audit::Event::recognition_withdrawn, "recognition", r.id.text(),
            {{"unit", std::nullopt, r.unit.text()}, {"standing", std::nullopt, std::string(word_of(r.standing))},
             {"number", std::nullopt, f.paper.number}, {"day", std::nullopt, to_text(*f.paper.day)},
             {"signer", std::nullopt, f.paper.signer}, {"ends_on", std::nullopt, to_text(f.on)}},
            "", {{"unit", r.unit.text()}, {"dossier", c.id.text()}}};    // the ground is internal, the unit's history is not
}

Result<Recognition> recognition_of(Tx& tx, const RecognitionId& id) {
    const auto found = RegisterStore(tx).find(id);
    if (!found) return refuse(Problem::not_found, "withdrawal.recognition_unknown");
    return *found;
}

WithdrawalCase asked_for(const Moment& m, const Recognition& r, const std::string& regime, Day on) {
    return {{DossierId::born(m.now), r.unit, r.area, r.standing, r.field, r.year, "", r.id, regime, on, on, std::nullopt, std::nullopt, 0, 1, m.now},
            WithdrawalState::none};
}

}    // namespace

Set<WithdrawalNeed> met(const WithdrawalFacts& f) {
    using enum WithdrawalNeed;
    const std::pair<WithdrawalNeed, bool> all[] = {{recognition_in_force, f.in_force}, {nothing_else_open, f.alone}, {rule_fires, f.fires},
                                                   {in_order, f.in_order}, {day_passed, f.day_passed}, {vote_reached, f.vote_reached}};
    Set<WithdrawalNeed> set;
    for (const auto& [need, holds] : all)
        if (holds) set.bits |= Set<WithdrawalNeed>::bit(need);
    return set;
}

WithdrawalFacts facts_of(const Moment& m, const WithdrawalCase& asked, const Days& days) {
    WithdrawalFacts facts;
    const auto recognition = RegisterStore(m.tx).find(*asked.recognition);
    facts.in_force = recognition && recognition->counts_on(days.last);
    facts.in_order = asked.last_on <= days.first && days.last <= m.today();
    facts.day_passed = asked.due_on && *asked.due_on < days.last;
    if (asked.state != WithdrawalState::none) return facts;
    const auto others = DossierStore(m.tx).withdrawals();
    facts.alone = std::none_of(others.begin(), others.end(), [&](const WithdrawalCase& c) { return c.recognition == asked.recognition && is_open(c.state); });
    const auto found = recognition ? risk_of(m.tx, *recognition, days.last, m.now) : std::nullopt;
    facts.fires = found && found->risk.certain != RiskRule::none;
    return facts;
}

Result<access::Role> allowed(const Moment& m, const WithdrawalCase& asked, WithdrawalAction action, const WithdrawalFacts& facts) {
    CS_TRY(const access::Role role, access::may(m.actor, operation_of(action), asked.unit, asked.last_on, m.tree));
    CS_TRY_DONE(withdrawal_procedure.allow(asked.state, action, {role}, met(facts)));
    return role;
}

Result<WithdrawalCase> withdrawal_seen_as(Tx& tx, const DossierId& id, std::optional<std::int64_t> seen) {
    CS_TRY(const WithdrawalCase found, DossierStore(tx).find_withdrawal(id));
    DossierStore(tx).lock(found.unit);
    CS_TRY(WithdrawalCase asked, DossierStore(tx).find_withdrawal(id));
    if (seen && *seen != asked.version) return refuse(Problem::stale, "dossier.stale");
    return asked;
}

Result<PastStep> write_step(const Moment& m, const WithdrawalCase& asked, WithdrawalAction action, access::Role role, const StepForm& form) {
    const auto* row = withdrawal_procedure.find(asked.state, action);
    CS_CHECK(row != nullptr);
    CS_TRY(const Above over, above(m.tx, asked.unit, form.on));
    const bool by_unit = role == access::Role::unit_clerk || role == access::Role::unit_head;
    WithdrawalCase after = asked;
    after.state = row->to;
    after.last_on = form.on;
    after.due_on = form.due_on;
    after.steps = asked.steps + 1;
    PastStep step{after.steps, std::string(word_of(action)), std::string(word_of(row->to)), form, by_unit ? asked.unit : over.province};
    step.at = m.now;
    step.by = m.actor.person;
    if (!DossierStore(m.tx).step(after, step)) return refuse(Problem::stale, "dossier.stale");
    return step;
}

Result<WithdrawalCase> propose_withdrawal(const Moment& m, const RecognitionId& id, const StepForm& given) {
    CS_TRY(const Recognition recognition, recognition_of(m.tx, id));
    DossierStore(m.tx).lock(recognition.unit);
    CS_TRY(const StepForm form, read(form_of(WithdrawalAction::propose), given, m.today()));
    CS_TRY(const law::Regime regime, law::law().regimes.on("recognition", form.on));    // a rule nobody has shown decides nothing
    const WithdrawalCase asked = asked_for(m, recognition, regime.key, form.on);
    CS_TRY(const access::Role role, allowed(m, asked, WithdrawalAction::propose, facts_of(m, asked, {form.on, form.on})));
    WithdrawalCase begun = asked;
    begun.state = WithdrawalState::proposed;    // written as such; the step says how it came to be
    DossierStore(m.tx).add(begun, m.actor.person);
    CS_TRY(const PastStep step, write_step(m, asked, WithdrawalAction::propose, role, form));
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(asked, step));
    return DossierStore(m.tx).find_withdrawal(asked.id);
}

Result<WithdrawalCase> take_withdrawal_step(const Moment& m, const DossierId& id, WithdrawalAction action, const StepForm& given,
                                            std::optional<std::int64_t> seen) {
    CS_TRY(const WithdrawalCase asked, withdrawal_seen_as(m.tx, id, seen));
    CS_TRY(const StepForm form, read(form_of(action), given, m.today()));
    CS_TRY(const access::Role role, allowed(m, asked, action, facts_of(m, asked, {form.on, form.on})));
    CS_TRY(const PastStep step, write_step(m, asked, action, role, form));
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(asked, step));
    return DossierStore(m.tx).find_withdrawal(id);
}

Result<WithdrawalCase> decide_withdrawal(const Moment& m, const DossierId& id, const StepForm& given, std::optional<std::int64_t> seen) {
    CS_TRY(const WithdrawalCase asked, withdrawal_seen_as(m.tx, id, seen));
    CS_TRY(const StepForm form, read(form_of(WithdrawalAction::decide), given, m.today()));
    if (form.on < *form.paper.day) return refuse("dossier.step_faulty", {{"withdrawal.ends_before_decision", {}, "on"}});
    CS_TRY(const Recognition recognition, recognition_of(m.tx, *asked.recognition));
    CS_TRY(const access::Role role, allowed(m, asked, WithdrawalAction::decide, facts_of(m, asked, {form.on, form.on})));
    CS_TRY_DONE(write_step(m, asked, WithdrawalAction::decide, role, form));
    RegisterStore(m.tx).withdraw(recognition.id, {{form.paper.number, form.paper.day, form.paper.signer}, form.on, form.note}, id, m.now, m.actor.person);
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(asked, recognition, form));
    return DossierStore(m.tx).find_withdrawal(id);
}

Done may_step(const Moment& m, const WithdrawalCase& asked, WithdrawalAction action) {
    CS_TRY_DONE(allowed(m, asked, action, facts_of(m, asked, {asked.last_on, m.today()})));
    return {};
}

Done may_propose(const Moment& m, const Recognition& recognition) {
    const WithdrawalCase asked = asked_for(m, recognition, "", m.today());
    CS_TRY_DONE(allowed(m, asked, WithdrawalAction::propose, facts_of(m, asked, {m.today(), m.today()})));
    return {};
}

Done may_see(const Moment& m, const WithdrawalCase& asked) {
    CS_TRY_DONE(access::may(m.actor, access::Operation::show_withdrawal, asked.unit, asked.last_on, m.tree));
    return {};
}

access::Operation operation_of(WithdrawalAction action) {
    using enum WithdrawalAction;
    using Op = access::Operation;
    switch (action) {
        case propose: return Op::propose_withdrawal;
        case explain: return Op::explain_withdrawal;
        case pass_over: return Op::close_explanation;
        case take_to_council: return Op::plan_council_session;
        case approve: return Op::close_council_session;
        case return_from_council: return Op::cancel_council_session;
        case decide: return Op::decide_withdrawal;
        case drop: return Op::drop_withdrawal;
    }
    CS_CHECK(false);
}

}    // namespace cs::assessment
