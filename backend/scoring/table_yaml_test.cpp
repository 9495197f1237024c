#include "scoring/table_yaml.hpp"

#include <doctest/doctest.h>

#include "scoring/table_fixture.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::scoring::testing;

namespace {

const std::string one_leaf = "items: [{id: a, title: A, max: 10}]\n";

}    // namespace

TEST_CASE("a published table of three levels adds up and its wrong caption is told, not mended") {
    const Table t1 = table(bytes_of("tests/files/scoring/t1_quy_hoach.yaml"));
    CHECK(t1.scale == points("100"));
    CHECK(t1.leaves.size() == 17);
    REQUIRE(t1.warnings.size() == 1);
    CHECK(t1.warnings[0].code == "scoring.caption_sum");
    CHECK(t1.warnings[0].args == Args{{"id", "t1_quy_hoach"}, {"caption", "95"}, {"real", "100"}});
}

TEST_CASE("half points: 5.0 is computed from its parts, 19.5 given leaves 10.0 to the remainder") {
    const Table t5 = table(bytes_of("tests/files/scoring/t5_tuyen_truyen.yaml"));
    const auto max = [&](const char* id) { return t5.items[static_cast<std::size_t>(*t5.item_named(id))].max.text(t5.decimals); };
    CHECK(max("1.1") == "5.0");
    CHECK(max("1") == "19.5");
    CHECK(max("1.4") == "10.0");
    REQUIRE(t5.warnings.size() == 1);
    CHECK(t5.warnings[0].code == "scoring.remainder");
}

TEST_CASE("1,000 may be 950 for the contents and 50 of bonus") {
    CHECK(table(bytes_of("tests/files/scoring/t4_cum_1.yaml")).scale == points("1000"));
    const std::string bonus = "bonus: [{id: g, title: G, cap: 2, items: [{id: b, title: B, max: 2}]}]\n";
    CHECK(faults(yaml(one_leaf + bonus, "12")).empty());
    CHECK(faults(yaml(one_leaf + bonus, "10")).empty());
    CHECK(faults(yaml(one_leaf + bonus, "11")) == "scoring.scale_differs@4");
    const std::string above = "bonus: [{id: g, title: G, cap: 2, above_scale: true, items: [{id: b, title: B, max: 2}]}]\n";
    CHECK(faults(yaml(one_leaf + above, "12")) == "scoring.scale_differs@4");
}

TEST_CASE("what does not add up is a fault of its line") {
    CHECK(faults(yaml("items:\n  - id: a\n    title: A\n    max: 10\n    items:\n      - {id: b, title: B, max: 4}\n      - {id: c, title: C, max: 5}\n")) == "scoring.sum_differs@9");
    CHECK(faults(yaml("items: [{id: a, title: A, max: 9}]\n")) == "scoring.scale_differs@4");
    CHECK(faults(yaml("items:\n  - id: a\n    title: A\n    max: 10\n    items:\n      - {id: b, title: B, max: remainder}\n      - {id: c, title: C, max: 11}\n")) == "scoring.remainder_negative@9");
    CHECK(faults(yaml("items:\n  - id: a\n    title: A\n    items:\n      - {id: b, title: B, max: remainder}\n      - {id: c, title: C, max: 10}\n")).starts_with("scoring.remainder_of_nothing@"));
    CHECK(faults(yaml("items:\n  - id: a\n    title: A\n    max: 10\n    items:\n      - {id: b, title: B, max: remainder}\n      - {id: c, title: C, max: remainder}\n")).starts_with("scoring.two_remainders@"));
}

TEST_CASE("a weight changes what an item brings, and the sum is checked with it") {
    const std::string items = "items: [{id: a, title: A, max: 4, weight: 150}, {id: b, title: B, max: 8, weight: 50}]\n";
    CHECK(faults(yaml(items)).empty());
    CHECK(faults(yaml("items: [{id: a, title: A, max: 10, weight: 0}]\n")).starts_with("scoring.weight_impossible@6"));
    CHECK(faults(yaml(one_leaf + "bonus: [{id: g, title: G, items: [{id: b, title: B, max: 2, weight: 50}]}]\n")) == "scoring.weight_in_group@7");
}

TEST_CASE("points keep to the step") {
    CHECK(faults(yaml("items: [{id: a, title: A, max: 10.3}]\n")).starts_with("scoring.off_the_step@6"));
    CHECK(faults(yaml("items: [{id: a, title: A, max: 10.3}]\n", "10.3", "0.1")).empty());
    CHECK(faults(yaml("items: [{id: a, title: A, max: -1}]\n")).starts_with("scoring.off_the_step@6"));
    CHECK(faults(yaml("items: [{id: a, title: A, max: mười}]\n")).starts_with("scoring.not_a_number@6"));
    CHECK(faults(yaml(one_leaf, "10", "0.3")).starts_with("scoring.step_unknown@5"));
}

TEST_CASE("ids are given once and can stand in a file of rows") {
    CHECK(faults(yaml("items: [{id: a, title: A, max: 5}, {id: a, title: B, max: 5}]\n")) == "scoring.id_twice@6");
    CHECK(faults(yaml("items: [{id: '@a', title: A, max: 10}]\n")) == "scoring.bad_id@6");
    CHECK(faults(yaml("items: [{id: 'a:b', title: A, max: 10}]\n")) == "scoring.bad_id@6");
    CHECK(faults(yaml(one_leaf + "bonus: [{id: a, title: G, items: [{id: b, title: B, max: 2}]}]\n")) == "scoring.id_twice@7");
}

