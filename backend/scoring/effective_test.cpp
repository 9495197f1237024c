// What counts of a sheet: the last confirmed stage, of a field its scorers; packed and unpacked it is the same.
#include "scoring/effective.hpp"

#include <doctest/doctest.h>

#include "scoring/table_yaml.hpp"

using namespace cs;
using namespace cs::scoring;

namespace {

const Table& table() {
    static const Table read = *read_table(R"(schema_version: 1
id: bo
title: Bảng
year: 2024
scale: 100
step: 0.5
stages: [{id: self, title: Tự chấm}, {id: recheck, title: Phúc tra}, {id: fields, title: Ngành, by_field: true}]
items:
  - {id: a, title: A, max: 60}
  - {id: b, title: B, max: 40, scorer: so, rule: proportional}
bonus:
  - {id: extra, title: Thưởng, items: [{id: c, title: C, max: 5}]}
)");
    return read;
}
const std::vector<RoundStage> stages = {{"self", "", StageKind::self, {}}, {"recheck", "", StageKind::recheck, {}}, {"fields", "", StageKind::field, {}}};
ScoreCell scored(int whole, const std::string& reason = "") { return {{Score::hundredths(whole * 100), {}, {}}, reason}; }
ScoreCell of(const char* plan, const char* actual) { return {{{}, Decimal::parse(plan), Decimal::parse(actual)}, ""}; }

}    // namespace

TEST_CASE("a later stage counts only once it is confirmed; a field counts for its own items") {
    const Cells cells = {{0, {{"a", scored(50)}, {"b", of("10", "9")}, {"c", scored(5)}}},
                         {1, {{"a", scored(40, "vì")}, {"b", of("10", "9")}}},
                         {2, {{"b", of("10", "8.5")}}}};
    CHECK(effective(table(), stages, cells, -1)[0].is_empty());
    CHECK(effective(table(), stages, cells, 0)[0].score == Score::hundredths(5000));
    CHECK(effective(table(), stages, cells, 1)[0].score == Score::hundredths(4000));
    CHECK(effective(table(), stages, cells, 1)[2].is_empty());    // the team gave no bonus
    const auto last = effective(table(), stages, cells, 2);
    CHECK(last[0].score == Score::hundredths(4000));
    CHECK(last[1].actual == Decimal::parse("8.5"));
}

TEST_CASE("what counts is one text and back") {
    const std::vector<Given> leaves = {{Score::hundredths(3850), {}, {}}, {{}, Decimal::parse("100"), Decimal::parse("-2.5")}, {}, {{}, {}, Decimal::parse("0")}};
    CHECK(packed(leaves) == "s3850;p100a-2.5;;a0");
    CHECK(unpacked(packed(leaves), 4) == leaves);
    CHECK(unpacked("", 2) == std::vector<Given>(2));
}

TEST_CASE("what a stage leaves open, and where it owes a reason") {
    const Cells cells = {{0, {{"a", scored(50)}, {"b", of("10", "9")}, {"c", scored(5)}}}, {1, {{"a", scored(40)}}}};
    CHECK(unscored(table(), stages, cells, 0).empty());
    CHECK(unscored(table(), stages, cells, 1) == std::vector<std::string>{"b", "c"});    // the bonus that was claimed is judged too
    CHECK(unscored(table(), stages, cells, 2) == std::vector<std::string>{"b"});
    CHECK(without_reason(table(), cells, 1) == std::vector<std::string>{"a"});
    CHECK(without_reason(table(), cells, 0).empty());
}
