#include "assessment/commands.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "criteria/report.hpp"

namespace cs::assessment {
namespace {

std::string report_of(const criteria::Plan& plan, const criteria::UnitVerdict& verdict) {
    std::string report;
    criteria::json_begin(plan, report);
    criteria::json_unit(verdict, report);
    criteria::json_end(report);
    return report;
}

AppraisedResult result_of(const OpenedSheet& opened, const criteria::Plan& plan, const SheetFacts& facts, const Judged& judged,
                          int sequence, const ResultNotice& notice, Instant now) {
    const criteria::UnitVerdict& v = judged.verdict;
    AppraisedResult result{{sequence, v.verdict, v.met, v.of, v.provisional, now, std::nullopt},
                           values_file(opened.sheet.unit.text(), facts.lines), report_of(plan, v), "", notice.number, notice.day,
                           notice.note, opened.seat.person(), {}};
    result.digest = digest(result.content + result.report);
    for (const criteria::CriterionVerdict& c : v.criteria) result.criteria.push_back({c.criterion->no, c.verdict});
    return result;
}

audit::Entry entry_of(const OpenedSheet& opened, const AppraisedResult& r, SheetState to) {
    const auto text = [](std::string t) { return std::optional(std::move(t)); };
    return {audit::Event::sheet_appraised, "sheet", opened.sheet.id.text(),
            {{"state", text(std::string(word_of(opened.sheet.state))), text(std::string(word_of(to)))},
             {"result", {}, text(std::to_string(r.head.sequence))}, {"verdict", {}, text(std::string(criteria::word(r.head.verdict)))},
             {"met", {}, text(std::to_string(r.head.met) + "/" + std::to_string(r.head.of))},
             {"provisional", {}, text(r.head.provisional ? "true" : "false")}, {"digest", {}, text(r.digest)},
             {"number", {}, text(r.paper_number)}, {"day", {}, r.paper_day ? text(to_text(*r.paper_day)) : std::nullopt}},
            r.note, {{"unit", opened.sheet.unit.text()}}};
}

}    // namespace

Result<AppraisedResult> appraise_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                       const ResultNotice& notice) {
    CS_TRY(const OpenedSheet opened, take_sheet(tx, id, actor, tree, legal_day(now)));
    CS_TRY(const Basis basis, basis_of(tx, opened.round, opened.sheet.region));
    CS_TRY(const criteria::Plan plan, basis.plan());
    CS_TRY(const SheetFacts facts, facts_of(tx, opened, basis, plan, now));
    CS_TRY(const auto* step, sheet_procedure.allow(opened.sheet.state, SheetAction::appraise, opened.seat.roles(), met(facts)));
    if (notice.day && *notice.day > legal_day(now))
        return refuse("assessment.notice_faulty", {Fault{"assessment.paper_in_future", {}, "day"}});
    const std::string unit = opened.sheet.unit.text();
    CS_TRY(const auto verdict, judged(plan, values_file(unit, facts.lines), unit));
    SheetStore store(tx);
    const int sequence = static_cast<int>(store.results(id).size()) + 1;
    const AppraisedResult result = result_of(opened, plan, facts, *verdict, sequence, notice, now);
    store.add(id, result);
    store.set_state(opened.sheet, step->to, now);
    audit::record(tx, now, opened.seat.by(opened.seat.role_for(*step)), entry_of(opened, result, step->to));
    return result;
}

Result<Sheet> reopen_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                           const std::string& reason) {
    CS_TRY(const OpenedSheet opened, take_sheet(tx, id, actor, tree, legal_day(now)));
    SheetFacts facts;
    facts.reason_given = !trim(reason).empty();
    CS_TRY(const auto* step, sheet_procedure.allow(opened.sheet.state, SheetAction::reopen, opened.seat.roles(), met(facts)));
    SheetStore store(tx);
    store.reopen_last(id, now);
    store.set_state(opened.sheet, step->to, now);
    audit::record(tx, now, opened.seat.by(opened.seat.role_for(*step)),
                  {audit::Event::sheet_reopened, "sheet", id.text(),
                   {{"state", std::string(word_of(opened.sheet.state)), std::string(word_of(step->to))}}, reason,
                   {{"unit", opened.sheet.unit.text()}}});
    return store.find(id);
}

}    // namespace cs::assessment
