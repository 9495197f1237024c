#include "report/periodic_wire_http.hpp"

namespace cs::report::wire {
namespace {

std::optional<std::string> text_of(const Figure& of, const Amounts& amounts) {
    const auto at = amounts.find(of.key);
    return at == amounts.end() ? std::nullopt : std::optional(show_amount(of, at->second));
}

Amounts last_year(const Moment& m, const PeriodicReport& report) {
    const PeriodicStore store(m.tx);
    const auto found = store.find(report.unit, {report.period.year - 1, report.period.kind});
    const bool went = found && (found->state == ReportState::sent || found->state == ReportState::received);
    return went ? amounts_of(store.figures(found->id)) : Amounts{};
}

std::vector<ReportFigure> figures_of(const Moment& m, const OpenedReport& opened) {
    const GivenFigures effective = opened.effective();
    const Amounts before = last_year(m, opened.report);
    std::vector<ReportFigure> all;
    for (const Figure& each : report_figures()) {
        ReportFigure row{each.key, each.group, each.name, each.unit, "", "", std::nullopt, false, "", text_of(each, before)};
        if (const auto at = effective.find(each.key); at != effective.end()) {
            const GivenFigure& given = at->second;
            row.amount = show_amount(each, given.amount);
            row.hectares = in_hectares(each, given.amount);
            if (given.computed) row.sum = show_amount(each, *given.computed);
            row.adjusted = opened.has_children() && given.computed != given.amount;
            row.reason = given.reason;
        }
        all.push_back(std::move(row));
    }
    return all;
}

std::vector<ReportStep> steps_of(const ReportSteps& steps) {
    std::vector<ReportStep> all;
    for (const PastReportStep& s : steps) {
        assessment::Receipt given;
        if (s.receipt) given.year = s.receipt->year, given.number = s.receipt->number;
        const std::string receipt = s.receipt ? given.code() : "";
        all.push_back({s.sequence, s.action, s.to, s.said.on, s.said.paper.number, s.said.paper.signer, s.said.paper.day, s.said.paper.via, s.said.note, receipt, s.by_name, s.at});
    }
    return all;
}

ReportOfUnitBelow shown(const Child& child, Day today) {
    const auto sent = first_sent(child.steps);
    const Day due = child.owed.deadline.due;
    ReportOfUnitBelow row{child.owed.unit->unit, child.owed.unit->state.name, due, timeliness(due, sent, today), days_late(due, sent, today),
                          child.report ? child.report->state : ReportState::draft, sent, child.counts(), {}};
    for (const Figure& each : report_figures())
        if (auto text = text_of(each, child.amounts)) row.amounts.emplace(each.key, *std::move(text));
    return row;
}

std::vector<access::Action> actions_of(const Moment& m, const OpenedReport& opened) {
    const bool again = opened.report.state == ReportState::returned;
    std::vector<access::Action> all;
    for (const ReportAction each : {ReportAction::save, again ? ReportAction::resend : ReportAction::send, ReportAction::receive, ReportAction::send_back})
        all.push_back(access::action(operation_of(each), may_step(m, opened, each)));
    return all;
}

}    // namespace

ReportDeadline shown(ReportLevel level, const Deadline& d) {
    return {level, d.stated, d.due, d.window_from, d.window_until, d.cutoff, d.estimated(), d.provisional, d.to_government};
}

PeriodicReportView shown(const Moment& m, const OpenedReport& opened) {
    const auto sent = first_sent(opened.steps);
    const Deadline& deadline = opened.owed.deadline;
    PeriodicReportView view{opened.report.version == 0 ? std::nullopt : std::optional(opened.report.id), opened.report.unit, opened.owed.unit->state.name,
                            opened.owed.parent ? opened.owed.parent->state.name : "", opened.report.period.year, opened.report.period.kind,
                            opened.report.state, opened.report.version, shown(opened.owed.level, deadline), timeliness(deadline.due, sent, m.today()),
                            days_late(deadline.due, sent, m.today()), sent, figures_of(m, opened), {}, steps_of(opened.steps), {},
                            static_cast<int>(opened.below.not_reported().size()), actions_of(m, opened)};
    for (const OutlineRow& row : report_outline()) {
        const auto at = opened.sections.find(row.key);
        view.sections.push_back({row.key, row.place, row.title, at == opened.sections.end() ? "" : at->second});
    }
    for (const Child& child : opened.below.children) view.below.push_back(shown(child, m.today()));
    return view;
}

}    // namespace cs::report::wire
