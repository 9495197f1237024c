// Clusters: the head enters what was agreed for everybody, the deputy the head's own unit; cross-checks are drawn and may be blind;
// a table that changes in the middle shows its effect first.
#include "contract/scoring_cluster_fixture.hpp"
#include "scoring/honesty.hpp"
#include "scoring/score_minutes_http.hpp"
#include "scoring/score_view_http.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::test;

TEST_CASE("a cluster head enters the agreed scores of the whole cluster at once; his own unit's are the deputy's") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Clustered s(db, clock);
        s.begin(s.in_clusters({"self", "cluster"}));
        CHECK(s.score_sheet().cluster_label == "Cụm 1");
        s.all_sent();
        CHECK(s.no_score(s.other_clerk, s.agreed({"TH13"})) == "score.sheet_unknown");    // not the head
        CHECK(s.no_score(s.clerk, s.agreed({"TH11", "TH12"})) == "score.need.not_own_unit");
        REQUIRE(s.score(s.clerk, s.agreed({"TH12", "TH13"})));
        CHECK(s.refused_as(s.clerk, [&](const Moment& m) { return confirm_scores(m, s.march, {s.scores.at("TH12"), s.scores.at("TH11")}, s.minutes()); }) ==
              "score.sheets_refused sheets[1]=score.no_such_step");
        REQUIRE(s.as(s.coordinator, s.head("TH12", HeadSeat::deputy, 2025y / 3 / 1)));
        REQUIRE(s.score(s.other_clerk, s.agreed({"TH11"})));
        CHECK(s.confirm(s.clerk, {"TH11", "TH12", "TH13"}).value() == 3);    // one biên bản for all
        CHECK(s.total("TH13") == "93");
        CHECK(count(db, "score_confirmation") == 6);
    });
}

TEST_CASE("the head hands over to the next; a stranger does not") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Clustered s(db, clock);
        s.begin(s.in_clusters({"self", "cluster"}));
        s.all_sent();
        CHECK(s.refused_as(s.other_clerk, s.head("TH12", HeadSeat::head, 2025y / 3 / 6)) == "access.not_your_unit");
        CHECK(s.refused_as(s.district, s.head("TH12", HeadSeat::head, 2025y / 3 / 6)) == "access.not_your_role");
        CHECK(s.refused_as(s.coordinator, s.head("TH1", HeadSeat::head, 2025y / 3 / 6)) == "score.head_faulty unit=score.head_no_member");
        const auto may = [&](int year) { return [&s, year](const Moment& m) { return may_name_cluster_head(m, s.cluster, year); }; };    // what the button says
        CHECK(s.refused_as(s.other_clerk, may(2025)) == "access.not_your_unit");
        CHECK(s.refused_as(s.district, may(2025)) == "access.not_your_role");
        CHECK(s.refused_as(s.coordinator, may(2021)) == "access.not_your_unit");    // no members that year
        REQUIRE(s.as(s.coordinator, may(2025)));
        REQUIRE(s.as(s.clerk, may(2025)));
        REQUIRE(s.as(s.clerk, s.head("TH12", HeadSeat::head, 2025y / 3 / 5)));
        CHECK(s.refused_as(s.clerk, may(2025)) == "access.not_your_unit");    // handed over
        CHECK(s.refused_as(s.other_clerk, s.head("TH13", HeadSeat::head, 2025y / 3 / 5)) == "score.head_faulty from=score.head_before_last");
        CHECK(s.no_score(s.clerk, s.agreed({"TH13"})) == "score.sheet_unknown");
        CHECK(s.score(s.other_clerk, s.agreed({"TH13", "TH11"})));
    });
}

TEST_CASE("a round that runs keeps the cluster it was opened with, and says so to who changes it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Clustered s(db, clock);
        const auto running = [&] { return db.read([&](Tx& tx) { return ScoreRoundStore(tx).running_with(s.cluster); }); };
        CHECK(running().empty());
        s.begin(s.in_clusters({"self", "cluster"}));
        REQUIRE(db.write([&](Tx& tx) -> Done {
            const std::vector<UnitId> fewer = {s.unit("TH11"), s.unit("TH12")};
            CS_TRY_DONE(org::save_cluster(tx, clock.now(), audit::By{}, s.cluster, 2025, {"Cụm 1", fewer.front(), fewer, std::nullopt}));
            return {};
        }));
        REQUIRE(running().size() == 1);
        CHECK(running().front().id == s.march);
        const std::vector<std::pair<UnitId, std::string>> as_opened = running().front().units;
        for (const std::string code : {"TH11", "TH12", "TH13"}) CHECK(std::count(as_opened.begin(), as_opened.end(), std::pair(s.unit(code), s.score_sheet(code).label)) == 1);
        CHECK(as_opened.size() == 3);
        CHECK(s.score_sheet("TH13").cluster == s.cluster);
        REQUIRE(db.write([&](Tx& tx) -> Done {
            for (ScoreSheet sheet : ScoreStore(tx).of_round(s.march)) {
                sheet.state = ScoreState::settled;
                ScoreStore(tx).set(sheet, clock.now());
            }
            return {};
        }));
        CHECK(running().empty());
    });
}

