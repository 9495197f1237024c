#include "org/authority.hpp"
#include "org/store.hpp"
#include "report/periodic_facts.hpp"

namespace cs::report {

std::vector<const Child*> Consolidation::not_reported() const {
    std::vector<const Child*> all;
    for (const Child& child : children)
        if (!child.counts()) all.push_back(&child);
    return all;
}

Consolidation consolidate(Tx& tx, const org::Forest& forest, const Schedule& schedule, const UnitId& parent) {
    Consolidation found;
    const auto owed = owed_to(forest, schedule, parent);
    if (owed.empty()) return found;
    const PeriodicStore store(tx);
    auto reports = store.of_period(schedule.period);
    auto steps = store.steps_of(schedule.period);
    auto amounts = store.amounts_of(schedule.period);
    std::vector<Amounts> counted;
    for (const Owed& each : owed) {
        Child child{each, std::nullopt, {}, {}};
        if (const auto at = reports.find(each.unit->unit); at != reports.end()) {
            child.report = at->second;
            child.steps = std::move(steps[at->second.id]);
            if (child.counts()) child.amounts = std::move(amounts[at->second.id]);    // a draft is nobody else's business
        }
        if (child.counts()) counted.push_back(child.amounts);
        found.children.push_back(std::move(child));
    }
    found.sum = sum(counted);
    return found;
}

GivenFigures OpenedReport::effective() const {
    GivenFigures all = given;
    if (report.state == ReportState::sent || report.state == ReportState::received) return all;    // as it went up
    for (auto& [key, figure] : all) figure.computed.reset();
    for (const auto& [key, amount] : below.sum) all.try_emplace(key, GivenFigure{amount, std::nullopt, ""}).first->second.computed = amount;
    return all;
}

Result<OpenedReport> load_report(const Moment& m, const UnitId& unit, const ReportPeriod& period) {
    const auto forest = org::UnitStore(m.tx).forest();
    CS_TRY(const auto schedule, schedule_of(period));
    const auto owed = schedule ? owed_by(*forest, *schedule, unit) : std::nullopt;
    if (!owed) return refuse(Problem::not_found, "report.not_owed", {}, "kh547.vi_5_2b");
    const PeriodicStore store(m.tx);
    OpenedReport opened{forest, *schedule, *owed, {PeriodicReportId::born(m.now), unit, period}, {}, {}, {}, consolidate(m.tx, *forest, *schedule, unit)};
    if (auto report = store.find(unit, period)) {
        opened.report = *std::move(report);
        opened.steps = store.steps(opened.report.id);
        opened.given = store.figures(opened.report.id);
        opened.sections = store.sections(opened.report.id);
    }
    return opened;
}

Result<OpenedReport> open_report(const Moment& m, const UnitId& unit, const ReportPeriod& period) {
    CS_TRY_DONE(org::may_act_upon(m.tx, m.actor, access::Operation::show_periodic_report, unit, m.today(), m.tree));
    CS_TRY(OpenedReport opened, load_report(m, unit, period));
    if (opened.report.state == ReportState::draft && !speaks_for(m, opened)) {    // until it is sent it is nobody else's business
        opened.given.clear();
        opened.sections.clear();
    }
    return opened;
}

}    // namespace cs::report
