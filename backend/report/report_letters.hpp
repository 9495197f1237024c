#pragma once
// What is told at once about a report.
#include "report/periodic_commands.hpp"

namespace cs::report {

access::Duty duty_of(const OpenedReport& opened, const std::string& kind, const std::optional<Day>& by);    // its words: unit, year, kind
void tell_returned(const Moment& m, const OpenedReport& opened, int step);

}    // namespace cs::report
