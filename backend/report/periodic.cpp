#include "report/periodic.hpp"

namespace cs::report {

Amounts amounts_of(const GivenFigures& figures) {
    Amounts amounts;
    for (const auto& [key, given] : figures) amounts.emplace(key, given.amount);
    return amounts;
}

ReportState state_on(const ReportSteps& steps, Day on) {
    ReportState state = ReportState::draft;
    for (const PastReportStep& step : steps)
        if (step.said.on <= on) state = step.to;
    return state;
}

std::optional<Day> first_sent(const ReportSteps& steps) {
    for (const PastReportStep& step : steps)
        if (step.action == ReportAction::send) return step.said.on;
    return std::nullopt;
}

}    // namespace cs::report
