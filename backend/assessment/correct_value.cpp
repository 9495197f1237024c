#include "assessment/commands.hpp"
#include "base/text.hpp"

namespace cs::assessment {

Result<Sheet> correct_value(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                            const std::string& indicator, const std::map<std::string, Line>& lines, const std::string& reason) {
    CS_TRY(const OpenedSheet opened, take_sheet(tx, id, actor, tree, legal_day(now)));
    if (!opened.seat.has(access::Role::province_coordinator))
        return refuse(Problem::not_your_role, "access.not_your_role", {{"operation", "correct_value"}}, "qd18_2022.procedure");
    if (opened.sheet.state != SheetState::checked)
        return refuse(Problem::no_such_step, "assessment.not_checked", {{"state", std::string(word_of(opened.sheet.state))}},
                      "qd18_2022.procedure");
    if (trim(reason).empty()) return refuse(Problem::need_unmet, "sheet.need.reason_given", {}, "cs.history_stays");
    CS_TRY(const Basis basis, basis_of(tx, opened.round, opened.sheet.region));
    CS_TRY(const criteria::Plan plan, basis.plan());
    CS_TRY(SheetFacts facts, facts_of(tx, opened, basis, plan, now));
    audit::Entry entry{audit::Event::value_corrected, "sheet", id.text(), {}, reason, {{"unit", opened.sheet.unit.text()}}};
    std::map<std::string, SavedLine> changed;
    for (auto [no, line] : lines) {
        const auto place = indicator_of_line(basis.set(), no);
        if (!place || place->indicator->no != indicator)
            return refuse(Problem::bad_input, "assessment.correction_lines", {{"indicator", indicator}});
        const auto was = facts.lines.find(no);
        entry.changes.push_back({"line", std::nullopt, no});
        entry.changes.push_back({"value", was == facts.lines.end() ? std::nullopt : std::optional(one_text(was->second)), one_text(line)});
        line.note = reason;
        const auto stored = facts.values[Stage::province].find(no);
        changed[no] = {line, false, stored == facts.values[Stage::province].end() ? 1 : stored->second.version + 1, now, actor.person};
    }
    if (changed.empty()) return refuse(Problem::bad_input, "assessment.correction_lines", {{"indicator", indicator}});
    for (const auto& [no, saved] : changed) facts.values[Stage::province][no] = saved;
    const std::string unit = opened.sheet.unit.text();
    CS_TRY_DONE(judged(plan, values_file(unit, effective(basis.set(), facts.values, facts.items)), unit));
    SheetStore(tx).put(id, Stage::province, changed);
    audit::record(tx, now, opened.seat.by(access::Role::province_coordinator), entry);
    return opened.sheet;
}

}    // namespace cs::assessment
