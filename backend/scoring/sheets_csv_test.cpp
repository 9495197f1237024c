#include "scoring/sheets_csv.hpp"

#include <doctest/doctest.h>

#include "scoring/table_fixture.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::scoring::testing;

namespace {

const std::string header = "unit,cluster,item,stage,score,plan,actual,reason\n";

const Table& sample() {
    static const Table read = table(yaml(
        "items: [{id: a, title: A, max: 6, scorer: so}, {id: b, title: B, max: 4, rule: proportional}]\n"
        "bonus: [{id: g, title: G, above_scale: true, items: [{id: c, title: C, max: 2, rule: yes_no}]}]\n"
        "stages: [{id: self, title: S}, {id: recheck, title: R}, {id: field, title: F, by_field: true}]\n"
        "knock_out: [{id: debt, title: D, clause: c, above: 0}, {id: no_report, title: N, clause: c}]\nhold: [{id: case, title: H, clause: c}]\n"));
    return read;
}

std::string faults_in(const std::string& rows) {
    const auto read = read_sheets(sample(), header + rows);
    return read ? "" : faults(read.error());
}
UnitSheet only(const std::string& rows) {
    const auto read = read_sheets(sample(), header + rows);
    REQUIRE_MESSAGE(read, faults_in(rows));
    REQUIRE(read->size() == 1);
    return read->front();
}

const std::string whole = "U,1,a,self,5,,,\nU,1,b,self,,10,8,\n";

}    // namespace

TEST_CASE("each leaf counts as the last stage that scored it says") {
    CHECK(only(whole).leaves[0].score == points("5"));
    const UnitSheet checked = only(whole + "U,1,a,recheck,4,,,thiếu minh chứng\nU,1,b,recheck,,10,8,\n");
    CHECK(checked.leaves[0].score == points("4"));
    const UnitSheet by_field = only(whole + "U,1,a,field,3,,,sở chấm lại\n");
    CHECK(by_field.leaves[0].score == points("3"));
    CHECK(by_field.leaves[1].actual == Decimal::whole(8));
    CHECK(only(whole).leaves[2].is_empty());    // nobody's bonus is nothing
}

TEST_CASE("a stage that began must be whole; a stage by field has what its scorers score") {
    CHECK(faults_in("U,1,a,self,5,,,\n") == "scoring.leaf_missing@2");
    CHECK(faults_in(whole + "U,1,a,recheck,5,,,\n") == "scoring.leaf_missing@2");
    CHECK(faults_in(whole + "U,1,b,field,,10,9,x\n").starts_with("scoring.not_by_field@4"));
    CHECK(faults_in("U,1,@late_days,,,,3,\n") == "scoring.leaf_missing@2 scoring.leaf_missing@2");
}

TEST_CASE("a stage that changes a score says why") {
    CHECK(faults_in(whole + "U,1,a,recheck,4,,,\nU,1,b,recheck,,10,8,\n") == "scoring.reason_missing@4");
    CHECK(faults_in(whole + "U,1,a,recheck,5,,,\nU,1,b,recheck,,10,7,\n") == "scoring.reason_missing@5");
}

TEST_CASE("what a row says must be possible, told by its line") {
    CHECK(faults_in(",1,a,self,5,,,\n") == "scoring.unit_missing@2");
    CHECK(faults_in("U,,a,self,5,,,\n") == "scoring.cluster_missing@2");
    CHECK(faults_in(whole + "U,2,c,self,2,,,\n") == "scoring.two_clusters@4");
    CHECK(faults_in(whole + "U,1,z,self,2,,,\n") == "scoring.item_unknown@4");
    CHECK(faults_in(whole + "U,1,c,council,2,,,\n") == "scoring.stage_unknown@4");
    CHECK(faults_in(whole + "U,1,a,self,5,,,\n") == "scoring.row_twice@4");
    CHECK(faults_in(whole + "U,1,c,self,1,,,\n") == "scoring.all_or_nothing@4");
    CHECK(faults_in(whole + "U,1,c,self,,,maybe,\n") == "scoring.not_yes_no@4");
    CHECK(faults_in(whole + "U,1,c,self,x,,,\n") == "scoring.not_a_number@4");
    CHECK(faults_in("U,1,a,self,5,,,\nU,1,b,self,3,10,8,\n") == "scoring.score_on_computed@3");
    CHECK(faults_in("U,1,a,self,9,,,\nU,1,b,self,,10,8,\n") == "scoring.score_off_range@2");
    CHECK(faults_in("") == "scoring.no_rows@1");
    CHECK(faults_in("U,1,a\n").starts_with("csv."));
    CHECK(!read_sheets(sample(), "unit,cluster\n"));
}

