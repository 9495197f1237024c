#include "assessment/take_step.hpp"

#include "assessment/letters.hpp"
#include "assessment/store.hpp"
#include "audit/journal.hpp"
#include "law/law.hpp"

namespace cs::assessment {
namespace {

// What was received, for the receipt's digest.
std::string content_of(const Dossier& d, const PastStep& s) {
    return d.id.text() + "\n" + d.unit.text() + "\n" + std::string(word_of(d.standing)) + " " + d.area + " " + std::to_string(d.year) + "\n" +
           s.action + "\n" + s.said.paper.number + "\n" + to_text(s.said.on) + "\n" + s.said.paper.signer + "\n" + s.said.note + "\n";
}

bool gives_a_receipt(DossierAction action) { return action == DossierAction::submit || action == DossierAction::complete; }

audit::Entry entry_of(const Dossier& d, const PastStep& s) {
    std::vector<audit::Change> changes = {{"state", std::string(word_of(d.state)), s.to}, {"step", std::nullopt, s.action},
                                          {"day", std::nullopt, to_text(s.said.on)}, {"number", std::nullopt, s.said.paper.number},
                                          {"signer", std::nullopt, s.said.paper.signer}, {"holder", std::nullopt, s.holder.text()}};
    if (const auto& v = s.said.vote)
        changes.push_back({"vote", std::nullopt, std::to_string(v->in_favour) + "/" + std::to_string(v->present) + ", " + std::to_string(v->needed)});
    return {audit::Event::dossier_moved, "dossier", d.id.text(), std::move(changes), s.said.note};
}

}    // namespace

Result<UnitId> in_whose_name(const Moment& m, const Dossier& dossier, access::Role role, Day day) {
    using enum access::Role;
    if (role == unit_clerk || role == unit_head) return dossier.unit;
    auto over = above(m.tx, dossier.unit, day);
    if (!over) over = above(m.tx, dossier.unit, dossier.last_on);    // the unit is no more: whoever was above it ends its dossier
    if (!over) return tl::unexpected(over.error());
    return role == district_reviewer ? over->district.value_or(over->province) : over->province;
}

Result<Dossier> seen_as(Tx& tx, const DossierId& id, std::optional<std::int64_t> seen) {
    CS_TRY(const Dossier found, DossierStore(tx).find(id));
    DossierStore(tx).lock(found.unit);
    CS_TRY(Dossier dossier, DossierStore(tx).find(id));
    if (seen && *seen != dossier.version) return refuse(Problem::stale, "dossier.stale");
    return dossier;
}

Result<PastStep> write_step(const Moment& m, const Dossier& dossier, DossierAction action, access::Role role, const StepForm& form,
                            bool provisional) {
    const auto* row = dossier_procedure.find(dossier.state, action);
    CS_CHECK(row != nullptr);
    CS_TRY(const UnitId holder, in_whose_name(m, dossier, role, form.on));
    Dossier after = dossier;
    after.state = row->to;
    after.last_on = form.on;
    after.due_on = form.due_on;
    after.steps = dossier.steps + 1;
    if (action == DossierAction::submit && !after.received_on) {    // the law of its day of receipt from now on
        after.received_on = form.on;
        CS_TRY(const law::Regime regime, law::law().regimes.on("recognition", form.on));
        after.regime = regime.key;
    }
    PastStep step{after.steps, std::string(word_of(action)), std::string(word_of(row->to)), form, holder, provisional};
    step.at = m.now;
    step.by = m.actor.person;
    if (gives_a_receipt(action)) {
        const Receipt given = ReceiptStore(m.tx).give("dossier", dossier.id.text(), content_of(dossier, step), m.now, m.actor.person);
        step.receipt = ReceiptNumber{given.year, given.number};
    }
    if (!DossierStore(m.tx).step(after, step)) return refuse(Problem::stale, "dossier.stale");
    return step;
}

Result<Dossier> take_step(const Moment& m, const DossierId& id, DossierAction action, const StepForm& given,
                          std::optional<std::int64_t> seen) {
    CS_TRY(const Dossier dossier, seen_as(m.tx, id, seen));
    FormRow asked = form_of(action);
    asked.conclusion = asked.conclusion && dossier.standing == Standing::model_area;
    CS_TRY(StepForm form, read(asked, given, m.today()));
    CS_TRY(DossierFacts facts, facts_of(m, dossier, {form.on, form.on}));
    bool provisional = false;
    if (form.vote) {
        CS_TRY(const VoteRule rule, vote_rule(dossier.law_day()));
        form.vote->needed = needed(form.vote->present, rule.percent);
        facts.vote_reached = form.vote->in_favour >= form.vote->needed;
        facts.vote_missed = !facts.vote_reached;
        provisional = !rule.settled;
        if (action == DossierAction::hold_meeting && facts.vote_missed) action = DossierAction::fail_meeting;
    }
    CS_TRY(const access::Role role, allowed(m, dossier, action, facts));
    CS_TRY(const PastStep step, write_step(m, dossier, action, role, form, provisional));
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(dossier, step));
    CS_TRY(const Dossier after, DossierStore(m.tx).find(id));
    if (action == DossierAction::send_back) tell_returned(m, after);
    return after;
}

Done may_step(const Moment& m, const Dossier& dossier, DossierAction action) {
    CS_TRY(const DossierFacts facts, facts_of(m, dossier, {dossier.last_on, m.today()}));
    CS_TRY_DONE(allowed(m, dossier, action, facts));
    return {};
}

access::Operation operation_of(DossierAction action) {
    using enum DossierAction;
    using Op = access::Operation;
    switch (action) {
        case open: return Op::open_dossier;
        case self_assess: return Op::record_self_assessment;
        case post: return Op::record_posting;
        case hold_meeting:
        case fail_meeting: return Op::record_commune_meeting;
        case submit: return Op::submit_dossier;
        case check: return Op::record_district_check;
        case forward: return Op::forward_dossier;
        case receive: return Op::receive_dossier;
        case appraise: return Op::record_appraisal_report;
        case take_to_council: return Op::plan_council_session;
        case approve: return Op::close_council_session;
        case return_from_council: return Op::cancel_council_session;
        case decide: return Op::decide_dossier;
        case announce: return Op::announce_recognition;
        case send_back: return Op::send_dossier_back;
        case complete: return Op::complete_dossier;
        case turn_down: return Op::turn_dossier_down;
        case withdraw: return Op::withdraw_dossier;
    }
    CS_CHECK(false);
}

}    // namespace cs::assessment
