#pragma once
// What people do with half-year and year-end reports. Each leaves one journal entry, or nothing when refused: by the permission table
// (judged by the successor of a unit that is gone), by periodic_report.no_such_step and .need.*, report.not_owed, report.stale.
#include "access/duty.hpp"
#include "access/permissions.hpp"
#include "assessment/territory.hpp"
#include "org/follower.hpp"
#include "report/owed.hpp"
#include "report/periodic_store.hpp"

namespace cs::report {

using assessment::Moment;

// A unit below and what it sent.
struct Child {
    Owed owed;
    std::optional<PeriodicReport> report;
    ReportSteps steps;
    Amounts amounts;
    bool counts() const { return report && (report->state == ReportState::sent || report->state == ReportState::received); }
};
// Added up only from what was sent and not sent back. Of a commune: no children, no sum.
struct Consolidation {
    std::vector<Child> children;
    Amounts sum;
    std::vector<const Child*> not_reported() const;
};
Consolidation consolidate(Tx& tx, const org::Forest& forest, const Schedule& schedule, const UnitId& parent);

struct OpenedReport {
    std::shared_ptr<const org::Forest> forest;
    Schedule schedule;
    Owed owed;
    PeriodicReport report;    // version 0: nothing saved
    ReportSteps steps;
    GivenFigures given;       // as typed, or as it went up
    Sections sections;
    Consolidation below;

    bool has_children() const { return !below.children.empty(); }
    // What counts now: what was typed, else the sum of the units below.
    GivenFigures effective() const;
};
// What the caller may see of it: a draft only who speaks for the unit. Refuses report.not_owed, access.*.
Result<OpenedReport> open_report(const Moment& m, const UnitId& unit, const ReportPeriod& period);

struct FigureInput {
    std::string figure, amount;    // as typed; "" leaves the sum, or nothing
    std::string reason;
};
struct ReportInput {
    std::vector<FigureInput> figures;
    Sections sections;
};
// The whole form. Refuses report.form_faulty with report.figure_unknown, report.section_unknown, report.amount_*, and for a figure that
// is not the sum of the units below report.adjust_reason {sum}.
Result<OpenedReport> save_report(const Moment& m, const UnitId& unit, const ReportPeriod& period, const ReportInput& input, std::int64_t seen);

// Sends it up, again after it was sent back, receives it or sends it back. Refuses report.form_faulty with report.number_missing,
// report.signer_missing, report.paper_in_future.
Result<OpenedReport> take_report_step(const Moment& m, const UnitId& unit, const ReportPeriod& period, ReportAction action,
                                      const ReportStepForm& form, std::optional<std::int64_t> seen = {});
// For buttons: as if the form brought what it asks for.
Done may_step(const Moment& m, const OpenedReport& opened, ReportAction action);
access::Operation operation_of(ReportAction action);

// What waits for a person: reports he owes or has back, reports to receive.
std::vector<access::Duty> report_duties(const Moment& m);

// Tells a reorganisation which open reports follow the successor and which wait for a decision.
class ReportFollower final : public org::Follower {
public:
    std::string_view kind() const override { return "periodic_report"; }
    std::vector<org::Following> of(Tx& tx, const std::vector<UnitId>& ended, const org::Forest& after, Day day) const override;
};

}    // namespace cs::report
