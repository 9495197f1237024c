#pragma once
// A half-year or year-end report in the official form, to be printed and signed: its text by the outline, its figures as an annex, and
// for a unit with others below the list of those not in its sums.
#include "law/paper_html.hpp"
#include "report/periodic_commands.hpp"

namespace cs::report {

law::Paper report_paper(const OpenedReport& opened);

}    // namespace cs::report
