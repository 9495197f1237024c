#include "scoring/table_effect.hpp"

#include <doctest/doctest.h>

#include "scoring/table_yaml.hpp"

using namespace cs;
using namespace cs::scoring;

namespace {

Table table(const std::string& items, const std::string& rest = "", const std::string& scale = "100") {
    auto read = read_table("schema_version: 1\nid: b\ntitle: Bảng\nyear: 2025\nscale: " + scale + "\nitems:\n" + items + rest);
    if (!read)
        for (const Fault& fault : read.error().faults) MESSAGE(fault.code << " " << fault.where);
    REQUIRE(read);
    return *std::move(read);
}

std::vector<std::string> told(const Table& older, const Table& newer) {
    std::vector<std::string> all;
    for (const Effect& e : effects(older, newer))
        all.push_back(std::string(word_of(e.on)) + " " + std::string(word_of(e.kind)) + " " + e.id + (e.field.empty() ? "" : " " + e.field) + " " +
                      e.from.value_or("–") + " → " + e.to.value_or("–"));
    return all;
}

using Lines = std::vector<std::string>;

}    // namespace

TEST_CASE("the same rules have no effect") {
    const Table one = table("  - {id: a, title: A, max: 60}\n  - {id: b, title: B, max: 40}\n");
    CHECK(effects(one, one).empty());
}

TEST_CASE("items that appear, go and change are named with their maxima") {
    const Table older = table("  - {id: a, title: A, max: 60}\n  - {id: b, title: B, max: 40}\n");
    const Table newer = table("  - {id: a, title: A, max: 70}\n  - {id: c, title: C, max: 30, rule: per_case, each: 5}\n");
    CHECK(told(older, newer) == Lines{"leaf changed a max 60 → 70", "leaf added c – → 30", "leaf removed b 40 → –"});
}

TEST_CASE("a leaf that is divided stays the same item") {
    const Table older = table("  - {id: a, title: A, max: 100}\n");
    const Table newer = table("  - {id: a, title: A, max: 100, items: [{id: a1, title: A1, max: 100}]}\n");
    CHECK(told(older, newer) == Lines{"parent changed a rule manual → ", "leaf added a1 – → 100"});
}

TEST_CASE("rules beside the items: classes, ties, knock-outs, the scale") {
    const Table older = table("  - {id: a, title: A, max: 100}\n", "classes: [{id: x, title: X, from: 90}]\nties: [council_vote]\n");
    const Table newer = table("  - {id: a, title: A, max: 100}\n",
                              "classes: [{id: x, title: X, from: 85, quota: {percent: 20, round: ceil}}]\nties: [fewer_penalties, council_vote]\n"
                              "hold: [{id: k, title: K, clause: kh547.vi_5}]\n");
    CHECK(told(older, newer) == Lines{"knock_out added k – → –", "classification changed x from 90 → 85", "classification changed x quota  → 20 % ceil",
                                      "tie changed ties ties council_vote → fewer_penalties, council_vote"});
}
