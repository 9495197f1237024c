// A district's communes are scored in March: they score themselves, a team re-checks, the council scores, the result is told,
// objections are answered, and only then it is final. Every "no" leaves no trace.
#include "contract/scoring_fixture.hpp"
#include "scoring/sheets_csv.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::test;

TEST_CASE("a round has a sheet for each unit, a window of March in legal days, and the stages that were chosen") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        const auto round = db.read([&](Tx& tx) { return ScoreRoundStore(tx).find(s.march); });
        REQUIRE(round);
        CHECK(round->opens_on == Day(2025y / 3 / 1));
        CHECK(round->closes_on == Day(2025y / 3 / 31));
        CHECK(round->stages.size() == 3);
        CHECK(round->stages[1].closes_on == Day(2025y / 3 / 20));
        CHECK(s.scores.size() == 3);
        CHECK(s.score_sheet().cluster_label == "Huyện Thử");
        CHECK(s.score_sheet().state == ScoreState::self_scoring);
    });
}

TEST_CASE("a round that cannot be is refused with each fault") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        const auto no = [&](NewScoreRound r, const access::Actor& by) {
            return s.refused_as(by, [&](const Moment& m) { return open_score_round(m, r); });
        };
        NewScoreRound r = s.wanted({"recheck", "self"});
        r.title = " ";
        r.paper = "";
        CHECK(no(r, s.coordinator) == "score.round_faulty stages[0]=score.self_missing stages[1]=score.stages_turned stages[1]=score.kind_unclear title=score.title_missing paper=score.paper_missing");
        CHECK(no(s.wanted({"self", "khac"}), s.coordinator) == "score.round_faulty stages[1]=score.stage_unknown");
        CHECK(no(s.wanted({"self", "departments"}), s.coordinator) == "score.round_faulty offices=score.office_missing");
        CHECK(no(s.wanted({"self", "cluster"}), s.coordinator) == "score.round_faulty clusters=score.no_clusters");
        r = s.wanted();
        r.kind = org::UnitKind::ward;
        CHECK(no(r, s.coordinator) == "score.round_faulty root=score.no_units");
        CHECK(no(s.wanted(), s.clerk) == "access.not_your_role");
        CHECK(no(s.wanted(), s.stranger) == "access.not_your_unit");
    });
}

TEST_CASE("the effective score is that of the last confirmed stage; every column stays") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        s.sent_in(s.clerk, "TH11");
        CHECK(s.total() == "95");    // 38 + 27 + 30
        REQUIRE(s.score(s.district, {s.cell("TH11", "a", "35", "Thiếu biên bản họp"), s.figures("TH11", "b", "100", "90"), s.figures("TH11", "c", "", "2")}));
        CHECK(s.score_sheet().state == ScoreState::recheck);
        CHECK(s.total() == "95");    // not before the minutes
        REQUIRE(s.confirm(s.district, {"TH11"}));
        CHECK(s.total() == "92");
        CHECK(s.score_sheet().state == ScoreState::waiting);
        REQUIRE(s.score(s.secretary, {s.cell("TH11", "a", "35"), s.figures("TH11", "b", "100", "90"), s.figures("TH11", "c", "", "2")}));
        REQUIRE(s.confirm(s.secretary, {"TH11"}));
        const Cells cells = db.read([&](Tx& tx) { return ScoreStore(tx).cells(s.scores.at("TH11")); });
        CHECK(cells.at(0).at("a").given.score == Score::hundredths(3800));
        CHECK(cells.at(1).at("a").given.score == Score::hundredths(3500));
        CHECK(cells.at(1).at("a").reason == "Thiếu biên bản họp");
        CHECK(cells.at(1).at("a").by == s.district.person);
        CHECK(cells.at(2).size() == 3);
    });
}

