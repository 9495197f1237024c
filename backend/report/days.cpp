#include "report/days.hpp"

#include <map>
#include <set>

#include "law/law.hpp"

namespace cs::report {
namespace {

std::set<Day> changes(const org::Forest& forest, const std::vector<const org::UnitVersion*>& units) {
    std::set<Day> days;
    const auto take = [&](const org::UnitVersion& v) {
        if (v.period.from > org::first_recorded_day) days.insert(v.period.from);
        if (v.period.until) days.insert(*v.period.until);
    };
    for (const org::UnitVersion* unit : units)
        for (const org::UnitVersion* state : forest.history(unit->unit)) take(*state);
    return days;
}

}    // namespace

std::vector<TurningDay> turning_days(const org::Forest& forest, const org::Boundary& boundary, Day today) {
    std::map<Day, Turning> days;    // of two reasons for a day the later of the list below stays
    std::set<Day> moved;
    for (int year = static_cast<int>(org::first_recorded_day.year()); year <= static_cast<int>(today.year()); ++year) {
        const Day end = std::min(Day(std::chrono::year(year) / 12 / 31), today);
        if (end < today) days[end] = Turning::year_end;
        moved.merge(changes(forest, org::members(forest, boundary, end)));
    }
    const law::Instrument* plan = law::law().clauses.instrument("kh547");
    CS_CHECK(plan && plan->issued);
    if (*plan->issued <= today) days[*plan->issued] = Turning::plan_issued;
    for (const Day day : moved) {
        if (day > today) continue;
        days[plus_days(day, -1)] = Turning::eve;
        days[day] = Turning::reorganisation;
    }
    days[today] = Turning::today;
    std::vector<TurningDay> all;
    for (const auto& [day, why] : days) all.push_back({day, why});
    return all;
}

}    // namespace cs::report
