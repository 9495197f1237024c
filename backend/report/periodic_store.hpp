#pragma once
// What the use cases of half-year and year-end reports ask of storage.
#include "platform/tx.hpp"
#include "report/periodic.hpp"

namespace cs::report {

class PeriodicStore {
public:
    explicit PeriodicStore(Tx& tx) : tx_(tx) {}
    void lock(const UnitId& unit);    // until the transaction ends: one writer for the reports of a unit
    std::optional<PeriodicReport> find(const UnitId& unit, const ReportPeriod& period) const;
    Result<PeriodicReport> find(const PeriodicReportId& id) const;    // report.periodic_unknown
    std::vector<PeriodicReport> of_unit(const UnitId& unit) const;    // oldest first
    ReportSteps steps(const PeriodicReportId& id) const;
    GivenFigures figures(const PeriodicReportId& id) const;
    Sections sections(const PeriodicReportId& id) const;

    // Of a whole period, for lists and sums.
    std::map<UnitId, PeriodicReport> of_period(const ReportPeriod& period) const;
    std::map<PeriodicReportId, ReportSteps> steps_of(const ReportPeriod& period) const;
    std::map<PeriodicReportId, Amounts> amounts_of(const ReportPeriod& period) const;

    // Writes the report with all it says; false: its version is no longer the one read (0: it was not there).
    bool save(const PeriodicReport& report, const GivenFigures& figures, const Sections& sections);
    // The head after a step, the step, and the figures as they went up with it.
    bool step(const PeriodicReport& after, const PastReportStep& step);
    void freeze(const PeriodicReportId& id, const GivenFigures& figures);

private:
    void put(const PeriodicReportId& id, const GivenFigures& figures);
    Tx& tx_;
};

}    // namespace cs::report