TEST_CASE("what cannot stand in a cell is refused beside the cell, all or none") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        CHECK(s.no_score(s.clerk, {s.cell("TH11", "a", "41"), s.cell("TH11", "b", "3"), s.cell("TH11", "a", "1.25")}) ==
              "score.cells_refused cells[0]=scoring.score_off_range cells[1]=scoring.score_on_computed cells[2]=scoring.off_the_step");
        CHECK(s.no_score(s.clerk, {s.cell("TH11", "zz", "1")}) == "score.leaf_unknown");
        CHECK(s.no_score(s.other_clerk, {s.cell("TH11", "a", "1")}) == "score.sheet_unknown");
        CHECK(s.no_score(s.district, {s.cell("TH11", "a", "1")}) == "access.not_your_role");    // the unit scores first
        ScoreInput stale = s.cell("TH11", "a", "38");
        REQUIRE(s.score(s.clerk, {stale}));
        stale.seen = 0;
        CHECK(s.no_score(s.clerk, {stale}) == "score.cell_stale");
        CHECK(s.refused_as(s.clerk, [&](const Moment& m) { return send_score(m, s.scores.at("TH11"), s.minutes()); }) ==
              "score.need.every_leaf_scored b=score.not_scored c=score.not_scored");
        s.sent_in(s.clerk, "TH11");
        CHECK(s.no_score(s.clerk, {s.cell("TH11", "a", "39")}) == "access.not_your_role");    // it is sent
        CHECK(s.no_score(s.district, {s.cell("TH11", "a", "30")}) == "score.cells_refused cells[0]=score.reason_missing");
        CHECK(s.no_score(s.secretary, {s.cell("TH11", "a", "30", "vì")}) == "access.not_your_role");    // not his stage yet
    });
}

TEST_CASE("a scorer may not score his own unit but sees it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        s.sent_in(s.clerk, "TH11");
        // The same man is of the district's team and of the commune.
        access::Actor both = s.district;
        both.grants.push_back(s.clerk.grants.front());
        CHECK(s.no_score(both, {s.cell("TH11", "a", "40", "của tôi")}) == "score.need.not_own_unit");
        CHECK(s.as(both, [&](const Moment& m) -> Result<bool> {
            CS_TRY(const auto desk, ScoreDesk::of(m, s.march));
            CS_TRY(const OpenedScore opened, desk->find(s.scores.at("TH11")));
            return opened.is_visible();
        }).value());
        s.sent_in(s.other_clerk, "TH12");
        CHECK(s.score(both, {s.cell("TH12", "a", "38")}));
        CHECK(s.refused_as(both, [&](const Moment& m) { return confirm_scores(m, s.march, {s.scores.at("TH11")}, s.minutes()); }) == "score.no_such_step");
    });
}

TEST_CASE("late days are counted in legal days, and an extension by a paper takes them back") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted(), 2025y / 2 / 20);
        CHECK(s.no_score(s.clerk, {s.cell("TH11", "a", "1")}) == "score.need.window_open");
        clock.travel_to(2025y / 4 / 2);
        s.sent_in(s.clerk, "TH11");
        CHECK(s.score_sheet().late_days == 2);
        CHECK(s.total() == "94");    // 95 less two days of half a point
        const ScoreExtension later{s.unit("TH11"), 2025y / 4 / 10, "9/UBND", 2025y / 3 / 30, "Mưa lũ"};
        const auto extend = [&](ScoreExtension e) { return [&s, e](const Moment& m) { return extend_score_round(m, s.march, e); }; };
        CHECK(s.refused_as(s.clerk, extend(later)) == "access.not_your_role");
        ScoreExtension wrong{s.unit("TH1"), 2025y / 3 / 30, " ", 2025y / 5 / 1, ""};
        CHECK(s.refused_as(s.coordinator, extend(wrong)) ==
              "score.extension_faulty paper_number=score.paper_missing reason=score.reason_missing paper_day=score.paper_in_future until=score.extension_shortens unit=score.unit_not_in_round");
        REQUIRE(s.as(s.coordinator, extend(later)));
        CHECK(s.score_sheet().late_days == 0);
        CHECK(s.total() == "95");
    });
}

