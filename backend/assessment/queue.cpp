#include "assessment/queue.hpp"

#include <algorithm>

#include "assessment/sheet_facts.hpp"
#include "org/store.hpp"
#include "org/tree.hpp"

namespace cs::assessment {
namespace {

using access::Role;

org::ForestTree tree_of(Tx& tx) { return org::ForestTree(org::UnitStore(tx).forest()); }

// The stage at which an office may act on a sheet today: what is sent waits for the first one that stands.
std::optional<Stage> stage_of(const Sheet& sheet, Day today) {
    if (sheet.state == SheetState::submitted) return district_stands(today) ? Stage::district : Stage::department;
    if (sheet.state == SheetState::district_check && !district_stands(today)) return Stage::department;
    return checking_stage(sheet.state);
}

OpenedSheet opened_of(const Round& round, const SeenRow& seen, std::vector<Charge> charges) {
    return {round, seen.row.sheet, seen.holder, {}, std::move(charges), seen.seat};
}

ItemState weakest(const std::vector<ItemState>& states) {
    for (const ItemState state : {ItemState::returned, ItemState::open})
        if (std::find(states.begin(), states.end(), state) != states.end()) return state;
    return ItemState::agreed;
}

// How one criterion of one sheet stands: by its least settled indicator.
ItemState standing_of(const criteria::CriteriaSet& set, const std::string& criterion, const Items& items, Stage stage) {
    std::vector<ItemState> states;
    for (const IndicatorPlace& place : indicators_of(set))
        if (place.criterion == criterion) states.push_back(item_state(items, stage, place.indicator->no));
    return weakest(states);
}

void count(Pile& pile, ItemState state) {
    ++(state == ItemState::open ? pile.open : state == ItemState::returned ? pile.returned : pile.settled);
}

std::vector<Pile> piles_of(Tx& tx, const access::Actor& actor, const Round& round, const access::Tree& tree, Day today) {
    const auto all_charges = RoundStore(tx).charges(round.set);
    const auto standing = criteria::standing(tx, round.set, round.set_version);
    CS_CHECK(standing.has_value());
    const auto items = SheetStore(tx).items_of_round(round.id);
    std::map<std::pair<Stage, std::string>, Pile> found;
    for (const SeenRow& seen : rows_of(tx, actor, round, tree, today)) {
        const auto stage = stage_of(seen.row.sheet, today);
        if (!stage) continue;
        const OpenedSheet opened = opened_of(round, seen, charges_at(all_charges, seen.holder, tree, today));
        const auto of_sheet = items.find(seen.row.sheet.id);
        for (const criteria::Criterion& c : standing->set->criteria) {
            if (!opened.in_charge(c.no, *stage)) continue;
            Pile& pile = found.try_emplace({*stage, c.no}, Pile{round, *stage, c.no}).first->second;
            count(pile, standing_of(*standing->set, c.no, of_sheet == items.end() ? Items{} : of_sheet->second, *stage));
        }
    }
    std::vector<Pile> all;
    for (const criteria::Criterion& c : standing->set->criteria)    // in the set's order
        for (const Stage stage : {Stage::district, Stage::department})
            if (const auto pile = found.find({stage, c.no}); pile != found.end()) all.push_back(pile->second);
    return all;
}

// The indicators of one criterion of one sheet, judged on what the stage before left.
std::vector<PileIndicator> indicators(const PileView& view, const criteria::Plan& plan, const std::string& criterion,
                                      const Values& values, const Items& items, const std::string& unit) {
    const Stage before = static_cast<Stage>(static_cast<int>(view.stage) - 1);
    const auto lines = effective(view.basis.set(), values, items, before);
    const auto verdict = judged(plan, values_file(unit, lines), unit);
    std::vector<PileIndicator> all;
    if (!verdict) return all;    // saved lines were judged when they were saved
    for (const criteria::CriterionVerdict& c : (*verdict)->verdict.criteria) {
        if (c.criterion->no != criterion) continue;
        for (const criteria::IndicatorVerdict& each : c.because) {
            const std::string& no = each.own.leaf->says->no;
            const auto item = items.find({view.stage, no});
            PileIndicator row{no, item_state(items, view.stage, no), item == items.end() ? 0 : item->second.returns, {}, each.verdict};
            for (const auto& [line, says] : lines)
                if (line.substr(0, line.find('#')) == no) row.said.emplace(line, says);
            all.push_back(std::move(row));
        }
    }
    return all;
}

}    // namespace

std::vector<SeenRow> rows_of(Tx& tx, const access::Actor& actor, const Round& round, const access::Tree& tree, Day today) {
    const auto forest = org::UnitStore(tx).forest();
    const auto all_charges = RoundStore(tx).charges(round.set);
    std::vector<SeenRow> seen;
    for (SheetRow& row : SheetStore(tx).of_round(round.id)) {
        UnitId holder = forest->on(row.sheet.unit, today) ? row.sheet.unit : holder_of(tx, row.sheet.unit, round.units_on, today);
        Seat seat = seat_at(actor, holder, charges_at(all_charges, holder, tree, today), tree, today);
        if (!seat.empty()) seen.push_back({std::move(row), std::move(holder), std::move(seat)});
    }
    return seen;
}

std::vector<Round> rounds_of(Tx& tx, const access::Actor& actor, const access::Tree& tree, Day today) {
    std::vector<Round> mine;
    for (Round& round : RoundStore(tx).all()) {
        const UnitId root = holder_of(tx, round.root, round.units_on, today);
        const bool concerned = std::any_of(actor.grants.begin(), actor.grants.end(), [&](const access::Grant& g) {
            if (g.role == Role::administrator) return false;
            return g.scope == access::Scope::all || tree.under(g.unit, root, today) ||
                   (g.scope == access::Scope::subtree && tree.under(root, g.unit, today));
        });
        if (concerned) mine.push_back(std::move(round));
    }
    return mine;
}

std::vector<Pile> piles(Tx& tx, const access::Actor& actor, Day today) {
    const auto tree = tree_of(tx);
    std::vector<Pile> all;
    for (const Round& round : rounds_of(tx, actor, tree, today)) {
        auto here = piles_of(tx, actor, round, tree, today);
        all.insert(all.end(), here.begin(), here.end());
    }
    return all;
}

Result<PileView> pile(Tx& tx, const access::Actor& actor, const RoundId& id, const std::string& criterion, Day today) {
    CS_TRY(const Round round, RoundStore(tx).find(id));
    const auto tree = tree_of(tx);
    const auto mine = piles_of(tx, actor, round, tree, today);
    const auto found = std::find_if(mine.begin(), mine.end(), [&](const Pile& p) { return p.criterion == criterion; });
    if (found == mine.end())
        return refuse(Problem::not_your_role, "assessment.not_in_charge", {{"criterion", criterion}}, "cs.check_by_charge");
    const auto rows = rows_of(tx, actor, round, tree, today);
    const auto all_charges = RoundStore(tx).charges(round.set);
    CS_TRY(Basis basis, basis_of(tx, round, rows.front().row.sheet.region));
    PileView view{round, std::move(basis), found->stage, {}};
    std::map<std::string, criteria::Plan> plans;    // by region
    const SheetStore store(tx);
    for (const SeenRow& seen : rows) {
        const Sheet& sheet = seen.row.sheet;
        if (stage_of(sheet, today) != view.stage) continue;
        if (!opened_of(round, seen, charges_at(all_charges, seen.holder, tree, today)).in_charge(criterion, view.stage)) continue;
        if (!plans.contains(sheet.region)) {
            view.basis.region = sheet.region;
            CS_TRY(criteria::Plan plan, view.basis.plan());
            plans.emplace(sheet.region, std::move(plan));
        }
        view.sheets.push_back({sheet, seen.row.unit_name,
                               indicators(view, plans.at(sheet.region), criterion, store.values(sheet.id), store.items(sheet.id),
                                          sheet.unit.text())});
    }
    return view;
}

}    // namespace cs::assessment
