#include "assessment/queue.hpp"

#include <algorithm>

#include "assessment/sheet_facts.hpp"
#include "law/law.hpp"
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

// Whose pile a sheet lies in: what is checked stays with the departments until the result is given, to be looked at.
std::optional<Stage> lies_at(const Sheet& sheet, Day today) {
    return sheet.state == SheetState::checked ? Stage::department : stage_of(sheet, today);
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

void take_due(Pile& pile, const Items& items) {
    for (const auto& [key, item] : items)
        if (key.first == pile.stage && item.criterion == pile.criterion && item.state == ItemState::returned &&
            (!pile.due_on || item.due_on < pile.due_on))
            pile.due_on = item.due_on;
}

std::vector<Pile> piles_of(Tx& tx, const access::Actor& actor, const Round& round, const access::Tree& tree, Day today) {
    const auto all_charges = RoundStore(tx).charges(round.set);
    const auto standing = criteria::standing(tx, round.set, round.set_version);
    CS_CHECK(standing.has_value());
    const auto items = SheetStore(tx).items_of_round(round.id);
    static const Items nothing;
    std::map<std::pair<Stage, std::string>, Pile> found;
    for (const SeenRow& seen : rows_of(tx, actor, round, tree, today)) {
        const auto stage = lies_at(seen.row.sheet, today);
        if (!stage) continue;
        const OpenedSheet opened = opened_of(round, seen, charges_at(all_charges, seen.holder, tree, today));
        const auto found_items = items.find(seen.row.sheet.id);
        const Items& of_sheet = found_items == items.end() ? nothing : found_items->second;
        for (const criteria::Criterion& c : standing->set->criteria) {
            if (!opened.in_charge(c.no, *stage)) continue;
            Pile& pile = found.try_emplace({*stage, c.no}, Pile{round, *stage, c.no}).first->second;
            count(pile, standing_of(*standing->set, c.no, of_sheet, *stage));
            take_due(pile, of_sheet);
        }
    }
    std::vector<Pile> all;
    for (const criteria::Criterion& c : standing->set->criteria)    // in the set's order
        for (const Stage stage : {Stage::district, Stage::department})
            if (const auto pile = found.find({stage, c.no}); pile != found.end()) all.push_back(pile->second);
    return all;
}

std::vector<std::pair<ItemAction, Done>> steps_of(const Item& item, const OpenedSheet& opened, Day today, std::int64_t cap) {
    using enum ItemNeed;
    Set<ItemNeed> held{in_charge, reason_given, due_day_ahead};
    if (item.returns < cap) held.bits |= Set<ItemNeed>::bit(returns_left);
    std::vector<std::pair<ItemAction, Done>> steps;
    for (const ItemAction action : {ItemAction::agree, ItemAction::correct, ItemAction::send_back}) {
        Done may;
        if (!stage_of(opened.sheet, today))
            may = refuse(Problem::no_such_step, "assessment.not_in_check", {{"state", std::string(word_of(opened.sheet.state))}}, "cs.check_by_charge");
        else if (auto step = item_procedure.allow(item.state, action, opened.seat.roles(), held); !step)
            may = tl::unexpected(step.error());
        steps.emplace_back(action, std::move(may));
    }
    return steps;
}

std::map<std::string, Line> lines_under(const std::string& indicator, const std::map<std::string, Line>& lines) {
    std::map<std::string, Line> under;
    for (const auto& [no, line] : lines)
        if (no.substr(0, no.find('#')) == indicator) under.emplace(no, line);
    return under;
}

std::map<std::string, Line> said_at(const Values& values, Stage stage) {
    std::map<std::string, Line> lines;
    if (const auto found = values.find(stage); found != values.end())
        for (const auto& [no, saved] : found->second) lines.emplace(no, saved.line);
    return lines;
}

// The indicators of one criterion of one sheet, judged on what the stage before left.
std::vector<PileIndicator> indicators(const PileView& view, const criteria::Plan& plan, const std::string& criterion,
                                      const Values& values, const Items& items, const OpenedSheet& opened, Day today) {
    const Stage before = static_cast<Stage>(static_cast<int>(view.stage) - 1);
    const auto lines = effective(view.basis.set(), values, items, before);
    const auto ours = said_at(values, view.stage);
    const std::string unit = opened.sheet.unit.text();
    const auto verdict = judged(plan, values_file(unit, lines), unit);
    std::vector<PileIndicator> all;
    if (!verdict) return all;    // saved lines were judged when they were saved
    for (const criteria::CriterionVerdict& c : (*verdict)->verdict.criteria) {
        if (c.criterion->no != criterion) continue;
        for (const criteria::IndicatorVerdict& each : c.because) {
            const std::string& no = each.own.leaf->says->no;
            const auto found = items.find({view.stage, no});
            Item item = found == items.end() ? Item{no, criterion, view.stage} : found->second;
            auto steps = steps_of(item, opened, today, view.returns_cap);
            all.push_back({no, std::move(item), lines_under(no, lines), each.verdict, lines_under(no, ours), std::move(steps)});
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
        UnitId holder = holder_of(*forest, round, row.sheet, today);
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
    std::stable_sort(all.begin(), all.end(), [](const Pile& a, const Pile& b) {
        if ((a.open > 0) != (b.open > 0)) return a.open > 0;
        return a.due_on && (!b.due_on || *a.due_on < *b.due_on);
    });
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
    CS_TRY(const std::int64_t cap, law::law().parameters.whole_on("assessment.returns", today));
    PileView view{round, std::move(basis), found->stage, {}, cap};
    std::map<std::string, criteria::Plan> plans;    // by region
    const SheetStore store(tx);
    for (const SeenRow& seen : rows) {
        const Sheet& sheet = seen.row.sheet;
        if (lies_at(sheet, today) != view.stage) continue;
        const OpenedSheet opened = opened_of(round, seen, charges_at(all_charges, seen.holder, tree, today));
        if (!opened.in_charge(criterion, view.stage)) continue;
        if (!plans.contains(sheet.region)) {
            view.basis.region = sheet.region;
            CS_TRY(criteria::Plan plan, view.basis.plan());
            plans.emplace(sheet.region, std::move(plan));
        }
        view.sheets.push_back({sheet, seen.row.unit_name,
                               indicators(view, plans.at(sheet.region), criterion, store.values(sheet.id), store.items(sheet.id),
                                          opened, today)});
    }
    return view;
}

}    // namespace cs::assessment
