#include "assessment/orphans.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "org/boundary.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

bool is_open(const Sheet& sheet) { return sheet.state != SheetState::appraised; }

// A round's root may have been merged itself: who holds it now decides about its sheets.
UnitId root_of(const org::Forest& forest, const Round& round, Day today) {
    return holder_of(forest, round.root, round.units_on, today);
}

bool is_orphan(const org::Forest& forest, const Round& round, const Sheet& sheet, Day today) {
    return is_open(sheet) && round.units_on <= today && forest.on(holder_of(forest, round, sheet, today), today) == nullptr;
}

bool may_see(const access::Actor& actor, const UnitId& root, const access::Tree& tree, Day today) {
    return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const access::Grant& g) {
        return (g.role == access::Role::province_coordinator || g.role == access::Role::auditor) &&
               (g.scope == access::Scope::all || tree.under(root, g.unit, today));
    });
}

std::vector<Fault> check(const HandOver& r, const org::Forest& forest, const UnitId& root, const Sheet& sheet, Day then, Day today) {
    std::vector<Fault> faults;
    if (trim(r.paper_number).empty()) faults.push_back({"assessment.paper_missing", {}, "paper_number"});
    if (r.paper_day > today) faults.push_back({"assessment.paper_in_future", {}, "paper_day"});
    if (trim(r.reason).empty()) faults.push_back({"assessment.reason_missing", {}, "reason"});
    const org::UnitVersion *to = forest.on(r.to, today), *was = forest.on(sheet.unit, then);
    const bool same_level = to && was && (to->state.kind == was->state.kind ||
                                          (org::is_commune_level(to->state.kind) && org::is_commune_level(was->state.kind)));
    if (!same_level || !forest.under(r.to, root, today)) faults.push_back({"assessment.heir_unfit", {}, "to"});
    return faults;
}

}    // namespace

std::vector<Orphan> orphans(Tx& tx, const access::Actor& actor, const access::Tree& tree, Day today) {
    const auto forest = org::UnitStore(tx).forest();
    std::vector<Orphan> all;
    for (const Round& round : RoundStore(tx).all()) {
        if (!may_see(actor, root_of(*forest, round, today), tree, today)) continue;
        for (SheetRow& row : SheetStore(tx).of_round(round.id)) {
            if (!is_orphan(*forest, round, row.sheet, today)) continue;
            auto successors = org::resolve(*forest, row.sheet.unit, round.units_on, today).units;
            all.push_back({round, std::move(row.sheet), std::move(row.unit_name), std::move(successors)});
        }
    }
    return all;
}

Result<Sheet> hand_over_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                              const HandOver& r) {
    const Day today = legal_day(now);
    SheetStore store(tx);
    store.lock(id);
    CS_TRY(const Sheet sheet, store.find(id));
    CS_TRY(const Round round, RoundStore(tx).find(sheet.round));
    const auto forest = org::UnitStore(tx).forest();
    const UnitId root = root_of(*forest, round, today);
    CS_TRY(const access::Role role, access::may(actor, access::Operation::hand_over_sheet, root, today, tree));
    if (!is_orphan(*forest, round, sheet, today))
        return refuse(Problem::need_unmet, "assessment.sheet_has_holder", {}, "cs.sheet_follows_unit");
    if (auto faults = check(r, *forest, root, sheet, round.units_on, today); !faults.empty())
        return refuse("assessment.handover_faulty", std::move(faults));
    store.hand_over(id, {r.to, today}, std::string(trim(r.paper_number)), r.paper_day, now, actor.person);
    audit::record(tx, now, actor.by(role),
                  {audit::Event::sheet_handed_over, "sheet", id.text(),
                   {{"holder", sheet.unit.text(), r.to.text()}, {"from", {}, to_text(today)},
                    {"number", {}, std::string(trim(r.paper_number))}, {"day", {}, to_text(r.paper_day)}},
                   r.reason, {{"unit", sheet.unit.text()}, {"unit", r.to.text()}}});
    return store.find(id);
}

std::vector<org::Following> SheetFollower::of(Tx& tx, const std::vector<UnitId>& ended, const org::Forest& after, Day day) const {
    std::map<UnitId, org::Following> found;
    for (const Round& round : RoundStore(tx).all()) {
        if (day < round.units_on) continue;
        for (const SheetRow& row : SheetStore(tx).of_round(round.id)) {
            const UnitId had = row.sheet.handed ? row.sheet.handed->to : row.sheet.unit;
            if (!is_open(row.sheet) || std::find(ended.begin(), ended.end(), had) == ended.end()) continue;
            const UnitId holder = holder_of(after, round, row.sheet, day);
            org::Following& of = found.try_emplace(had, org::Following{had, std::nullopt, 0}).first->second;
            if (after.on(holder, day)) of.to = holder;
            ++of.count;
        }
    }
    std::vector<org::Following> all;
    for (auto& [unit, following] : found) all.push_back(std::move(following));
    return all;
}

}    // namespace cs::assessment
