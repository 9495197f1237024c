#include "assessment/commands.hpp"
#include "assessment/guarded.hpp"
#include "base/text.hpp"

namespace cs::assessment {
namespace {

using access::Role;

std::string at(std::size_t i, const char* field) { return "findings[" + std::to_string(i) + "]." + field; }

bool is_verdict(std::string_view text) {
    const std::string folded = fold_case(text);
    return folded == fold_case("Đạt") || folded == fold_case("Không đạt");
}

void check(const NewVisit& v, Day today, std::vector<Fault>& faults) {
    const auto need = [&](const std::string& text, const char* code, const char* where) {
        if (trim(text).empty()) faults.push_back({code, {}, where});
    };
    need(v.members, "assessment.members_missing", "members");
    need(v.minutes_number, "assessment.paper_missing", "minutes_number");
    need(v.unit_signer, "assessment.signers_missing", "unit_signer");
    need(v.office_signer, "assessment.signers_missing", "office_signer");
    if (v.visited_on > today) faults.push_back({"assessment.visit_in_future", {}, "visited_on"});
    if (v.minutes_day > today) faults.push_back({"assessment.paper_in_future", {}, "minutes_day"});
    if (v.minutes_day < v.visited_on) faults.push_back({"assessment.minutes_before_visit", {}, "minutes_day"});
    if (v.findings.empty()) faults.push_back({"assessment.no_findings", {}, "findings"});
}

void check(const criteria::CriteriaSet& set, const std::vector<Finding>& findings, std::vector<Fault>& faults) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const auto& [no, finding] = findings[i];
        const auto place = indicator_of_line(set, no);
        if (!place || place->indicator->no != no)
            faults.push_back({"assessment.indicator_unknown", {{"indicator", no}}, at(i, "indicator")});
        else if (!seen.insert(no).second)
            faults.push_back({"assessment.indicator_twice", {{"indicator", no}}, at(i, "indicator")});
        else if (is_guarded(set, no) && !is_verdict(trim(finding)))
            faults.push_back({"assessment.guarded_finding", {{"indicator", no}}, at(i, "finding")});
        if (trim(finding).empty()) faults.push_back({"assessment.finding_missing", {{"indicator", no}}, at(i, "finding")});
    }
}

std::optional<Role> checker(const Seat& seat) {
    for (const Role role : {Role::district_reviewer, Role::department_verifier, Role::province_coordinator})
        if (seat.has(role)) return role;
    return std::nullopt;
}

}    // namespace

Done may_record_visit(const OpenedSheet& opened) {
    if (!checker(opened.seat)) return refuse(Problem::not_your_role, "access.not_your_role", {}, "cs.check_by_charge");
    if (opened.sheet.state == SheetState::draft || opened.sheet.state == SheetState::appraised)
        return refuse(Problem::no_such_step, "assessment.not_in_check", {{"state", std::string(word_of(opened.sheet.state))}}, "cs.check_by_charge");
    return {};
}

Result<FieldVisit> record_field_visit(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                      const NewVisit& v) {
    CS_TRY(const OpenedSheet opened, take_sheet(tx, id, actor, tree, legal_day(now)));
    CS_TRY_DONE(may_record_visit(opened));
    CS_TRY(const Basis basis, basis_of(tx, opened.round, opened.sheet.region));
    std::vector<Fault> faults;
    check(v, legal_day(now), faults);
    check(basis.set(), v.findings, faults);
    if (!faults.empty()) return refuse("assessment.visit_faulty", std::move(faults));
    const audit::By by = opened.seat.by(*checker(opened.seat));
    FieldVisit visit{VisitId::born(now), id, v.visited_on, *by.unit, std::string(trim(v.members)), std::string(trim(v.minutes_number)),
                     v.minutes_day, std::string(trim(v.unit_signer)), std::string(trim(v.office_signer)), v.evidence, v.findings, now,
                     actor.person};
    VisitStore(tx).add(visit);
    std::string indicators;
    for (const Finding& f : visit.findings) indicators += (indicators.empty() ? "" : ", ") + f.indicator;
    audit::record(tx, now, by,
                  {audit::Event::field_visit_recorded, "sheet", id.text(),
                   {{"visit", {}, visit.id.text()}, {"day", {}, to_text(visit.visited_on)}, {"indicators", {}, indicators},
                    {"number", {}, visit.minutes_number}, {"minutes_day", {}, to_text(visit.minutes_day)}},
                   "", {{"unit", opened.sheet.unit.text()}}});
    return visit;
}

}    // namespace cs::assessment
