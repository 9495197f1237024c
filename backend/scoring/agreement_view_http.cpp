#include "scoring/agreement_view_http.hpp"

#include <algorithm>

namespace cs::scoring {
namespace {

using access::Operation;

std::optional<std::string> text_of(const std::optional<Decimal>& value) { return value ? std::optional(value->text()) : std::nullopt; }

std::vector<Decimal> peers_of(const Moment& m, const Agreement& a, const UnitId& but, int line) {
    std::vector<Decimal> all;
    for (const AgreementMember& other : a.members)
        for (const AgreementTarget& t : other.targets)
            if (other.unit != but && other.period.has(m.today()) && t.line == line) all.push_back(t.value);
    return all;
}

wire::TargetAmbition shown(const Ambition& a) {
    return {text_of(a.peer_median), text_of(a.peer_best), text_of(a.trend), a.than_baseline, a.than_median, a.than_best, a.than_trend};
}

wire::MemberTarget target_of(const Moment& m, const Agreement& a, const AgreementMember& member, const AgreementIndicator& i,
                             const std::vector<Agreement>& earlier) {
    wire::MemberTarget row{i.line, std::nullopt, std::nullopt, "", {}, i.source.has_value(), std::nullopt};
    const YearValues past = past_values(m.tx, member.unit, i, earlier);
    for (const auto& [year, value] : past) row.past.push_back({year, value.text()});
    for (const AgreementTarget& t : member.targets) {
        if (t.line != i.line) continue;
        row.value = t.value.text();
        row.baseline = text_of(t.baseline);
        row.baseline_source = t.baseline_source;
        row.ambition = shown(ambition({t.value, i.is_low_better, t.baseline, peers_of(m, a, member.unit, i.line), past, a.year}));
    }
    return row;
}

wire::MemberRow member_of(const Moment& m, const Agreement& a, const AgreementMember& member, const std::vector<Agreement>& earlier) {
    const UnitId holder = member_today(m, member);
    wire::MemberRow row{member.unit, name_near(m.tx, member.unit, member.period.from), std::nullopt, "", member.period.from, member.period.until,
                        member.period.has(m.today()), {member.joined.number, member.joined.day}, {member.left.number, member.left.day}, std::nullopt, {}, std::nullopt, {}};
    if (holder != member.unit) row.follower_id = holder, row.follower_name = name_near(m.tx, holder, m.today());
    if (const auto& r = member.registration) row.registration = wire::MemberRegistration{r->paper.number, r->paper.day, r->at, r->by_name};
    for (const AgreementIndicator& i : a.indicators) row.targets.push_back(target_of(m, a, member, i, earlier));
    if (const auto& s = member.signature)
        row.signature = wire::MemberSignature{s->name, s->position, s->is_by_paper, s->paper.number, s->paper.day, s->at, s->by_name};
    for (const AgreementAction action : {AgreementAction::register_targets, AgreementAction::sign, AgreementAction::record_signature})
        row.actions.push_back(access::action(operation_of(action), may_step(m, a, action, member.unit)));
    return row;
}

wire::StepAction step_of(const Moment& m, const Agreement& a, AgreementAction action) {
    const access::Action asked = access::action(operation_of(action), may_step(m, a, action));
    return {action, asked.allowed, asked.because, asked.clause};
}

void add_tables(const Moment& m, const Agreement& a, wire::Agreement& view) {
    const TableStore tables(m.tx);
    const auto applies = [&](const TableVersion& v) {
        const auto found = tables.in_force(v.table.slug, v.year, m.today());
        return found && found->version.id == v.id;
    };
    std::string slug;
    for (const BoundTable& bound : a.tables) {
        const TableVersion version = tables.version(bound.version).value().version;
        slug = version.table.slug;
        view.tables.push_back({wire::shown(version, applies(version)), a.table_on(m.today()) == bound.version});
    }
    for (const TableVersion& v : tables.versions(slug))
        if (v.year == a.year && v.number > view.tables.back().version.number) view.later_tables.push_back(wire::shown(v, applies(v)));
}

}    // namespace

Result<AgreementId> agreement_id(const std::string& text) {
    const auto id = AgreementId::parse(text);
    if (!id) return refuse(Problem::not_found, "agreement.unknown");
    return *id;
}

wire::AgreementRow row_of(const Moment& m, const Agreement& a) {
    wire::AgreementRow row{a.id, a.title, a.year, a.holder, name_near(m.tx, a.holder, a.opened_on), a.cluster.has_value(), a.state, 0, 0, 0, a.version};
    for (const AgreementMember& member : a.members) {
        if (!member.period.has(m.today())) continue;
        ++row.members;
        row.registered += member.has_all(a.indicators.size()) ? 1 : 0;
        row.signatures += member.signature ? 1 : 0;
    }
    return row;
}

Result<wire::Agreement> view_of(const Moment& m, const Agreement& a) {
    wire::Agreement view{row_of(m, a), {a.paper.number, a.paper.day}, a.opened_on, {}, {}, {}, {}, {}, {}};
    add_tables(m, a, view);
    for (const AgreementIndicator& i : a.indicators)
        view.indicators.push_back({i.line, i.title, i.unit, i.is_low_better, i.source ? i.source->set : "", i.source ? i.source->indicator : ""});
    const auto earlier = earlier_than(m.tx, a);
    for (const AgreementMember& member : a.members) view.members.push_back(member_of(m, a, member, earlier));
    std::sort(view.members.begin(), view.members.end(), [](const auto& x, const auto& y) { return x.unit_name < y.unit_name; });
    for (const AgreementAction action : {AgreementAction::call_for_targets, AgreementAction::call_for_signatures, AgreementAction::reopen_targets,
                                         AgreementAction::bring_into_force, AgreementAction::close, AgreementAction::cancel})
        view.steps.push_back(step_of(m, a, action));
    for (const AgreementAction action : {AgreementAction::amend, AgreementAction::change_members, AgreementAction::bind_table})
        view.actions.push_back(access::action(operation_of(action), may_step(m, a, action)));
    view.actions.push_back(access::action(Operation::print_agreement, access::pass(m.actor, Operation::print_agreement)));
    return view;
}

}    // namespace cs::scoring
