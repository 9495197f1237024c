#include "scoring/points.hpp"

#include <doctest/doctest.h>

#include "scoring/table_fixture.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::scoring::testing;

namespace {

Given actual(const char* text) { return {std::nullopt, std::nullopt, Decimal::parse(text)}; }
Given of_plan(const char* plan, const char* text) { return {std::nullopt, Decimal::parse(plan), Decimal::parse(text)}; }
Given score(const char* text) { return {points(text), std::nullopt, std::nullopt}; }

std::string earned(const Table& table, const Given& given, int place = 0) {
    return leaf_points(table, table.leaf(0), given, place).text(table.decimals);
}
std::string fault(const Table& table, const Given& given) {
    const auto found = fault_of(table, table.leaf(0), given);
    return found ? found->code : "";
}
Points total(const Table& table, const std::vector<Given>& leaves, int late = 0) { return total_points(table, leaves, {}, late); }

}    // namespace

TEST_CASE("a manual leaf takes 0 to max in steps, nothing else") {
    const Table manual = leaf_table("");
    CHECK(earned(manual, score("7.5")) == "7.5");
    CHECK(fault(manual, score("10")).empty());
    CHECK(fault(manual, score("10.5")) == "scoring.score_off_range");
    CHECK(fault(manual, score("-0.5")) == "scoring.score_off_range");
    CHECK(fault(manual, score("7.2")) == "scoring.off_the_step");
    CHECK(fault(manual, actual("7")) == "scoring.actual_on_manual");
    CHECK(fault(manual, {points("7"), std::nullopt, Decimal::whole(7)}) == "scoring.actual_on_manual");
    CHECK(fault(manual, of_plan("7", "7")) == "scoring.plan_not_asked");
}

TEST_CASE("yes or no is everything or nothing") {
    const Table yes_no = leaf_table("rule: yes_no");
    CHECK(earned(yes_no, actual("1")) == "10.0");
    CHECK(earned(yes_no, actual("0")) == "0.0");
    CHECK(earned(yes_no, score("10")) == "10.0");
    CHECK(fault(yes_no, score("5")) == "scoring.all_or_nothing");
    CHECK(fault(yes_no, actual("2")) == "scoring.actual_not_yes_no");
    CHECK(fault(yes_no, {points("10"), std::nullopt, Decimal::whole(1)}) == "scoring.score_and_actual");
}

TEST_CASE("proportional to plan, capped or not") {
    const Table capped = leaf_table("rule: proportional"), open = leaf_table("rule: proportional, capped: false");
    CHECK(earned(capped, of_plan("40", "30")) == "7.5");
    CHECK(earned(capped, of_plan("3", "1")) == "3.5");    // 3.33 to the half point
    CHECK(earned(capped, of_plan("40", "60")) == "10.0");
    CHECK(earned(open, of_plan("40", "60")) == "15.0");
    CHECK(fault(capped, score("7")) == "scoring.score_on_computed");
    CHECK(fault(capped, {points("7"), Decimal::whole(1), Decimal::whole(1)}) == "scoring.score_on_computed");
    CHECK(fault(capped, actual("7")) == "scoring.plan_missing");
    CHECK(fault(capped, of_plan("0", "7")) == "scoring.plan_not_positive");
    CHECK(fault(capped, of_plan("7", "-1")) == "scoring.actual_negative");
    CHECK(fault(capped, {std::nullopt, Decimal::whole(7), std::nullopt}) == "scoring.actual_missing");
}

TEST_CASE("a step table gives the first row reached, upwards or downwards") {
    const Table up = leaf_table("rule: steps, steps: [{from: 95, points: 10}, {from: 80, points: 6}]");
    CHECK(earned(up, actual("95")) == "10.0");
    CHECK(earned(up, actual("94.99")) == "6.0");
    CHECK(earned(up, actual("79.99")) == "0.0");
    const Table down = leaf_table("rule: steps, low_is_better: true, steps: [{up_to: 1.5, points: 10}, {up_to: 3, points: 4}]");
    CHECK(earned(down, actual("1.5")) == "10.0");
    CHECK(earned(down, actual("2")) == "4.0");
    CHECK(earned(down, actual("3.01")) == "0.0");
}

TEST_CASE("each case costs, down to nothing") {
    const Table cases = leaf_table("rule: per_case, each: 1.5");
    CHECK(earned(cases, actual("0")) == "10.0");
    CHECK(earned(cases, actual("2")) == "7.0");
    CHECK(earned(cases, actual("9")) == "0.0");
    CHECK(fault(cases, actual("1.5")) == "scoring.actual_not_whole");
}