TEST_CASE("a cross-check is drawn from the seed; blind checkers see a neutral label") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Clustered s(db, clock);
        NewScoreRound r = s.in_clusters({"self", "cross_check"});
        r.is_blind = true;
        s.begin(r);
        s.all_sent();
        const std::map<UnitId, std::pair<access::Actor, std::string>> clerks = {
            {s.unit("TH11"), {s.clerk, "TH11"}}, {s.unit("TH12"), {s.other_clerk, "TH12"}}, {s.unit("TH13"), {s.third_clerk, "TH13"}}};
        for (const std::string code : {"TH11", "TH12", "TH13"}) {
            const ScoreSheet sheet = s.score_sheet(code);
            REQUIRE(sheet.checked_by);
            REQUIRE(*sheet.checked_by != sheet.unit);
            for (const auto& [unit, clerk] : clerks) {
                const bool is_checker = unit == *sheet.checked_by;
                if (unit == sheet.unit) CHECK(s.no_score(clerk.first, {s.cell(code, "a", "30", "vì")}) == "access.not_your_role");
                if (unit == sheet.unit || is_checker) continue;
                CHECK(s.no_score(clerk.first, {s.cell(code, "a", "30", "vì")}) == "score.sheet_unknown");
            }
            const access::Actor& checker = clerks.at(*sheet.checked_by).first;
            const std::string label = *s.as(checker, [&](const Moment& m) -> Result<std::string> {
                CS_TRY(const auto desk, ScoreDesk::of(m, s.march));
                CS_TRY(const OpenedScore opened, desk->find(sheet.id));
                REQUIRE(opened.is_blinded());
                return desk->blind_label(opened.sheet);
            });
            CHECK(label.starts_with("Đơn vị 0"));
            REQUIRE(s.score(checker, s.agreed({code})));
            const std::string minutes = *s.as(checker, [&](const Moment& m) -> Result<std::string> {
                CS_TRY(const auto desk, ScoreDesk::of(m, s.march));
                CS_TRY(const wire::ScoreBoard board, score_board(*desk, ""));
                return law::render(score_minutes(board, 1, ""), false);
            });
            CHECK(minutes.find(label) != std::string::npos);
            CHECK(minutes.find(sheet.label) == std::string::npos);
            REQUIRE(s.confirm(checker, {code}));
        }
    });
}

TEST_CASE("another version of the table shows its effect first and is refused where a score no longer fits") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Clustered s(db, clock);
        s.begin(s.wanted());
        s.sent_in(s.clerk, "TH11");
        const auto version = [&](const std::string& from, const std::string& to, const std::string& paper) {
            std::string yaml = score_table;
            yaml.replace(yaml.find(from), from.size(), to);
            yaml.replace(yaml.find("12/HD-UBND"), 10, paper);
            return s.must([&](Tx& tx) { return load_table(tx, s.now(), audit::By{}, yaml, "", s.unit("TH1")); }).loaded.version.id;
        };
        const TableVersionId kinder = version("per_day: 0.5", "per_day: 1", "13/HD");
        const TableVersionId unfit = version("{id: a, title: Phong trào, max: 40}\n  - {id: b, title: Thu ngân sách, max: 30",
                                             "{id: a, title: Phong trào, max: 30}\n  - {id: b, title: Thu ngân sách, max: 40", "14/HD");
        const auto planned = [&](const TableVersionId& id) { return [&s, id](const Moment& m) { return effect_of_table(m, s.march, id); }; };
        const auto changed = [&](const TableVersionId& id) { return [&s, id](const Moment& m) { return change_score_table(m, s.march, id); }; };
        const auto seen = s.as(s.coordinator, planned(unfit));
        REQUIRE(seen);
        CHECK(seen->front().faults.front().code == "scoring.score_off_range");
        CHECK(s.refused_as(s.coordinator, changed(unfit)) == "score.table_unfit Xã Một.a=scoring.score_off_range");
        CHECK(s.refused_as(s.clerk, changed(kinder)) == "access.not_your_role");
        REQUIRE(s.as(s.coordinator, changed(kinder)));
        CHECK(db.read([&](Tx& tx) { return ScoreRoundStore(tx).find(s.march)->table; }) == kinder);
        CHECK(s.total() == "95");
    });
}

TEST_CASE("the sample is what the seed says, and larger for a unit that gave itself too much the year before") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Clustered s(db, clock);
        s.begin(s.wanted({"self", "recheck"}));
        s.sent_in(s.clerk, "TH11");
        const auto draw_units = [&](const Moment& m) -> Result<Sample> {
            CS_TRY(const auto desk, ScoreDesk::of(m, s.march));
            return sample_of_units(*desk);
        };
        const auto drawn = s.as(s.district, draw_units);
        REQUIRE(drawn);
        CHECK(drawn->size == 1);
        CHECK(drawn->order.size() == 3);
        CHECK(drawn->order[0].digest < drawn->order[1].digest);
        const auto items = s.as(s.district, [&](const Moment& m) -> Result<Sample> {
            CS_TRY(const auto desk, ScoreDesk::of(m, s.march));
            CS_TRY(const OpenedScore opened, desk->find(s.scores.at("TH11")));
            return sample_of_items(opened);
        });
        REQUIRE(items);
        CHECK(items->what == "items|Xã Một");
        CHECK(items->order.size() == 3);    // the bonus is not drawn
    });
}
