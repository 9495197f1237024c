#include "scoring/agreement_facts.hpp"

#include <algorithm>

#include "assessment/opened_sheet.hpp"
#include "audit/catalogue.hpp"
#include "base/text.hpp"
#include "law/law.hpp"
#include "org/authority.hpp"
#include "org/store.hpp"

namespace cs::scoring {
namespace {

bool is_three_tier(Day day) {
    const auto structure = law::law().regimes.on("government_structure", day);
    return structure && structure->key == "government_structure.three_tier";
}

bool is_head(Tx& tx, const Agreement& a) {
    const auto cluster = org::ClusterStore(tx).find(*a.cluster, a.year);
    return cluster && cluster->head == a.holder;
}

// The reader of a member's action acts for that unit, everybody else for the holder.
bool is_members_own(AgreementAction action) { return action == AgreementAction::register_targets || action == AgreementAction::sign; }

}    // namespace

std::optional<UnitId> root_held_by(Tx& tx, const UnitId& unit, Day day) {
    const auto state = org::UnitStore(tx).state(unit, day);
    if (state && state->kind == org::UnitKind::district && is_three_tier(day)) return unit;
    for (const ScoringHolder& holder : AgreementStore(tx).holders())
        if (holder.holder == unit && holder.period.has(day)) return holder.root;
    return std::nullopt;
}

bool fits(Tx& tx, const Agreement& a, const UnitId& unit, Day day) {
    if (a.cluster) {
        const auto cluster = org::ClusterStore(tx).find(*a.cluster, a.year);
        return cluster && std::find(cluster->members.begin(), cluster->members.end(), unit) != cluster->members.end();
    }
    const auto root = root_held_by(tx, a.holder, day);
    return root && unit != *root && org::UnitStore(tx).forest()->under(unit, *root, day);
}

Set<AgreementNeed> met(const Moment& m, const Agreement& a, const std::optional<UnitId>& unit) {
    using enum AgreementNeed;
    const AgreementMember* member = unit ? a.member(*unit) : nullptr;
    const auto any = [&](auto holds) { return std::any_of(a.members.begin(), a.members.end(), holds); };
    const bool one_signed = any([](const AgreementMember& each) { return each.signature.has_value(); });
    const std::pair<AgreementNeed, bool> all[] = {
        {holder_named, a.cluster ? is_head(m.tx, a) : root_held_by(m.tx, a.holder, m.today()).has_value()},
        {somebody_registered, any([&](const AgreementMember& each) { return each.has_all(a.indicators.size()); })},
        {nobody_signed, !one_signed},
        {somebody_signed, one_signed},
        {is_member, member && member->period.has(m.today())},
        {not_signed, member && !member->signature},
        {targets_registered, member && member->has_all(a.indicators.size())},
        {year_over, m.today() > Day(std::chrono::year(a.year), std::chrono::December, std::chrono::day(31))}};
    Set<AgreementNeed> set;
    for (const auto& [need, holds] : all)
        if (holds) set.bits |= Set<AgreementNeed>::bit(need);
    return set;
}

Result<access::Role> allowed(const Moment& m, const Agreement& a, AgreementAction action, const std::optional<UnitId>& unit) {
    const UnitId& acts_for = unit && is_members_own(action) ? *unit : a.holder;
    CS_TRY(const access::Role role, org::may_act_upon(m.tx, m.actor, operation_of(action), acts_for, m.today(), m.tree));
    CS_TRY_DONE(agreement_procedure.allow(a.state, action, {role}, met(m, a, unit)));
    return role;
}

Result<Agreement> opened(Tx& tx, const AgreementId& id, std::optional<std::int64_t> seen) {
    AgreementStore(tx).lock(id);
    CS_TRY(Agreement found, AgreementStore(tx).find(id));
    if (seen && *seen != found.version) return refuse(Problem::stale, "agreement.stale");
    return found;
}

void check_paper(const PaperRef& paper, Day today, std::vector<Fault>& faults, const std::string& where) {
    if (trim(paper.number).empty()) faults.push_back({"agreement.number_missing", {}, where + "number"});
    if (!paper.day) faults.push_back({"agreement.day_missing", {}, where + "day"});
    if (paper.day && *paper.day > today) faults.push_back({"agreement.day_in_future", {}, where + "day"});
}

PaperRef trimmed(const PaperRef& paper) { return {std::string(trim(paper.number)), paper.day}; }

std::string text_of(const std::optional<Day>& day) { return day ? to_text(*day) : ""; }

audit::Entry entry_of(audit::Event event, const Agreement& a, std::vector<audit::Change> changes, const std::string& note) {
    return {event, "agreement", a.id.text(), std::move(changes), note, {{"unit", a.holder.text()}}};
}

access::Operation operation_of(AgreementAction action) {
    using enum AgreementAction;
    using Op = access::Operation;
    switch (action) {
        case open: return Op::open_agreement;
        case amend: return Op::amend_agreement;
        case call_for_targets:
        case call_for_signatures:
        case reopen_targets:
        case bring_into_force:
        case close:
        case cancel: return Op::move_agreement;
        case register_targets: return Op::register_targets;
        case sign: return Op::sign_agreement;
        case record_signature: return Op::record_agreement_signature;
        case change_members: return Op::change_agreement_members;
        case bind_table: return Op::bind_scoring_table;
    }
    CS_CHECK(false);
}

Done may_step(const Moment& m, const Agreement& agreement, AgreementAction action, const std::optional<UnitId>& unit) {
    CS_TRY_DONE(allowed(m, agreement, action, unit));
    return {};
}

std::string name_near(Tx& tx, const UnitId& unit, Day day) {
    const org::UnitVersion* found = org::UnitStore(tx).forest()->near(unit, day);
    return found ? found->state.name : "";
}

UnitId member_today(const Moment& m, const AgreementMember& member) { return assessment::holder_of(m.tx, member.unit, member.period.from, m.today()); }

}    // namespace cs::scoring
