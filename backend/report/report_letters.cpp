#include "report/report_letters.hpp"

#include "access/letter.hpp"
#include "org/boundary.hpp"
#include "report/periodic_facts.hpp"

namespace cs::report {

access::Duty duty_of(const OpenedReport& opened, const std::string& kind, const std::optional<Day>& by) {
    return {kind,
            {{"unit", opened.owed.unit->state.name}, {"year", std::to_string(opened.report.period.year)}, {"report", std::string(word_of(opened.report.period.kind))}},
            by, "periodic_report", opened.report.unit.text() + "/" + period_word(opened.report.period)};
}

void tell_returned(const Moment& m, const OpenedReport& opened, int step) {
    const access::Duty line = duty_of(opened, "report_returned", std::nullopt);
    // A unit that merged meanwhile: its successors do it over.
    for (const UnitId& unit : org::resolve(*opened.forest, opened.report.unit, opened.schedule.structure, m.today()).units)
        access::tell_unit(m.tx, m.now, unit, speakers(opened.owed.level), access::LetterKind::returned,
                          "returned " + opened.report.id.text() + " " + std::to_string(step), line);
}

}    // namespace cs::report
