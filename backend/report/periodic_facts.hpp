#pragma once
// What the steps of a half-year or year-end report are decided on.
#include "report/periodic_commands.hpp"

namespace cs::report {

Result<OpenedReport> load_report(const Moment& m, const UnitId& unit, const ReportPeriod& period);    // whoever asks; report.not_owed

// Who may speak for a unit of a level, and who receives its report on a day: the district while it stands, else the province.
Set<access::Role> speakers(ReportLevel level);
Set<access::Role> receivers(const org::Forest& forest, const Owed& owed, Day today);    // empty: nobody here

bool speaks_for(const Moment& m, const OpenedReport& opened);

// The role in which he may do this; `form` none: as if it brought what it asks for. Refuses access.*, periodic_report.*.
Result<access::Role> allowed(const Moment& m, const OpenedReport& opened, ReportAction action, const ReportStepForm* form);

}    // namespace cs::report
