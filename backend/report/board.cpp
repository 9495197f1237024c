#include "report/board.hpp"

#include <algorithm>

namespace cs::report {
namespace {

using movement::PlanTarget;
using movement::Reading;

// The standings that a target counts.
bool counts(PlanTarget target, Standing standing) {
    switch (target) {
        case PlanTarget::standard_communes: return standing <= Standing::model;
        case PlanTarget::advanced_communes:
        case PlanTarget::advanced_districts: return standing == Standing::advanced || standing == Standing::model;
        case PlanTarget::model_communes: return standing == Standing::model;
        case PlanTarget::model_areas: return standing == Standing::model_area;
    }
    CS_CHECK(false);
}

std::int64_t number(const auto& units, PlanTarget target) {
    return std::count_if(units.begin(), units.end(), [&](const auto& u) { return u.holding && counts(target, u.holding->standing); });
}

BoardRow row_for(PlanTarget target, Day day, std::int64_t count) {
    BoardRow row;
    row.target = target;
    row.count = count;
    row.goal = movement::goal_on(target, day);
    return row;
}

void add_lines(BoardRow& row, const Census& census, const Readings& readings) {
    const auto line = [&](Reading reading, std::int64_t whole, const movement::AssignedDenominator* assigned) {
        Line l{reading, assigned, {row.count, whole}};
        if (row.goal) l.met = reaches(l.share.part, l.share.whole, *row.goal), l.needed = still_needed(l.share, *row.goal);
        const bool same = row.choice && row.choice->reading == reading &&
                          row.choice->denominator == (assigned ? std::optional(assigned->id) : std::nullopt);
        l.chosen = row.choice ? same : !assigned && !movement::row_of(row.target).readings.has(Reading::of_advanced);
        row.lines.push_back(l);
    };
    line(Reading::of_all, row.of, nullptr);
    for (const movement::AssignedDenominator& d : readings.denominators)
        if (d.target == row.target) line(Reading::of_all, d.value, &d);
    if (movement::row_of(row.target).readings.has(Reading::of_advanced))
        line(Reading::of_advanced, number(census.communes, PlanTarget::advanced_communes), nullptr);
}

Outcome outcome_of_share(const BoardRow& row) {
    if (row.of == 0) return Outcome::no_units;
    if (!row.goal) return Outcome::no_goal;
    const auto chosen = std::find_if(row.lines.begin(), row.lines.end(), [](const Line& l) { return l.chosen; });
    if (chosen != row.lines.end()) return chosen->met ? Outcome::met : Outcome::not_met;
    // Nobody has chosen: only the ways to read the clause must agree; an assigned denominator waits to be chosen.
    const auto agree = [&](bool met) {
        return std::all_of(row.lines.begin(), row.lines.end(), [&](const Line& l) { return l.assigned || l.met == met; });
    };
    return agree(true) ? Outcome::met : agree(false) ? Outcome::not_met : Outcome::undecided;
}

Outcome outcome_of_count(BoardRow& row, bool any) {
    if (!any) return Outcome::no_units;
    if (!row.goal) return Outcome::no_goal;
    const Decimal reached = Decimal::whole(row.count);
    if (reached >= *row.goal) return Outcome::met;
    row.needed = row.goal->units() - row.count;    // a count of units has no decimals: law/parameters.tsv holds it whole
    return Outcome::not_met;
}

BoardRow share_of_communes(PlanTarget target, const Census& census, const Readings& readings) {
    BoardRow row = row_for(target, census.day, number(census.communes, target));
    row.models = number(census.communes, PlanTarget::model_communes);
    row.of = static_cast<std::int64_t>(census.communes.size());
    row.urban = number(census.urban, target);
    row.history = number(census.history, target);
    row.choice = movement::choice_on(readings.choices, target, census.day);
    add_lines(row, census, readings);
    row.outcome = outcome_of_share(row);
    return row;
}

BoardRow count_of_areas(const Census& census) {
    BoardRow row = row_for(PlanTarget::model_areas, census.day, static_cast<std::int64_t>(census.areas.size()));
    row.of = row.count;
    row.outcome = outcome_of_count(row, true);
    return row;
}

BoardRow count_of_districts(const Census& census) {
    BoardRow row = row_for(PlanTarget::advanced_districts, census.day, number(census.districts, PlanTarget::advanced_districts));
    row.models = number(census.districts, PlanTarget::model_communes);
    row.of = static_cast<std::int64_t>(census.districts.size());
    row.urban = number(census.former, PlanTarget::advanced_districts);
    row.history = number(census.district_history, PlanTarget::advanced_districts);
    row.towns = std::count_if(census.towns.begin(), census.towns.end(), [](const Stands& t) { return t.holding != nullptr; });
    row.outcome = outcome_of_count(row, !census.districts.empty());
    return row;
}

template <class Units>
void take(std::vector<BoardUnit>& list, const Units& units, PlanTarget target, bool counted) {
    for (const auto& u : units) {
        if ((u.holding && counts(target, u.holding->standing)) != counted) continue;
        if constexpr (requires { u.became; }) list.push_back({u.unit, u.holding, u.became});
        else list.push_back({u.unit, u.holding, {}});
    }
}

}    // namespace

std::vector<BoardRow> make_board(const Census& census, const Readings& readings) {
    std::vector<BoardRow> rows;
    for (const movement::PlanTargetRow& target : movement::plan_targets) {
        if (!target.readings.empty()) rows.push_back(share_of_communes(target.target, census, readings));
        else if (target.target == PlanTarget::model_areas) rows.push_back(count_of_areas(census));
        else rows.push_back(count_of_districts(census));
    }
    return rows;
}

std::vector<BoardUnit> units_behind(const Census& census, PlanTarget target, BoardPart part) {
    std::vector<BoardUnit> list;
    const bool districts = target == PlanTarget::advanced_districts, areas = target == PlanTarget::model_areas;
    switch (part) {
        case BoardPart::counted:
        case BoardPart::without:
            if (areas) take(list, census.areas, target, part == BoardPart::counted);
            else take(list, districts ? census.districts : census.communes, target, part == BoardPart::counted);
            break;
        case BoardPart::urban:
            if (districts) take(list, census.former, target, true);
            else if (!areas) take(list, census.urban, target, true);
            break;
        case BoardPart::history:
            if (!areas) take(list, districts ? census.district_history : census.history, target, true);
            break;
        case BoardPart::towns:
            for (const Stands& t : census.towns)
                if (districts && t.holding) list.push_back({t.unit, t.holding, {}});
            break;
    }
    return list;
}

}    // namespace cs::report
