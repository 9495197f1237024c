// Changes of an agreement in force, each by a paper, each with its effect shown first.
#include <algorithm>
#include <set>

#include "audit/catalogue.hpp"
#include "scoring/agreement_facts.hpp"

namespace cs::scoring {
namespace {

using Faults = std::vector<Fault>;

void check_join(const Moment& m, const Agreement& a, const MembersChange& change, Faults& faults) {
    std::set<UnitId> seen;
    for (std::size_t i = 0; i < change.join.size(); ++i) {
        const std::string where = "join[" + std::to_string(i) + "]";
        const AgreementMember* member = a.member(change.join[i]);
        if (!seen.insert(change.join[i]).second || (member && !member->period.until))
            faults.push_back({"agreement.already_member", {}, where});
        else if (member)
            faults.push_back({"agreement.was_member", {}, where});
        else if (!fits(m.tx, a, change.join[i], change.from))
            faults.push_back({"agreement.member_elsewhere", {}, where});
    }
}

void check_leave(const Agreement& a, const MembersChange& change, Faults& faults) {
    std::set<UnitId> seen;
    for (std::size_t i = 0; i < change.leave.size(); ++i) {
        const AgreementMember* member = a.member(change.leave[i]);
        if (!seen.insert(change.leave[i]).second || !member || member->period.until || change.from <= member->period.from)
            faults.push_back({"agreement.not_a_member", {}, "leave[" + std::to_string(i) + "]"});
    }
}

}    // namespace

Result<MembersEffect> plan_members(const Moment& m, const Agreement& a, const MembersChange& change) {
    Faults faults;
    check_paper(change.paper, m.today(), faults);
    if (change.join.empty() && change.leave.empty()) faults.push_back({"agreement.nothing_changes", {}, "join"});
    check_join(m, a, change, faults);
    check_leave(a, change, faults);
    MembersEffect effect{0, 0, change.join, change.leave, 0, static_cast<int>(change.join.size()), static_cast<int>(change.join.size())};
    for (const AgreementMember& member : a.members) {
        if (!member.period.has(change.from)) continue;
        ++effect.before;
        if (std::find(change.leave.begin(), change.leave.end(), member.unit) != change.leave.end() && member.signature) ++effect.signed_leaving;
    }
    effect.after = effect.before + static_cast<int>(change.join.size()) - static_cast<int>(change.leave.size());
    if (faults.empty() && effect.after < 2) faults.push_back({"agreement.last_members", {}, "leave"});
    if (!faults.empty()) return refuse("agreement.faulty", std::move(faults));
    return effect;
}

Result<Agreement> change_members(const Moment& m, const AgreementId& id, const MembersChange& change, std::optional<std::int64_t> seen) {
    CS_TRY(const Agreement a, opened(m.tx, id, seen));
    CS_TRY(const access::Role role, allowed(m, a, AgreementAction::change_members));
    CS_TRY_DONE(plan_members(m, a, change));
    AgreementStore store(m.tx);
    if (!store.save(a, m.now)) return refuse(Problem::stale, "agreement.stale");
    const PaperRef paper = trimmed(change.paper);
    for (const UnitId& unit : change.leave) store.leave(id, unit, change.from, paper);
    for (const UnitId& unit : change.join) store.join(id, {unit, {change.from, std::nullopt}, paper});
    audit::Entry said = entry_of(audit::Event::agreement_members_changed, a,
                                 {{"joined", std::nullopt, std::to_string(change.join.size())},
                                  {"left", std::nullopt, std::to_string(change.leave.size())},
                                  {"from", std::nullopt, to_text(change.from)},
                                  {"number", std::nullopt, paper.number},
                                  {"day", std::nullopt, text_of(paper.day)}});
    for (const auto* units : {&change.join, &change.leave})
        for (const UnitId& unit : *units) said.also.emplace_back("unit", unit.text());
    audit::record(m.tx, m.now, m.actor.by(role), said);
    return store.find(id);
}

Result<TableBinding> plan_binding(const Moment& m, const Agreement& a, const TableVersionId& next) {
    const TableStore tables(m.tx);
    CS_TRY(StandingTable after, tables.version(next));
    CS_TRY(StandingTable before, tables.version(a.tables.back().version));
    const bool bound = std::any_of(a.tables.begin(), a.tables.end(), [&](const BoundTable& each) { return each.version == next; });
    if (bound) return refuse(Problem::need_unmet, "agreement.table_bound");
    if (after.version.table.id != before.version.table.id) return refuse(Problem::need_unmet, "agreement.other_table");
    if (after.version.year != a.year)
        return refuse(Problem::need_unmet, "agreement.table_of_other_year", {{"year", std::to_string(after.version.year)}});
    if (after.version.number < before.version.number || after.version.applies_from < before.version.applies_from)
        return refuse(Problem::need_unmet, "agreement.table_applies_before", {{"day", to_text(before.version.applies_from)}});
    auto found = effects(*before.table, *after.table);
    return TableBinding{std::move(before), std::move(after), std::move(found)};
}

Result<Agreement> bind_table(const Moment& m, const AgreementId& id, const TableVersionId& next, std::optional<std::int64_t> seen) {
    CS_TRY(const Agreement a, opened(m.tx, id, seen));
    CS_TRY(const access::Role role, allowed(m, a, AgreementAction::bind_table));
    CS_TRY(const TableBinding binding, plan_binding(m, a, next));
    AgreementStore store(m.tx);
    if (!store.save(a, m.now)) return refuse(Problem::stale, "agreement.stale");
    store.bind(id, {next, binding.after.version.applies_from, m.now}, m.actor.person);
    audit::record(m.tx, m.now, m.actor.by(role),
                  entry_of(audit::Event::agreement_table_bound, a,
                           {{"table", binding.before.version.id.text(), next.text()},
                            {"applies_from", std::nullopt, to_text(binding.after.version.applies_from)},
                            {"changes", std::nullopt, std::to_string(binding.effects.size())}}));
    return store.find(id);
}

}    // namespace cs::scoring