TEST_CASE("a parent is not scored") {
    const Table t1 = table(bytes_of("tests/files/scoring/t1_quy_hoach.yaml"));
    const auto read = read_sheets(t1, header + "U,1,2.2,self,40,,,\n");
    REQUIRE(!read);
    CHECK(read.error().faults.front().code == "scoring.item_not_leaf");
}

TEST_CASE("facts stand beside the points") {
    const UnitSheet all = only(whole + "U,1,@knock_out:debt,,,,1200000,công trình X\nU,1,@knock_out:no_report,,,,không,\nU,1,@hold:case,,,,có,văn bản thụ lý số 1\n"
                                       "U,1,@late_days,,,,3,\nU,1,@last_year,,,,9.5,\nU,1,@council_place,,,,2,\nU,1,@adjusted_place,,,,1,biên bản số 2\n");
    CHECK(all.facts[0].is == UnitFact::Is::yes);
    CHECK(all.facts[0].found == "1200000");
    CHECK(all.facts[0].reason == "công trình X");
    CHECK(all.facts[1].is == UnitFact::Is::no);
    CHECK(all.facts[2].is == UnitFact::Is::yes);
    CHECK(all.late_days == 3);
    CHECK(all.last_year == points("9.5"));
    CHECK(all.council_place == 2);
    REQUIRE(all.adjustment);
    CHECK(all.adjustment->minutes == "biên bản số 2");
    CHECK(only(whole + "U,1,@knock_out:debt,,,,0,\n").facts[0].is == UnitFact::Is::no);
    CHECK(only(whole + "U,1,@knock_out:debt,,,,chưa xác nhận,\n").facts[0].is == UnitFact::Is::unconfirmed);
    CHECK(only(whole).facts[0].is == UnitFact::Is::unsaid);
}

TEST_CASE("a fact that says nothing sensible is refused by its line") {
    CHECK(faults_in(whole + "U,1,@knock_out:z,,,,1,\n") == "scoring.fact_unknown@4");
    CHECK(faults_in(whole + "U,1,@hold:debt,,,,1,\n") == "scoring.fact_unknown@4");
    CHECK(faults_in(whole + "U,1,@weather,,,,1,\n") == "scoring.fact_unknown@4");
    CHECK(faults_in(whole + "U,1,@late_days,,2,,,\n").starts_with("scoring.fact_in_actual@4"));
    CHECK(faults_in(whole + "U,1,@late_days,,,,-1,\n") == "scoring.not_whole@4");
    CHECK(faults_in(whole + "U,1,@council_place,,,,0,\n") == "scoring.not_whole@4");
    CHECK(faults_in(whole + "U,1,@late_days,,,,1,\nU,1,@late_days,,,,1,\n") == "scoring.fact_twice@5");
    CHECK(faults_in(whole + "U,1,@adjusted_place,,,,1,\n") == "scoring.minutes_missing@4");
    CHECK(faults_in(whole + "U,1,@knock_out:debt,,,,nhiều,\n") == "scoring.not_a_number@4");
    CHECK(faults_in(whole + "U,1,@hold:case,,,,maybe,\n") == "scoring.not_yes_no@4");
    CHECK(faults_in(whole + "U,1,@last_year,,,,x,\n").starts_with("scoring.not_a_number@4"));
}
