#include "criteria/values_csv.hpp"

#include "criteria/criteria_fixture.hpp"

using namespace cs;
using namespace cs::criteria;
using namespace cs::criteria::test;

namespace {

const std::string all_kinds = set_of(
    "- {no: '1', name: tỷ lệ, kind: percent, unit: '%', threshold: {mode: national, value: 80}, confidence: memory-low}\n"
    "- {no: '2', name: số, kind: count, threshold: {mode: national, value: 1}, confidence: memory-low,"
    " alt_rules: [{when: so_truong <= 3, threshold: 2}]}\n"
    "- {no: '3', name: có, kind: boolean, comparator: is_true, threshold: {mode: national, value: true}, confidence: memory-low,"
    " sub_conditions: [{name: p, kind: percent, value: 98}, {name: q, kind: level, value: 2}]}\n"
    "- {no: '4', name: mức, kind: text, comparator: at_least, scale: [Yếu, Khá], threshold: {mode: national, value: Khá}, confidence: memory-low}\n"
    "- {no: '5', name: giới, kind: percent, unit: '%', both_sexes_must_meet: true, threshold: {mode: national, value: 80}, confidence: memory-low}\n"
    "- {no: '6', name: nếu có, kind: boolean, comparator: is_true, applies_only_if_present: true, threshold: {mode: national, value: true}, confidence: memory-low}\n"
    "- {no: '7', name: so với, kind: percent, unit: '% so với mức', threshold: {mode: national, value: 110}, confidence: memory-low}\n");

std::string bad(const std::string& rows) { return value_faults(all_kinds, rows); }

}    // namespace

TEST_CASE("units come in the order they first appear, rows in any order") {
    const auto judged = judge_rows(all_kinds, "B,1,80,,,\nA,2,1,,,\nB,2,0,,,\n");
    REQUIRE(judged->units.size() == 2);
    CHECK(judged->units.at(0).unit == "B");
    CHECK(judged->units.at(0).criteria.at(0).because.at(1).verdict == Verdict::undetermined);    // its fact is missing
    CHECK(judged->units.at(0).criteria.at(0).because.at(0).verdict == Verdict::met);
}

TEST_CASE("a row without a unit or of an unknown indicator is refused with its line") {
    CHECK(bad(",1,80,,,\n") == "criteria.unit_missing@2");
    CHECK(bad("A,1,80,,,\nA,99,1,,,\n") == "criteria.indicator_unknown@3");
    CHECK(bad("A,@dan_so,5,,,\n") == "criteria.indicator_unknown@2");
    CHECK(bad("A,3#3,5,,,\n") == "criteria.indicator_unknown@2");
    CHECK(bad("A,1#1,5,,,\n") == "criteria.indicator_unknown@2");
}

TEST_CASE("a pair given twice is refused even when the values are equal or empty") {
    CHECK(bad("A,1,80,,,\nB,1,80,,,\nA,1,80,,,\n") == "criteria.pair_twice@4");
    CHECK(bad("A,1,,,,\nA,1,80,,,\n") == "criteria.pair_twice@3");
}

TEST_CASE("a percent outside 0-100 is refused, only where the unit is exactly %") {
    CHECK(bad("A,1,100.01,,,\n") == "criteria.value_percent@2");
    CHECK(bad("A,1,-1,,,\n") == "criteria.value_percent@2");
    CHECK(bad("A,3#1,101,,,\n") == "criteria.value_percent@2");
    CHECK(bad("A,5,,50,101,\n") == "criteria.value_percent@2");
    CHECK(judge_rows(all_kinds, "A,7,250,,,\nA,1,100,,,\n")->units.size() == 1);
    CHECK(judge_rows(all_kinds, "A,1,0,,,\n")->units.size() == 1);
}

TEST_CASE("a text in a number, a negative count and an unknown word are refused at the field") {
    CHECK(bad("A,2,nhiều,,,\n") == "criteria.value_not_number@2");
    CHECK(bad("A,2,1.000.000,,,\n") == "criteria.value_not_number@2");
    CHECK(bad("A,2,-1,,,\n") == "criteria.value_negative@2");
    CHECK(bad("A,@so_truong,-1,,,\n") == "criteria.value_negative@2");
    CHECK(bad("A,3#2,-1,,,\n") == "criteria.value_negative@2");
    CHECK(bad("A,3,có,,,\n") == "criteria.value_not_yes_no@2");
    CHECK(bad("A,3,dat,,,\n") == "criteria.value_not_yes_no@2");
    CHECK(bad("A,4,Tốt,,,\n") == "criteria.value_not_in_scale@2");
}

TEST_CASE("sex columns are for both-sexes indicators only, whose value is ignored") {
    CHECK(bad("A,1,80,80,,\n") == "criteria.sexes_not_asked@2");
    CHECK(bad("A,3,,,đạt,\n") == "criteria.sexes_not_asked@2");
    CHECK(judge_rows(all_kinds, "A,5,không đọc,80,80,\n")->indicator(4).verdict == Verdict::met);
}

TEST_CASE("applicable=false is refused elsewhere than where the set says if present") {
    CHECK(bad("A,1,,,,false\n") == "criteria.applicable_not_allowed@2");
    CHECK(bad("A,3#1,,,,0\n") == "criteria.applicable_not_allowed@2");
    CHECK(bad("A,@so_truong,,,,false\n") == "criteria.applicable_not_allowed@2");
    CHECK(bad("A,6,,,,có lẽ\n") == "criteria.applicable_word@2");
    CHECK(judge_rows(all_kinds, "A,1,80,,,true\n")->indicator().verdict == Verdict::met);
}

TEST_CASE("a yes/no indicator given both whole and by a part is refused") {
    CHECK(bad("A,3,đạt,,,\nB,3,đạt,,,\nA,3#2,2,,,\n") == "criteria.whole_and_parts@4");
}

TEST_CASE("every bad row is listed, and a file of another header gives nothing") {
    CHECK(bad("A,1,101,,,\nA,2,x,,,\n\"B\nC\",1,80,,,\nB,9,,,,\n") ==
          "criteria.value_percent@2 criteria.value_not_number@3 criteria.indicator_unknown@6");
    const CriteriaSet set = good_set(all_kinds);
    const auto plan = compile(Ground{&set}, {}, "DBSH", 2024, false);
    CHECK(faults(read_values(*plan, "unit;indicator;value\nA;1;80\n")) == "csv.header@1");
    CHECK(faults(read_values(*plan, "")) == "csv.empty@1");
    CHECK(read_values(*plan, "\xEF\xBB\xBFunit,indicator,value,value_male,value_female,applicable\r\nA,1,80,,,\r\n"));
}
