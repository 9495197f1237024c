#pragma once
// Who owes a report of a period, to whom, until when: the units that stood on the day the communes report, so that a period has one
// structure. There are no districts in it after 30/06/2025; what merged later is done by its successor (cs.report_follows_unit).
#include <array>

#include "org/forest.hpp"
#include "report/period.hpp"

namespace cs::report {

struct Schedule {
    ReportPeriod period;
    Day structure;                                  // of the units
    std::array<std::optional<Deadline>, 3> levels;    // by ReportLevel
};
// None: nobody reports in that period. Refuses what deadline_of refuses.
Result<std::optional<Schedule>> schedule_of(const ReportPeriod& period);

std::optional<ReportLevel> report_level(org::UnitKind kind);

struct Owed {
    const org::UnitVersion* unit;      // as it stood
    ReportLevel level;
    const org::UnitVersion* parent;    // null: nobody receives it here
    Deadline deadline;
};
std::optional<Owed> owed_by(const org::Forest& forest, const Schedule& schedule, const UnitId& unit);
std::vector<Owed> owed_under(const org::Forest& forest, const Schedule& schedule, const UnitId& root);    // its own first
std::vector<Owed> owed_to(const org::Forest& forest, const Schedule& schedule, const UnitId& parent);     // directly below

// The units of that structure which the unit of today is, took in or was formed out of.
std::vector<UnitId> as_of_structure(const org::Forest& forest, const Schedule& schedule, const UnitId& unit, Day today);

}    // namespace cs::report