TEST_CASE("a rule says what it needs") {
    const auto leaf = [](const std::string& rule) { return faults(yaml("items: [{id: a, title: A, max: 10, " + rule + "}]\n")); };
    CHECK(leaf("rule: wishful") == "criteria.unknown_word@6");
    CHECK(leaf("rule: per_case") == "criteria.missing_key@6");
    CHECK(leaf("rule: per_case, each: 0") == "scoring.each_nothing@6");
    CHECK(leaf("rule: steps") == "criteria.missing_key@6");
    CHECK(leaf("rule: steps, steps: [{from: 90, points: 12}]") == "scoring.above_max@6");
    CHECK(leaf("rule: steps, steps: [{from: 80, points: 5}, {from: 90, points: 10}]") == "scoring.steps_unordered@6");
    CHECK(leaf("rule: steps, low_is_better: true, steps: [{up_to: 2, points: 10}, {up_to: 4, points: 5}]").empty());
    CHECK(leaf("rule: rank") == "criteria.missing_key@6");
    CHECK(leaf("rule: rank, places: [10, 12]") == "scoring.above_max@6 scoring.places_unordered@6");
    CHECK(leaf("rule: rank, places: [10, 8.3]") == "scoring.off_the_step@6");
    CHECK(leaf("rule: indicator, each: 1") == "criteria.missing_key@6");
    CHECK(leaf("rule: indicator, each: 1, source: {set: s}") == "criteria.missing_key@6");
    CHECK(leaf("rule: met_criteria, each: 0.5, source: {set: s, indicator: '1'}") == "scoring.met_criteria_counts_all@6");
    CHECK(leaf("rule: met_criteria, each: 0.5, source: {set: s}").empty());
    CHECK(leaf("each: 1") == "criteria.unknown_key@6");
}

TEST_CASE("stages, classes, ties, quotas and facts are read strictly") {
    const auto also = [](const std::string& more) { return faults(yaml(one_leaf + more)); };
    CHECK(also("stages: [{id: s, title: S, closes: 02-30}]\n") == "scoring.not_month_day@7");
    CHECK(also("stages: [{id: s, title: S}, {id: s, title: S}]\n") == "scoring.id_twice@7");
    CHECK(also("stages: [{id: s, title: S, by_field: true}]\n") == "scoring.first_stage_by_field@7");
    CHECK(also("classes: [{id: x, title: X, from: 5}, {id: y, title: Y, from: 8}]\n") == "scoring.classes_unordered@7");
    CHECK(also("classes: [{id: x, title: X, from: 5, quota: {}}]\n") == "scoring.quota_unclear@7");
    CHECK(also("classes: [{id: x, title: X, from: 5, quota: {count: 1, percent: 20}}]\n") == "scoring.quota_unclear@7");
    CHECK(also("classes: [{id: x, title: X, from: 5, quota: {percent: 120}}]\n") == "scoring.quota_unclear@7");
    CHECK(also("ties: [luck]\n") == "scoring.tie_unknown@7");
    CHECK(also("ties: ['higher_item:z']\n") == "scoring.item_unknown@7");
    CHECK(also("ties: [higher_item]\n") == "scoring.item_unknown@7");
    CHECK(also("ties: [council_vote, fewer_penalties]\n") == "scoring.vote_not_last@7");
    CHECK(also("knock_out: [{id: debt, title: D}]\n") == "criteria.missing_key@7");
    CHECK(also("knock_out: [{id: debt, title: D, clause: c, above: x}]\n") == "scoring.not_a_number@7");
    CHECK(also("knock_out: [{id: d, title: D, clause: c}]\nhold: [{id: d, title: D, clause: c}]\n") == "scoring.id_twice@8");
    CHECK(also("late: {cap: 2}\n") == "criteria.missing_key@7");
    CHECK(also("surprise: 1\n") == "criteria.unknown_key@7");
    CHECK(also("caption: {sums: [z]}\n") == "scoring.item_unknown@1");
    CHECK(also("bonus: [{id: g, title: G}]\n") == "scoring.group_empty@7");
}

TEST_CASE("a file that is no table is refused") {
    CHECK(faults("") == "criteria.not_a_map@1");
    CHECK(faults("- 1\n") == "criteria.not_a_map@1");
    CHECK(faults("id: [").starts_with("criteria.yaml_malformed@"));
    CHECK(faults("a: &x 1\nb: *x\n") == "criteria.alias@1");
    CHECK(faults(yaml("")).find("scoring.no_items") != std::string::npos);
    CHECK(faults("id: t\ntitle: T\nyear: 20\nscale: 10\n" + one_leaf) == "scoring.year_impossible@3");
}

TEST_CASE("a tree deeper than a person can read is refused") {
    std::string deep = "{id: z, title: Z, max: 10}";
    for (int level = 0; level < 13; ++level) deep = "{id: l" + std::to_string(level) + ", title: L, items: [" + deep + "]}";
    CHECK(faults(yaml("items: [" + deep + "]\n")).find("scoring.too_many_items@6") != std::string::npos);
}

TEST_CASE("a printed maximum that the points do not bear out is told with every result") {
    const Table one = table(yaml("items: [{id: a, title: A, max: 10, caption: {max: 9}}]\n"));
    REQUIRE(one.warnings.size() == 1);
    CHECK(one.warnings[0].code == "scoring.caption_max");
}
