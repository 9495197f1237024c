// What a round of scoring says no to, one by one; each leaves no trace.
#include "contract/scoring_fixture.hpp"
#include "org/commands.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::test;

TEST_CASE("a round is not opened with a window turned round, a stranger's cluster, or an office for a field the table has not") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        const auto no = [&](const NewScoreRound& r) { return s.refused_as(s.coordinator, [&](const Moment& m) { return open_score_round(m, r); }); };
        NewScoreRound r = s.wanted();
        r.opens_on = 2025y / 3 / 31;
        r.closes_on = 2025y / 3 / 1;
        CHECK(no(r) == "score.round_faulty closes_on=score.window_turned");
        r = s.wanted();
        r.stages[1].kind = StageKind::field;
        CHECK(no(r) == "score.round_faulty stages[1]=score.field_differs offices=score.office_missing");
        r = s.wanted({"self", "departments"});
        r.offices = {{"tai_chinh", s.unit("TH-YT")}, {"khac", s.unit("TH-YT")}};
        CHECK(no(r) == "score.round_faulty offices[1]=score.scorer_unknown");
        r = s.wanted();
        r.clusters = {org::ClusterId::born(s.now())};
        CHECK(no(r).starts_with("score.round_faulty clusters[0]=score.cluster_unknown"));
        const auto cluster = s.must([&](Tx& tx) -> Result<org::ClusterId> {
            CS_TRY(const org::ClusterId id, org::add_cluster(tx, s.now(), audit::By{}, org::ClusterKind::cluster, "Cụm"));
            CS_TRY_DONE(org::save_cluster(tx, s.now(), audit::By{}, id, 2024, {"Cụm", std::nullopt, {s.unit("TH12"), s.unit("TH13")}}));
            return id;
        });
        r.clusters = {cluster};
        r.root = s.unit("TH11");
        CHECK(no(r) == "score.round_faulty clusters[0]=score.cluster_outside clusters[0]=score.cluster_outside");
    });
}

TEST_CASE("nothing asked is nothing done, and an objection nobody raised is not answered") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        CHECK(s.no_score(s.clerk, {}) == "score.no_cells");
        CHECK(s.refused_as(s.district, [&](const Moment& m) { return confirm_scores(m, s.march, {}, s.minutes()); }) == "score.no_sheets");
        CHECK(s.refused_as(s.secretary, [&](const Moment& m) { return answer_objection(m, ObjectionId::born(s.now()), {false, "Không", s.minutes()}); }) == "score.objection_unknown");
    });
}

TEST_CASE("a unit does not withdraw what was checked, a result is not told before its last stage") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        s.sent_in(s.clerk, "TH11");
        CHECK(s.refused_as(s.secretary, [&](const Moment& m) { return announce_scores(m, s.march, {s.scores.at("TH11")}, s.minutes()); }) == "score.need.last_stage_confirmed");
        REQUIRE(s.score(s.district, s.whole("TH11")));
        REQUIRE(s.confirm(s.district, {"TH11"}));
        CHECK(s.refused_as(s.clerk, [&](const Moment& m) { return withdraw_score(m, s.scores.at("TH11"), "Nhầm"); }) == "score.need.no_stage_confirmed");
        REQUIRE(s.score(s.secretary, s.whole("TH11")));
        REQUIRE(s.as(s.secretary, [&](const Moment& m) { return return_score_items(m, s.scores.at("TH11"), {{"a", "Xem lại", 2025y / 3 / 20}}); }));
        CHECK(s.no_score(s.clerk, {s.cell("TH11", "a", "39", "Xin thêm")}) == "score.cells_refused cells[0]=score.checked_already");
    });
}

TEST_CASE("an objection that is turned down changes no score") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted({"self", "recheck"}));
        s.sent_in(s.clerk, "TH11");
        REQUIRE(s.score(s.district, s.whole("TH11")));
        REQUIRE(s.confirm(s.district, {"TH11"}));
        REQUIRE(s.as(s.secretary, [&](const Moment& m) { return announce_scores(m, s.march, {s.scores.at("TH11")}, s.minutes("9/TB")); }));
        const auto made = s.as(s.clerk, [&](const Moment& m) { return object_to_score(m, s.scores.at("TH11"), "a", "Xem lại", {}); });
        REQUIRE(made);
        CHECK(s.refused_as(s.secretary, [&](const Moment& m) { return answer_objection(m, made->id, {false, "Không đủ căn cứ", s.minutes(), {Score::hundredths(3600), {}, {}}}); }) ==
              "score.answer_faulty score=score.given_not_asked");
    });
}

TEST_CASE("a round does not change to the table of another year or of other stages") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        const auto loaded = [&](const std::string& what, const std::string& by) {
            std::string yaml = score_table;
            yaml.replace(yaml.find(what), what.size(), by);
            return s.must([&](Tx& tx) { return load_table(tx, s.now(), audit::By{}, yaml, "", s.unit("TH1")); }).loaded.version.id;
        };
        const TableVersionId next_year = loaded("year: 2024", "year: 2025");
        const TableVersionId other_stages = loaded("  - {id: recheck, title: Tổ phúc tra, closes: \"03-20\"}\n", "");
        const auto no = [&](const TableVersionId& id) { return s.refused_as(s.coordinator, [&](const Moment& m) { return change_score_table(m, s.march, id); }); };
        CHECK(no(next_year) == "score.table_unfit table=score.table_other_year");
        CHECK(no(other_stages) == "score.table_unfit table=score.table_other_stages");
    });
}
