#include "assessment/dossier_facts.hpp"

#include <algorithm>

#include "law/law.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

bool in_force(Tx& tx, const Dossier& dossier, Day day) {
    const auto all = RegisterStore(tx).of_unit(dossier.unit);
    return std::any_of(all.begin(), all.end(), [&](const Recognition& r) {
        return r.standing == dossier.standing && r.area == dossier.area && r.counts_on(day);
    });
}

bool unit_fits(Tx& tx, const Dossier& dossier, Day day) {
    const auto state = org::UnitStore(tx).state(dossier.unit, day);
    return state && fits(dossier.standing, *state);
}

// The last posting must be over before the people meet.
bool posting_over(Tx& tx, const Dossier& dossier, Day day) {
    std::optional<Day> until;
    for (const PastStep& step : DossierStore(tx).steps(dossier.id))
        if (step.said.until) until = step.said.until;
    return until && *until < day;
}

bool opinions_given(const std::vector<Voice>& all) {
    return std::all_of(all.begin(), all.end(), [](const Voice& v) {
        return v.kind != ConfirmationKind::opinion || v.state() == ConfirmationState::given;
    });
}

}    // namespace

Set<DossierNeed> met(const DossierFacts& f) {
    using enum DossierNeed;
    const std::pair<DossierNeed, bool> all[] = {
        {unit_stands, f.unit_stands}, {nothing_else_open, f.alone}, {not_recognised_yet, f.unrecognised}, {in_order, f.in_order},
        {posting_over, f.posting_over}, {vote_reached, f.vote_reached}, {vote_missed, f.vote_missed}, {district_stage, f.district},
        {no_district_stage, f.no_district}, {confirmations_given, f.confirmed}, {opinions_given, f.opined},
        {conditions_met, f.conditions_met}};
    Set<DossierNeed> set;
    for (const auto& [need, holds] : all)
        if (holds) set.bits |= Set<DossierNeed>::bit(need);
    return set;
}

Result<VoteRule> vote_rule(Day law_day) {
    CS_TRY(const law::Parameter row, law::law().parameters.value_on("recognition.meeting_vote", law_day));
    return VoteRule{*Decimal::parse(row.value), row.confidence == law::Confidence::verified};
}

Result<DossierFacts> facts_of(const Moment& m, const Dossier& dossier, const Days& days) {
    DossierFacts facts;
    facts.unit_stands = unit_fits(m.tx, dossier, days.first) || unit_fits(m.tx, dossier, days.last);
    facts.in_order = dossier.last_on <= days.last && days.first >= dossier.last_on && days.last <= m.today();
    facts.unrecognised = !in_force(m.tx, dossier, days.last);
    if (dossier.state == DossierState::absent) {
        facts.alone = !DossierStore(m.tx).open_of(dossier.unit, dossier.standing, dossier.area);
        return facts;
    }
    if (dossier.state == DossierState::posted) facts.posting_over = posting_over(m.tx, dossier, days.last);
    const auto first = above(m.tx, dossier.unit, days.first), last = above(m.tx, dossier.unit, days.last);
    facts.district = first && first->district;
    facts.no_district = last && !last->district;
    const auto speaking = voices(m.tx, dossier, days.last);
    using enum ConfirmationKind;
    facts.confirmed = all_given(speaking, {debt, security, survey});
    facts.opined = opinions_given(speaking);
    CS_TRY(const Conditions conditions, conditions_of(m.tx, m.tree, dossier, m.now));
    facts.conditions_met = verdict_of(conditions) == Verdict::met;
    return facts;
}

Result<access::Role> allowed(const Moment& m, const Dossier& dossier, DossierAction action, const DossierFacts& facts) {
    const Day day = dossier.state == DossierState::absent ? dossier.opened_on : dossier.last_on;
    CS_TRY(const access::Role role, access::may(m.actor, operation_of(action), dossier.unit, day, m.tree));
    CS_TRY_DONE(dossier_procedure.allow(dossier.state, action, {role}, met(facts)));
    return role;
}

}    // namespace cs::assessment