TEST_CASE("an item sent back is changed or explained with a reason, and keeps the stage open until then") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        s.sent_in(s.clerk, "TH11");
        REQUIRE(s.score(s.district, s.whole("TH11")));
        const auto back = [&](std::vector<ItemBack> items) { return [&s, items](const Moment& m) { return return_score_items(m, s.scores.at("TH11"), items); }; };
        CHECK(s.refused_as(s.district, back({{"zz", "", 2025y / 3 / 1}})) ==
              "score.returns_refused items[0]=score.leaf_unknown items[0]=score.reason_missing items[0]=score.due_not_ahead");
        CHECK(s.refused_as(s.clerk, back({{"a", "vì", 2025y / 3 / 9}})) == "access.not_your_role");
        REQUIRE(s.as(s.district, back({{"a", "Đề nghị bổ sung biên bản", 2025y / 3 / 9}})));
        CHECK(s.refused_as(s.district, back({{"a", "lần nữa", 2025y / 3 / 9}})) == "score.returns_refused items[0]=score.returned_already");
        CHECK(s.refused_as(s.district, [&](const Moment& m) { return confirm_scores(m, s.march, {s.scores.at("TH11")}, s.minutes()); }) == "score.need.returns_answered");
        CHECK(s.no_score(s.clerk, {s.cell("TH11", "a", "37")}) == "score.cells_refused cells[0]=score.reason_missing");
        CHECK(s.no_score(s.clerk, {s.figures("TH11", "b", "100", "95", "vì")}) == "score.cells_refused cells[0]=score.not_returned");
        REQUIRE(s.score(s.clerk, {s.cell("TH11", "a", "37", "Đã bổ sung")}));
        CHECK(s.total() == "94");
        CHECK(s.refused_as(s.district, [&](const Moment& m) { return confirm_scores(m, s.march, {s.scores.at("TH11")}, s.minutes()); }) ==
              "score.need.reasons_given a=score.reason_missing");
        REQUIRE(s.score(s.district, {s.cell("TH11", "a", "37")}));
        CHECK(s.refused_as(s.district, [&](const Moment& m) { return confirm_scores(m, s.march, {s.scores.at("TH11")}, {"", {}, ""}); }) == "score.need.minutes_named");
        CHECK(s.confirm(s.district, {"TH11"}));
    });
}

TEST_CASE("nothing is final before what the unit says against it is answered; an accepted objection mends the last stage") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted({"self", "recheck"}));
        const ScoreSheetId& id = s.scores.at("TH11");
        s.sent_in(s.clerk, "TH11");
        REQUIRE(s.score(s.district, {s.cell("TH11", "a", "30", "Chưa đủ"), s.figures("TH11", "b", "100", "90"), s.figures("TH11", "c", "", "2")}));
        const auto announce = [&](const Moment& m) { return announce_scores(m, s.march, {id}, s.minutes("9/TB")); };
        const auto settle = [&](const Moment& m) { return settle_scores(m, s.march, {id}); };
        const auto object = [&](const std::string& leaf, const std::string& words) { return [&, leaf, words](const Moment& m) { return object_to_score(m, id, leaf, words, {}); }; };
        CHECK(s.refused_as(s.secretary, announce) == "score.no_such_step");
        REQUIRE(s.confirm(s.district, {"TH11"}));
        CHECK(s.refused_as(s.clerk, object("a", "Đề nghị xem lại")) == "score.not_announced");
        CHECK(s.refused_as(s.clerk, announce) == "access.not_your_role");
        REQUIRE(s.as(s.secretary, announce));
        CHECK(s.refused_as(s.clerk, object("zz", " ")) == "score.objection_faulty words=score.words_missing leaf=score.leaf_unknown");
        CHECK(s.refused_as(s.district, object("a", "Tôi")) == "access.not_your_unit");
        const auto made = s.as(s.clerk, object("a", "Có đủ biên bản, đề nghị xem lại"));
        REQUIRE(made);
        CHECK(s.refused_as(s.secretary, settle) == "score.need.objections_answered");
        const auto answer = [&](ObjectionAnswer a) { return [&, a](const Moment& m) { return answer_objection(m, made->id, a); }; };
        CHECK(s.refused_as(s.clerk, answer({true, "Đồng ý", s.minutes()})) == "access.not_your_role");
        CHECK(s.refused_as(s.secretary, answer({true, "", {}})) == "score.answer_faulty words=score.words_missing paper_number=score.paper_missing score=score.given_missing");
        REQUIRE(s.as(s.secretary, answer({true, "Biên bản có trong kho", s.minutes("3/TL"), {Score::hundredths(3600), {}, {}}})));
        CHECK(s.refused_as(s.secretary, answer({false, "Không", s.minutes()})) == "score.objection_answered");
        CHECK(s.total() == "93");
        REQUIRE(s.as(s.secretary, settle));
        CHECK(s.score_sheet().state == ScoreState::settled);
        CHECK(s.refused_as(s.secretary, [&](const Moment& m) { return take_back_score(m, id, " "); }) == "score.need.reason_given");
        REQUIRE(s.as(s.secretary, [&](const Moment& m) { return take_back_score(m, id, "Ghi nhầm"); }));
        CHECK(s.score_sheet().confirmed == 0);
        CHECK(s.total() == "95");
    });
}

