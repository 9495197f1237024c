#include <algorithm>
#include <set>

#include "law/law.hpp"
#include "org/authority.hpp"
#include "org/boundary.hpp"
#include "org/store.hpp"
#include "report/periodic_facts.hpp"
#include "report/report_letters.hpp"

namespace cs::report {
namespace {

using access::Duty;
using access::Role;

struct Waiting {
    const Moment& m;
    const org::Forest& forest;
    const Schedule& schedule;
    std::vector<Duty>& all;
    std::set<UnitId> seen = {};

    bool may(access::Operation operation, const UnitId& unit) const { return org::may_act_upon(m.tx, m.actor, operation, unit, m.today(), m.tree).has_value(); }

    // What the unit owes, where this person speaks for it.
    void add_own(const Owed& owed, Role role) {
        const UnitId& unit = owed.unit->unit;
        if (!speakers(owed.level).has(role) || seen.contains(unit) || !may(access::Operation::save_periodic_report, unit)) return;
        seen.insert(unit);
        OpenedReport opened{nullptr, schedule, owed, {PeriodicReportId::born(m.now), unit, schedule.period}, {}, {}, {}, {}};
        if (auto found = PeriodicStore(m.tx).find(unit, schedule.period)) opened.report = *std::move(found);
        const Day due = owed.deadline.due;
        if (opened.report.state == ReportState::draft) all.push_back(duty_of(opened, due < m.today() ? "report_overdue" : "report_due", due));
        if (opened.report.state == ReportState::returned) all.push_back(duty_of(opened, "report_returned", std::nullopt));
    }

    void add_own(const access::Grant& grant) {
        for (const UnitId& root : as_of_structure(forest, schedule, grant.unit, m.today())) {
            if (grant.scope == access::Scope::own) {
                if (const auto owed = owed_by(forest, schedule, root)) add_own(*owed, grant.role);
                continue;
            }
            for (const Owed& owed : owed_under(forest, schedule, root)) add_own(owed, grant.role);
        }
    }

    void add_to_receive() {
        int waiting = 0;
        for (const auto& [unit, report] : PeriodicStore(m.tx).of_period(schedule.period)) {
            if (report.state != ReportState::sent) continue;
            const auto owed = owed_by(forest, schedule, unit);
            const Set<Role> fitting = owed ? receivers(forest, *owed, m.today()) : Set<Role>{};
            const bool fits = std::any_of(m.actor.grants.begin(), m.actor.grants.end(), [&](const access::Grant& g) { return fitting.has(g.role); });
            waiting += fits && may(access::Operation::receive_periodic_report, unit) ? 1 : 0;
        }
        if (waiting > 0)
            all.push_back({"reports_to_receive",
                           {{"count", std::to_string(waiting)}, {"year", std::to_string(schedule.period.year)}, {"report", std::string(word_of(schedule.period.kind))}},
                           {}, "report_period", period_word(schedule.period)});
    }
};

bool writes_or_receives(const access::Actor& actor) {
    const Set<Role> roles = access::permission(access::Operation::save_periodic_report).roles;
    return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const access::Grant& g) { return roles.has(g.role); });
}

// The periods whose day is near: a report nobody sent does not stay in the list for ever.
std::vector<Schedule> near_schedules(Day today) {
    const auto& parameters = law::law().parameters;
    const auto ahead = parameters.whole_on("report.duty_days_before", today), back = parameters.whole_on("report.duty_days_after", today);
    std::vector<Schedule> all;
    if (!ahead || !back) return all;
    const int year = static_cast<int>(today.year());
    for (ReportPeriod p{year - 1, PeriodKind::year}; p <= ReportPeriod{year, PeriodKind::year}; p = after(p)) {
        const auto schedule = schedule_of(p);    // a refusal: nobody knows the days of that year, so nobody is reminded
        if (schedule && *schedule && plus_days(today, -static_cast<int>(*back)) <= (*schedule)->structure && (*schedule)->structure <= plus_days(today, static_cast<int>(*ahead)))
            all.push_back(**schedule);
    }
    return all;
}

}    // namespace

std::vector<Duty> report_duties(const Moment& m) {
    std::vector<Duty> all;
    if (!writes_or_receives(m.actor)) return all;
    const auto forest = org::UnitStore(m.tx).forest();
    for (const Schedule& schedule : near_schedules(m.today())) {
        Waiting waiting{m, *forest, schedule, all};
        for (const access::Grant& grant : m.actor.grants) waiting.add_own(grant);
        if (access::may(m.actor, access::Operation::receive_periodic_report)) waiting.add_to_receive();
    }
    return all;
}

std::vector<org::Following> ReportFollower::of(Tx& tx, const std::vector<UnitId>& ended, const org::Forest& after, Day day) const {
    std::vector<org::Following> all;
    for (const UnitId& unit : ended) {
        std::int64_t open = 0;
        for (const PeriodicReport& report : PeriodicStore(tx).of_unit(unit)) open += report.state != ReportState::received ? 1 : 0;
        if (open == 0) continue;
        const auto went = org::resolve(after, unit, plus_days(day, -1), day);
        all.push_back({unit, went.complete && went.units.size() == 1 ? std::optional(went.units.front()) : std::nullopt, open});
    }
    return all;
}

}    // namespace cs::report
