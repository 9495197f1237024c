#pragma once
// A unit's half-year or year-end report: figures, the sections of its outline, and the steps it took, each with its paper. How it stood
// on any day is read from the steps.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/dossier.hpp"
#include "report/figure.hpp"
#include "report/period.hpp"
#include "report/periodic_procedure.hpp"

namespace cs::report {

using PeriodicReportId = Id<struct PeriodicReportTag>;
using assessment::StepPaper;

struct PeriodicReport {
    PeriodicReportId id;
    UnitId unit;
    ReportPeriod period;
    ReportState state = ReportState::draft;
    int steps = 0;
    std::int64_t version = 0;    // 0: nothing was saved yet
    Instant changed_at = {};
};

struct GivenFigure {
    std::int64_t amount;
    std::optional<std::int64_t> computed = {};    // the sum of the units below, once sent
    std::string reason = {};                      // why it is not that sum
};
using GivenFigures = std::map<std::string, GivenFigure>;
Amounts amounts_of(const GivenFigures& figures);
using Sections = std::map<std::string, std::string>;    // by key of the outline; no entry: empty

struct ReportStepForm {
    Day on;    // of sending or receiving: "đã gửi qua QLVB, số …" may be entered later
    StepPaper paper;
    std::string note = {};
};
struct PastReportStep {
    int sequence;
    ReportAction action;
    ReportState to;
    ReportStepForm said;
    std::optional<assessment::ReceiptNumber> receipt = {};
    Instant at = {};
    std::optional<PersonId> by = {};
    std::string by_name = {};
};
using ReportSteps = std::vector<PastReportStep>;    // oldest first

// How it stood at the end of a day.
ReportState state_on(const ReportSteps& steps, Day on);
std::optional<Day> first_sent(const ReportSteps& steps);    // what was sent back later was sent all the same

}    // namespace cs::report
