#include "scoring/points.hpp"

#include <algorithm>
#include <numeric>

namespace cs::scoring {
namespace {

const Decimal nothing = Decimal::whole(0), one = Decimal::whole(1);

Fault says(const Item& leaf, const char* code, Args args = {}) {
    args.emplace_back("id", leaf.id);
    return {code, std::move(args), {}, 0};
}

std::optional<Fault> score_fault(const Table& table, const Item& leaf, Score score) {
    if (!score.is_multiple_of(table.step))
        return says(leaf, "scoring.off_the_step", {{"found", score.decimal().text()}, {"step", table.step.decimal().text()}});
    const bool is_right = leaf.leaf->rule == Rule::yes_no ? score == Score() || score == leaf.max : score >= Score() && score <= leaf.max;
    if (!is_right)
        return says(leaf, leaf.leaf->rule == Rule::yes_no ? "scoring.all_or_nothing" : "scoring.score_off_range",
                    {{"found", score.decimal().text()}, {"max", leaf.max.decimal().text()}});
    return std::nullopt;
}

std::optional<Fault> actual_fault(const Item& leaf, const Decimal& actual) {
    const Rule rule = leaf.leaf->rule;
    if (rule == Rule::yes_no && actual != nothing && actual != one) return says(leaf, "scoring.actual_not_yes_no");
    const bool may_be_negative = rule == Rule::steps || rule == Rule::rank;    // a growth may be one
    if (!may_be_negative && actual < nothing) return says(leaf, "scoring.actual_negative");
    const bool counts = rule == Rule::per_case || rule == Rule::met_criteria;
    if (counts && !actual.is_whole()) return says(leaf, "scoring.actual_not_whole", {{"found", actual.text()}});
    return std::nullopt;
}

Score stepped(const LeafRule& rule, const Decimal& actual) {
    for (const StepRow& row : rule.steps)
        if (rule.is_low_better ? actual <= row.from : actual >= row.from) return row.points;
    return {};
}

Score for_cases(const Table& table, const Item& leaf, const Decimal& cases) {
    const Score lost = std::min(leaf.leaf->each.times(cases, table.step), leaf.max);
    return leaf.part == Part::base ? leaf.max - lost : lost;    // in a group the amount itself, up to its maximum
}

Score group_points(const Group& group, const std::vector<Score>& items, std::vector<Cut>& cuts) {
    Score sum;
    for (const int i : group.items) {
        const Score points = items[static_cast<std::size_t>(i)];
        sum = group.combine == Combine::max ? std::max(sum, points) : sum + points;
    }
    if (!group.cap || sum <= *group.cap) return sum;
    cuts.push_back({"cap", group.id, sum, *group.cap});
    return *group.cap;
}

Score late_points(const Table& table, int days, std::vector<Cut>& cuts) {
    if (!table.late || days <= 0) return {};
    Score lost = table.late->per_day.times(Decimal::whole(days), table.step);
    if (table.late->cap) lost = std::min(lost, *table.late->cap);
    cuts.push_back({"late", std::to_string(days), {}, lost});
    return lost;
}

}    // namespace

std::optional<Fault> fault_of(const Table& table, const Item& leaf, const Given& given) {
    const LeafRule& rule = *leaf.leaf;
    if (given.is_empty()) return std::nullopt;
    if (given.score && rule.is_computed()) return says(leaf, "scoring.score_on_computed");
    if (given.plan && !rule.needs_plan()) return says(leaf, "scoring.plan_not_asked");
    if (given.score && given.actual) return says(leaf, rule.rule == Rule::manual ? "scoring.actual_on_manual" : "scoring.score_and_actual");
    if (given.score) return score_fault(table, leaf, *given.score);
    if (rule.rule == Rule::manual) return says(leaf, "scoring.actual_on_manual");
    if (!given.actual) return says(leaf, "scoring.actual_missing");
    if (rule.needs_plan() && !given.plan) return says(leaf, "scoring.plan_missing");
    if (given.plan && *given.plan <= nothing) return says(leaf, "scoring.plan_not_positive");
    return actual_fault(leaf, *given.actual);
}

Score leaf_points(const Table& table, const Item& leaf, const Given& given, int place) {
    const LeafRule& rule = *leaf.leaf;
    if (given.score) return *given.score;
    if (!given.actual) return {};
    switch (rule.rule) {
        case Rule::manual: return {};
        case Rule::yes_no: return *given.actual == one ? leaf.max : Score();
        case Rule::proportional: {
            const Score points = leaf.max.share(*given.actual, *given.plan, table.step);
            return rule.is_capped ? std::min(points, leaf.max) : points;
        }
        case Rule::steps: return stepped(rule, *given.actual);
        case Rule::per_case: return for_cases(table, leaf, *given.actual);
        case Rule::rank: {
            const auto at = static_cast<std::size_t>(place);
            return at >= 1 && at <= rule.places.size() ? rule.places[at - 1] : Score();
        }
        case Rule::indicator:
        case Rule::met_criteria: return std::min(rule.each.times(*given.actual, table.step), leaf.max);
    }
    return {};
}

Points total_points(const Table& table, std::span<const Given> leaves, std::span<const int> places, int late_days) {
    Points all;
    all.items.resize(table.items.size());
    for (std::size_t n = 0; n < table.leaves.size(); ++n)
        all.items[static_cast<std::size_t>(table.leaves[n])] = leaf_points(table, table.leaf(n), leaves[n], places.empty() ? 0 : places[n]);
    for (std::size_t i = table.items.size(); i-- > 0;) {
        const Item& item = table.items[i];
        if (item.part != Part::base) continue;
        const Score brings = item.weight == 100 ? all.items[i] : all.items[i].weighted(item.weight, table.step);
        (item.parent < 0 ? all.base : all.items[static_cast<std::size_t>(item.parent)]) += brings;
    }
    Score inside, above;
    for (const Group& group : table.groups) {
        const Score points = group_points(group, all.items, all.cuts);
        all.groups.push_back(points);
        (group.part == Part::penalty ? all.penalty : group.is_above_scale ? above : inside) += points;
    }
    // What may not lift the total above the scale is cut there; penalties come after, so that nobody hides them behind a
    // bonus he could not use.
    const Score room = std::max(Score(), table.scale - all.base);
    if (inside > room) {
        all.cuts.push_back({"scale", table.id, inside, room});
        inside = room;
    }
    all.bonus = inside + above;
    all.penalty += late_points(table, late_days, all.cuts);
    all.total = std::max(Score(), all.base + all.bonus - all.penalty);
    return all;
}

std::vector<int> places_of(std::span<const std::optional<Decimal>> actuals, bool is_low_better) {
    std::vector<std::size_t> order(actuals.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto better = [&](std::size_t a, std::size_t b) {
        if (!actuals[a] || !actuals[b]) return actuals[a].has_value() && !actuals[b].has_value();
        return is_low_better ? *actuals[a] < *actuals[b] : *actuals[a] > *actuals[b];
    };
    std::stable_sort(order.begin(), order.end(), better);
    std::vector<int> places(actuals.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        places[order[i]] = i > 0 && !better(order[i - 1], order[i]) ? places[order[i - 1]] : static_cast<int>(i) + 1;
    return places;
}

}    // namespace cs::scoring
