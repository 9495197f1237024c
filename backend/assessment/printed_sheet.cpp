#include "assessment/printed_sheet.hpp"

#include <algorithm>

#include "assessment/sheet_facts.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

using access::Role;

// A stage that has been at work; else the one that would begin.
Stage stage_now(const PrintedSheet& p, Day today) {
    const auto begun = [&](Stage stage) {
        return std::any_of(p.items.begin(), p.items.end(), [&](const auto& each) { return each.first.first == stage; });
    };
    if (begun(Stage::department)) return Stage::department;
    return begun(Stage::district) || district_stands(today) ? Stage::district : Stage::department;
}

std::vector<std::string> criteria_of(const PrintedSheet& p, const std::optional<std::string>& wanted) {
    std::vector<std::string> mine, all;
    for (const criteria::Criterion& c : p.basis.set().criteria) {
        if (wanted && c.no != *wanted) continue;
        all.push_back(c.no);
        if (p.opened.in_charge(c.no, p.stage)) mine.push_back(c.no);
    }
    return wanted || mine.empty() ? all : mine;
}

}    // namespace

Result<PrintedSheet> printed_sheet(Tx& tx, OpenedSheet opened, const access::Tree& tree) {
    CS_TRY(Basis basis, basis_of(tx, opened.round, opened.sheet.region));
    PrintedSheet p{std::move(opened), std::move(basis), {}, {}, {}, {}, {}, {}, {}, {}, {}};
    CS_TRY(p.plan, p.basis.plan());
    const SheetStore store(tx);
    const SheetId& id = p.opened.sheet.id;
    p.values = store.values(id);
    p.items = store.items(id);
    p.self = effective(p.basis.set(), p.values, p.items, Stage::self);
    const std::string unit = p.opened.sheet.unit.text();
    CS_TRY(p.judged, judged(p.plan, values_file(unit, p.self), unit));
    p.visits = VisitStore(tx).of_sheet(id);
    for (Submission& s : store.submissions(id))
        if (!s.withdrawn_at) p.sent = std::move(s);
    const Day then = p.opened.round.units_on;
    p.unit_name = tree.name(p.opened.sheet.unit, then);
    for (const auto& [above, name] : org::UnitStore(tx).path(p.opened.sheet.unit, then))
        if (above != p.opened.sheet.unit) p.above.push_back(name);
    return p;
}

Done as_minutes(PrintedSheet& p, const access::Tree& tree, Day today, const std::optional<std::string>& criterion,
                const std::optional<std::string>& stage) {
    p.stage = stage_now(p, today);
    if (stage) {
        const auto chosen = parse_word<Stage>(*stage);
        if (chosen != Stage::district && chosen != Stage::department)
            return refuse(Problem::bad_input, "assessment.stage_unknown", {{"stage", *stage}});
        p.stage = *chosen;
    }
    p.criteria = criteria_of(p, criterion);
    if (p.criteria.empty()) return refuse(Problem::not_found, "assessment.criterion_not_here", {{"criterion", criterion.value_or("")}});
    const auto office = p.opened.office(p.criteria.front(), p.stage);
    if (office)
        p.office_name = tree.name(*office, today);
    else if (!p.above.empty())
        p.office_name = p.stage == Stage::district ? p.above.back() : p.above.front();
    return {};
}

}    // namespace cs::assessment
