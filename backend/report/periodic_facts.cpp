#include "report/periodic_facts.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "org/authority.hpp"

namespace cs::report {
namespace {

using access::Role;

bool is_answer(ReportAction action) { return action == ReportAction::receive || action == ReportAction::send_back; }

// The same person with nothing but these roles.
access::Actor only(access::Actor actor, Set<Role> roles) {
    std::erase_if(actor.grants, [&](const access::Grant& g) { return !roles.has(g.role); });
    return actor;
}

bool every_figure_known(const GivenFigures& figures) {
    return std::all_of(report_figures().begin(), report_figures().end(), [&](const Figure& each) { return figures.contains(each.key); });
}

bool adjustments_reasoned(const OpenedReport& opened, const GivenFigures& figures) {
    if (!opened.has_children()) return true;
    return std::all_of(figures.begin(), figures.end(), [](const auto& one) { return one.second.computed == one.second.amount || !one.second.reason.empty(); });
}

std::optional<PersonId> sender(const ReportSteps& steps) {
    std::optional<PersonId> by;
    for (const PastReportStep& step : steps)
        if (step.to == ReportState::sent) by = step.by;
    return by;
}

bool in_order(const OpenedReport& opened, Day on, Day today) {
    const Day after = opened.steps.empty() ? opened.owed.deadline.window_from : opened.steps.back().said.on;
    return after <= on && on <= today;
}

}    // namespace

Set<Role> speakers(ReportLevel level) {
    using enum Role;
    switch (level) {
        case ReportLevel::commune: return {unit_clerk, unit_head};
        case ReportLevel::district: return {unit_clerk, unit_head, district_reviewer};
        case ReportLevel::province: return {unit_clerk, unit_head, province_coordinator, commendation_officer};
    }
    CS_CHECK(false);
}

Set<Role> receivers(const org::Forest& forest, const Owed& owed, Day today) {
    if (owed.parent == nullptr) return {};
    if (owed.parent->state.kind == org::UnitKind::district && forest.on(owed.parent->unit, today)) return {Role::district_reviewer};
    return {Role::province_coordinator, Role::commendation_officer};
}

bool speaks_for(const Moment& m, const OpenedReport& opened) {
    return org::may_act_upon(m.tx, only(m.actor, speakers(opened.owed.level)), access::Operation::save_periodic_report, opened.report.unit, m.today(), m.tree).has_value();
}

Result<Role> allowed(const Moment& m, const OpenedReport& opened, ReportAction action, const ReportStepForm* form) {
    const auto may = [&](const access::Actor& actor) { return org::may_act_upon(m.tx, actor, operation_of(action), opened.report.unit, m.today(), m.tree); };
    CS_TRY(Role role, may(m.actor));
    const Set<Role> fitting = is_answer(action) ? receivers(*opened.forest, opened.owed, m.today()) : speakers(opened.owed.level);
    const auto as = may(only(m.actor, fitting));
    if (as) role = *as;
    Set<ReportNeed> met;
    const auto hold = [&](ReportNeed need, bool holds) { met.bits |= holds ? Set<ReportNeed>::bit(need) : 0; };
    const GivenFigures figures = opened.effective();
    hold(ReportNeed::speaks_for_unit, as.has_value());
    hold(ReportNeed::receives_for_parent, as.has_value());
    hold(ReportNeed::every_figure_known, every_figure_known(figures));
    hold(ReportNeed::adjustments_reasoned, adjustments_reasoned(opened, figures));
    hold(ReportNeed::day_in_order, form == nullptr || in_order(opened, form->on, m.today()));
    hold(ReportNeed::not_the_sender, !m.actor.person || sender(opened.steps) != m.actor.person);
    hold(ReportNeed::reason_given, form == nullptr || !trim(form->note).empty());
    CS_TRY_DONE(periodic_procedure.allow(opened.report.state, action, {role}, met));
    return role;
}

access::Operation operation_of(ReportAction action) {
    using enum ReportAction;
    switch (action) {
        case save: return access::Operation::save_periodic_report;
        case send:
        case resend: return access::Operation::send_periodic_report;
        case receive: return access::Operation::receive_periodic_report;
        case send_back: return access::Operation::return_periodic_report;
    }
    CS_CHECK(false);
}

Done may_step(const Moment& m, const OpenedReport& opened, ReportAction action) {
    CS_TRY_DONE(allowed(m, opened, action, nullptr));
    return {};
}

}    // namespace cs::report
