#include "assessment/store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::assessment {

void VisitStore::add(const FieldVisit& v) {
    tx_.run("assessment.add_visit", v.id, v.sheet, v.visited_on, v.office, v.members, v.minutes_number, v.minutes_day, v.unit_signer,
            v.office_signer, v.evidence, v.at, v.by);
    for (const Finding& f : v.findings) tx_.run("assessment.add_finding", v.id, f.indicator, f.finding);
}

std::vector<FieldVisit> VisitStore::of_sheet(const SheetId& id) const {
    std::map<VisitId, std::vector<Finding>> findings;
    const auto said = tx_.query("assessment.findings", id);
    for (const sql::Row& row : *said) findings[row.id<VisitId>("visit_id")].push_back({row.text("indicator"), row.text("finding")});
    std::vector<FieldVisit> all;
    const auto rows = tx_.query("assessment.visits", id);
    for (const sql::Row& row : *rows) {
        const auto visit = row.id<VisitId>("id");
        all.push_back({visit, id, row.day("visited_on"), row.id<UnitId>("office_unit"), row.text("members"),
                       row.text("minutes_number"), row.day("minutes_day"), row.text("unit_signer"), row.text("office_signer"),
                       row.maybe_text("evidence"), findings[visit], row.instant("recorded_at"), row.maybe_id<PersonId>("recorded_by")});
    }
    return all;
}

}    // namespace cs::assessment