TEST_CASE("facts stand by their papers: unconfirmed is a hold, confirmed debt says the amount") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        s.sent_in(s.clerk, "TH11");
        const auto fact = [&](ScoreFact f) { return [&s, f](const Moment& m) { return record_score_fact(m, s.scores.at("TH11"), f); }; };
        const ScoreFact debt{0, FactKind::knock_out, "debt", UnitFact::Is::yes, "1200000", "công trình Đường thôn 1, chưa bố trí vốn 1.200.000 đồng", s.minutes("8/XN")};
        CHECK(s.refused_as(s.clerk, fact(debt)) == "access.not_your_role");
        ScoreFact wrong = debt;
        wrong.rule = "khac";
        wrong.paper = {};
        CHECK(s.refused_as(s.district, fact(wrong)) == "score.fact_faulty paper_number=score.paper_missing rule=score.fact_unknown");
        wrong = debt;
        wrong.found = "nhiều";
        CHECK(s.refused_as(s.district, fact(wrong)) == "score.fact_faulty found=score.found_faulty");
        CHECK(s.refused_as(s.district, fact({0, FactKind::adjusted_place, "", UnitFact::Is::yes, "0", "", s.minutes()})) == "score.fact_faulty found=score.found_faulty");
        REQUIRE(s.as(s.district, fact({0, FactKind::knock_out, "debt", UnitFact::Is::unconfirmed, "", "", s.minutes("1/CV")})));
        REQUIRE(s.as(s.district, fact(debt)));
        REQUIRE(s.as(s.district, fact({0, FactKind::last_year, "", UnitFact::Is::yes, "91,5", "", s.minutes("2/TB")})));
        const auto table = db.read([&](Tx& tx) { return TableStore(tx).version(s.table)->table; });
        const RoundSheets sheets = db.read([&](Tx& tx) { return sheets_of_round(tx, s.march, *table); });
        REQUIRE(sheets.sheets.size() == 1);
        CHECK(sheets.unsent == std::vector<std::string>{"Xã Ba", "Xã Hai"});
        CHECK(sheets.sheets[0].facts[0].is == UnitFact::Is::yes);
        CHECK(sheets.sheets[0].facts[0].found == "1200000");
        CHECK(sheets.sheets[0].facts[0].reason == "công trình Đường thôn 1, chưa bố trí vốn 1.200.000 đồng, văn bản số 8/XN ngày 04/03/2025");
        CHECK(sheets.sheets[0].last_year == Score::hundredths(9150));
    });
}