TEST_CASE("places among the cluster, equals sharing") {
    const Table rank = leaf_table("rule: rank, places: [10, 8, 5]");
    CHECK(earned(rank, actual("70"), 1) == "10.0");
    CHECK(earned(rank, actual("70"), 3) == "5.0");
    CHECK(earned(rank, actual("70"), 4) == "0.0");
    CHECK(earned(rank, {}, 1) == "0.0");
    const std::vector<std::optional<Decimal>> actuals = {Decimal::whole(70), Decimal::whole(90), std::nullopt, Decimal::whole(70), Decimal::whole(50)};
    CHECK(places_of(actuals, false) == std::vector<int>{2, 1, 5, 2, 4});
    CHECK(places_of(actuals, true) == std::vector<int>{2, 4, 5, 2, 1});
}

TEST_CASE("an indicator's value and a count of met criteria bring so much each, never above max") {
    const Table indicator = leaf_table("rule: indicator, each: 0.1, source: {set: s, indicator: '15.2'}", "10", "0.1");
    CHECK(earned(indicator, actual("87.5")) == "8.8");
    CHECK(earned(indicator, actual("870")) == "10.0");
    const Table met = leaf_table("rule: met_criteria, each: 0.5, source: {set: s}");
    CHECK(earned(met, actual("17")) == "8.5");
    CHECK(fault(met, actual("16.5")) == "scoring.actual_not_whole");
}

TEST_CASE("weights bring more or less of an item to the total") {
    const Table weighted = table(yaml("items: [{id: a, title: A, max: 4, weight: 150}, {id: b, title: B, max: 8, weight: 50}]\n"));
    CHECK(total(weighted, {score("3"), score("7")}).total == points("8"));    // 4.5 + 3.5
}

TEST_CASE("sums follow the tree") {
    const Table t1 = table(bytes_of("tests/files/scoring/t1_quy_hoach.yaml"));
    std::vector<Given> full;
    for (std::size_t n = 0; n < t1.leaves.size(); ++n) full.push_back({t1.leaf(n).max, std::nullopt, std::nullopt});
    const Points all = total(t1, full);
    CHECK(all.total.text(t1.decimals) == "100.0");
    CHECK(all.items[static_cast<std::size_t>(*t1.item_named("2.2"))] == points("40"));
}

TEST_CASE("a bonus group is capped, summed or the best of its flags, inside the scale or above it") {
    const auto with = [](const char* group) {
        return table(yaml(std::string("items: [{id: a, title: A, max: 10}]\nbonus: [{id: g, title: G, ") + group + ", items: [{id: b, title: B, max: 3}, {id: c, title: C, max: 2}]}]\n"));
    };
    const auto bonus = [](const Table& of, const char* base) { return total(of, {score(base), score("3"), score("2")}); };
    CHECK(bonus(with("above_scale: true"), "9").total == points("14"));
    CHECK(bonus(with("above_scale: true, cap: 4"), "9").total == points("13"));
    CHECK(bonus(with("above_scale: true, combine: max"), "9").total == points("12"));
    const Points inside = bonus(with("cap: 4"), "9");
    CHECK(inside.total == points("10"));
    CHECK(inside.bonus == points("1"));
    REQUIRE(inside.cuts.size() == 2);
    CHECK(inside.cuts[0].rule == "cap");
    CHECK(inside.cuts[1].rule == "scale");
}

TEST_CASE("penalties and lateness are taken off after the scale is kept, never below nothing") {
    const Table with = table(yaml("items: [{id: a, title: A, max: 10}]\nbonus: [{id: g, title: G, items: [{id: b, title: B, max: 3}]}]\n"
                                  "penalty: [{id: p, title: P, cap: 4, items: [{id: c, title: C, max: 6, rule: per_case, each: 2}]}]\nlate: {per_day: 0.5, cap: 1}\n"));
    CHECK(total(with, {score("10"), score("3"), actual("1")}).total == points("8"));    // not hidden behind the unused bonus
    CHECK(total(with, {score("10"), {}, actual("3")}).penalty == points("4"));
    CHECK(total(with, {score("10"), {}, {}}, 1).total == points("9.5"));
    CHECK(total(with, {score("10"), {}, {}}, 9).total == points("9"));
    CHECK(total(with, {score("1"), {}, actual("3")}).total == Score());
}