namespace {

bool same(const UnitSheet& a, const UnitSheet& b) {
    const auto facts = [](const UnitSheet& s) {
        std::string all;
        for (const UnitFact& f : s.facts) all += std::string(word_of(f.is)) + "/" + f.found + "/" + f.reason + ";";
        return all;
    };
    return a.unit == b.unit && a.cluster == b.cluster && a.leaves == b.leaves && facts(a) == facts(b) && a.late_days == b.late_days &&
           a.last_year == b.last_year && a.council_place == b.council_place && a.adjustment.has_value() == b.adjustment.has_value() &&
           (!a.adjustment || (a.adjustment->place == b.adjustment->place && a.adjustment->minutes == b.adjustment->minutes));
}

}    // namespace

TEST_CASE("the CSV of all stages says the same as the typed sheets") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        NewScoreRound r = s.wanted({"self", "recheck", "departments"});
        r.offices = {{"tai_chinh", s.unit("TH-YT")}};
        s.begin(r);
        s.sent_in(s.clerk, "TH11");
        clock.travel_to(2025y / 4 / 1);
        s.sent_in(s.other_clerk, "TH12", "36");
        std::vector<ScoreInput> cells = s.whole("TH11", "35.5");
        cells[0].reason = "Trừ, vì \"chậm\"\nhai việc";
        cells.push_back(s.cell("TH11", "d", "2"));
        REQUIRE(s.score(s.district, cells));
        REQUIRE(s.confirm(s.district, {"TH11"}));
        CHECK(s.no_score(s.health, {s.cell("TH11", "a", "30", "khác ngành")}) == "score.cells_refused cells[0]=score.not_your_field");
        CHECK(s.no_score(s.transport, {s.figures("TH11", "b", "100", "80", "khác")}) == "score.sheet_unknown");
        REQUIRE(s.score(s.health, {s.figures("TH11", "b", "100", "80.5", "Theo quyết toán")}));
        REQUIRE(s.confirm(s.health, {"TH11"}));
        REQUIRE(s.as(s.district, [&](const Moment& m) {
            return record_score_fact(m, s.scores.at("TH12"), {0, FactKind::adjusted_place, "", UnitFact::Is::yes, "1", "Biên bản Hội đồng số 4", s.minutes("4/BB")});
        }));
        const auto table = db.read([&](Tx& tx) { return TableStore(tx).version(s.table)->table; });
        const RoundSheets typed = db.read([&](Tx& tx) { return sheets_of_round(tx, s.march, *table); });
        const std::string csv = db.read([&](Tx& tx) { return csv_of_round(tx, *ScoreRoundStore(tx).find(s.march), *table); });
        const auto read = read_sheets(*table, csv);
        if (!read) MESSAGE(told(read.error()));
        REQUIRE(read);
        REQUIRE(read->size() == 2);
        REQUIRE(typed.sheets.size() == 2);
        for (std::size_t i = 0; i < 2; ++i) CHECK(same(typed.sheets[i], (*read)[i]));
        CHECK(typed.sheets[1].leaves[1].actual == Decimal::parse("80.5"));
        CHECK(typed.sheets[0].late_days == 1);    // Xã Hai
    });
}

TEST_CASE("what the yearly review appraised is taken over; the latest available one when that of the year is not there") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.open();
        write(db, [&](Tx& tx) {
            run(tx, "insert into appraised_result (sheet_id, sequence, verdict, met, criteria, provisional, content, report, digest, paper_number, paper_day, note, given_at) "
                    "values ($1, 1, 'met', 2, 2, 0, '', '', '', '', '', '', 1)", s.sheet().text());
        });
        s.begin(s.wanted());
        const Cells cells = db.read([&](Tx& tx) { return ScoreStore(tx).cells(s.scores.at("TH11")); });
        CHECK(cells.at(0).at("c").from_system);
        CHECK(cells.at(0).at("c").given.actual == Decimal::whole(2));
        CHECK(s.no_score(s.clerk, {s.figures("TH11", "c", "", "1")}) == "score.cells_refused cells[0]=score.system_value");
        CHECK(s.score(s.clerk, {s.figures("TH11", "c", "", "1", "Kết quả thẩm định đang được xem lại")}));
        CHECK(s.score(s.other_clerk, {s.figures("TH12", "c", "", "1")}));    // nothing was appraised there: the score does not wait
    });
}
