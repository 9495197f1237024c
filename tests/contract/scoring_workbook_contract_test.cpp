// A score sheet as a workbook on both engines, at the stage of whoever takes it: made, filled in, checked, loaded, and every way
// to be told no.
#include "contract/scoring_cluster_fixture.hpp"
#include "contract/workbook_fixture.hpp"
#include "scoring/score_workbook.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::test;

namespace {

const std::string points = "Điểm", planned = "Kế hoạch", actual = "Thực hiện", why = "Lý do, giải trình", agree = "Đồng ý với bước trước";

template <class World>
struct Books {
    World& s;

    auto made(const access::Actor& by, const std::string& code) {
        return s.as(by, [&](const Moment& m) { return score_workbook(m, s.scores.at(code)); });
    }
    FilledCopy taken(const access::Actor& by, const std::string& code = "TH11") {
        auto workbook = made(by, code);
        if (!workbook) MESSAGE(told(workbook.error()));
        REQUIRE(workbook);
        return {std::move(workbook->bytes), "Mục"};
    }
    Result<ScoreWorkbookPlan> check(const access::Actor& by, const std::string& file, const std::string& code = "TH11") {
        return s.as(by, [&](const Moment& m) { return check_score_workbook(m, s.scores.at(code), file); });
    }
    std::string faults(const access::Actor& by, const FilledCopy& copy) {
        const auto plan = check(by, copy.file());
        if (!plan) MESSAGE(told(plan.error()));
        REQUIRE(plan);
        std::string all;
        for (const assessment::CellFault& each : plan->faults) all += (all.empty() ? "" : ", ") + each.fault.where + " " + each.fault.code;
        return all;
    }
    auto loading(const std::string& file, const std::string& code = "TH11") {
        return [this, file, code](const Moment& m) { return load_score_workbook(m, s.scores.at(code), file); };
    }
    std::string no(const access::Actor& by, const std::string& file, const std::string& code = "TH11") { return s.refused_as(by, loading(file, code)); }
    void load(const access::Actor& by, const std::string& file, const std::string& code = "TH11") {
        const auto saved = s.as(by, loading(file, code));
        if (!saved) MESSAGE(told(saved.error()));
        REQUIRE(saved);
    }
    StageCells cells(int position, const std::string& code = "TH11") {
        return s.db.read([&](Tx& tx) { return ScoreStore(tx).cells(s.scores.at(code)); })[position];
    }
};

FilledCopy whole(FilledCopy copy, const std::string& a = "38") {
    return copy.set("a", points, n(a)).set("b", planned, n("100")).set("b", actual, s("90")).set("c", actual, n("2"));
}

}    // namespace

TEST_CASE("a unit scores itself in a workbook and loads it, in one entry of the journal that names the file") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        Books<Scoring> paper{s};
        const FilledCopy copy = whole(paper.taken(s.clerk)).set("a", why, test::s("Có đủ hồ sơ"));
        CHECK(copy.text("b", "Cách tính") == "Theo tỷ lệ thực hiện so với kế hoạch");
        CHECK(copy.text("c", "Điểm tối đa") == "30");
        const auto entries = count(db, "journal");
        const auto plan = paper.check(s.clerk, copy.file());
        REQUIRE(plan);
        CHECK(plan->may_be_written());
        REQUIRE(plan->lines.size() == 3);
        CHECK(plan->lines[1].says == "kế hoạch 100, thực hiện 90");
        CHECK(count(db, "journal") == entries);
        CHECK(paper.cells(0).empty());

        paper.load(s.clerk, copy.file());
        const StageCells cells = paper.cells(0);
        CHECK(cells.at("a").given.score == Score::hundredths(3800));
        CHECK(cells.at("a").reason == "Có đủ hồ sơ");
        CHECK(cells.at("a").by == s.clerk.person);
        CHECK(cells.at("b").given.actual == Decimal::whole(90));
        CHECK(cells.at("c").given.actual == Decimal::whole(2));
        CHECK(count(db, "journal") == entries + 1);
        CHECK(number(db, "select count(*) as n from journal where payload like '%" + plan->digest + "%'") == 1);
        REQUIRE(s.send(s.clerk, "TH11"));
        CHECK(s.total() == "95");
    });
}

TEST_CASE("loaded twice a workbook of scores has nothing to say any more") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        Books<Scoring> paper{s};
        const std::string file = whole(paper.taken(s.clerk)).file();
        paper.load(s.clerk, file);
        CHECK(paper.no(s.clerk, file) == "score.workbook_unchanged");
    });
}

TEST_CASE("a workbook of scores with a fault writes nothing, and each fault has its cell: limits, steps, counts, what only a whole row says") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        Books<Scoring> paper{s};
        FilledCopy copy = paper.taken(s.clerk);
        copy.set("a", points, n("41")).set("b", planned, test::s("1.234,5")).set("c", actual, n("1.5")).set("d", points, n("1.25"));
        const std::string told = copy.at("a", points) + " sheet.form_out_of_range, " + copy.at("b", planned) + " sheet.thousands_mark, " + copy.at("c", actual) +
                                 " sheet.form_off_step, " + copy.at("d", points) + " sheet.form_off_step";
        CHECK(paper.faults(s.clerk, copy) == told);
        CHECK(paper.no(s.clerk, copy.file()).starts_with("score.workbook_refused " + copy.at("a", points) + "=sheet.form_out_of_range"));
        const auto plan = paper.check(s.clerk, copy.file());
        CHECK(assessment::annotated_workbook(copy.file(), *plan, {{plan->faults[0].row, plan->faults[0].column, "thử"}}));

        copy.edits.clear();
        copy.set("b", actual, n("90"));
        CHECK(paper.faults(s.clerk, copy) == copy.at("b", planned) + " scoring.plan_missing");
        copy.set("b", planned, n("0"));
        CHECK(paper.faults(s.clerk, copy) == copy.at("b", planned) + " scoring.plan_not_positive");
        copy.edits.clear();
        copy.set("a", why, test::s("chỉ có lý do"));
        CHECK(paper.faults(s.clerk, copy) == copy.at("a", why) + " score.workbook_reason_alone");
        copy.edits.clear();
        copy.set("a", "Điểm tối đa", n("400"));    // a label is no entry: the table's own maximum stands
        CHECK(paper.no(s.clerk, copy.file()) == "score.workbook_unchanged");
    });
}

TEST_CASE("yes and no are chosen from a list, and mean the same as typed ones") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        std::string yaml = score_table;
        yaml.replace(yaml.find("max: 5}"), 7, "max: 5}, {id: e, title: Có mô hình, max: 2, rule: yes_no}");
        yaml.replace(yaml.find("12/HD-UBND"), 10, "13/HD-UBND");
        s.table = s.must([&](Tx& tx) { return load_table(tx, s.now(), audit::By{}, yaml, "", s.unit("TH1")); }).loaded.version.id;
        s.begin(s.wanted());
        Books<Scoring> paper{s};
        FilledCopy copy = paper.taken(s.clerk);
        copy.set("e", "Có hay không", test::s("chắc là có"));
        CHECK(paper.faults(s.clerk, copy) == copy.at("e", "Có hay không") + " sheet.form_not_a_choice");
        copy.set("e", "Có hay không", test::s("Có"));
        paper.load(s.clerk, copy.file());
        CHECK(paper.cells(0).at("e").given.actual == Decimal::whole(1));
        REQUIRE(s.score(s.clerk, {s.cell("TH11", "e", "0")}));    // the other way of saying no
        CHECK(paper.taken(s.clerk).text("e", "Có hay không") == "không");
    });
}

TEST_CASE("a team agrees by a word or scores otherwise with a reason; what the unit said stands locked beside it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        s.sent_in(s.clerk, "TH11");
        Books<Scoring> paper{s};
        FilledCopy copy = paper.taken(s.district);
        const std::string own = "Bước 1: Tự chấm";
        CHECK(copy.text("a", own) == "38,0");
        CHECK(copy.text("b", own) == "27,0\nkế hoạch 100, thực hiện 90");
        copy.set("a", points, n("35")).set("b", agree, test::s("đồng ý")).set("c", agree, test::s("ĐỒNG Ý"));
        CHECK(paper.faults(s.district, copy) == copy.at("a", why) + " score.reason_missing");
        copy.set("a", why, test::s("Thiếu biên bản họp")).set("b", actual, n("80"));
        CHECK(paper.faults(s.district, copy) == copy.at("b", actual) + " score.workbook_agree_and_value");
        copy.edits.erase(copy.at("b", actual));
        paper.load(s.district, copy.file());
        const StageCells cells = paper.cells(1);
        CHECK(cells.at("a").given.score == Score::hundredths(3500));
        CHECK(cells.at("b").given == paper.cells(0).at("b").given);
        CHECK(cells.at("c").given.actual == Decimal::whole(2));
        CHECK(cells.at("a").by == s.district.person);
        CHECK(s.score_sheet().state == ScoreState::recheck);
        REQUIRE(s.confirm(s.district, {"TH11"}));
        CHECK(s.total() == "92");
        CHECK(paper.taken(s.secretary).text("a", "Bước 2: Tổ phúc tra") == "35,0\nLý do: Thiếu biên bản họp");
    });
}

TEST_CASE("another unit's workbook of scores, another round's, a plain one and a stranger are told no") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        Books<Scoring> paper{s};
        const std::string mine = whole(paper.taken(s.clerk)).file(), theirs = whole(paper.taken(s.other_clerk, "TH12")).file();
        CHECK(paper.no(s.clerk, theirs) == "score.workbook_of_other_unit");
        CHECK(paper.no(s.other_clerk, mine) == "score.sheet_unknown");
        CHECK(paper.no(s.district, mine) == "access.not_your_role");    // the unit scores first
        CHECK(paper.no(s.clerk, mine.substr(0, mine.size() / 2)) == "sheet.truncated");
        CHECK(paper.no(s.clerk, sheet::fixture::file_of({"<sheetData/>"})) == "sheet.form_not_ours");
        CHECK(paper.made(s.other_clerk, "TH11").error().code == "score.sheet_unknown");
        CHECK(paper.made(s.district, "TH11").error().code == "access.not_your_role");
        NewScoreRound next = s.wanted();
        next.title = "Chấm điểm lần hai";
        s.scores.clear();
        s.begin(next);
        CHECK(paper.no(s.clerk, mine) == "score.workbook_of_other_round");
    });
}

TEST_CASE("what was saved while the workbook of scores was away is told by name and time, and what was not touched in it stays") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        Books<Scoring> paper{s};
        FilledCopy copy = paper.taken(s.clerk);
        REQUIRE(s.score(s.clerk, {s.cell("TH11", "a", "36"), s.figures("TH11", "c", "", "1")}));
        copy.set("a", points, n("38"));
        const auto plan = paper.check(s.clerk, copy.file());
        REQUIRE(plan);
        REQUIRE(plan->faults.size() == 1);
        CHECK(plan->faults[0].fault.code == "sheet.form_stale");
        CHECK(plan->faults[0].fault.args[0] == std::pair<std::string, std::string>{"theirs", "36"});
        CHECK(plan->faults[0].fault.args[2].second.find(", 07:00 05/03/2025") != std::string::npos);
        CHECK(plan->remarks.front().fault.code == "sheet.form_newer");
        copy.edits.clear();
        copy.set("b", planned, n("100")).set("b", actual, n("90"));
        paper.load(s.clerk, copy.file());
        CHECK(paper.cells(0).at("a").given.score == Score::hundredths(3600));
        CHECK(paper.cells(0).at("c").version == 1);
    });
}

TEST_CASE("a workbook of a stage that passed is told so, also when the same person scores the next one") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        Books<Scoring> paper{s};
        const std::string early = whole(paper.taken(s.clerk)).file();
        s.sent_in(s.clerk, "TH11");
        CHECK(paper.no(s.clerk, early) == "score.workbook_stage_passed");
        CHECK(paper.no(s.district, early) == "score.workbook_stage_passed");
        const std::string team = paper.taken(s.district).set("a", points, n("38")).file();
        CHECK(paper.no(s.secretary, team) == "access.not_your_role");    // not the council's turn
        REQUIRE(s.score(s.district, s.whole("TH11")));
        REQUIRE(s.confirm(s.district, {"TH11"}));
        CHECK(paper.no(s.district, team) == "score.workbook_stage_passed");
        CHECK(paper.no(s.secretary, team) == "score.workbook_stage_passed");
        const std::string council = paper.taken(s.secretary).set("a", points, n("38")).file();
        REQUIRE(s.score(s.secretary, s.whole("TH11")));
        REQUIRE(s.confirm(s.secretary, {"TH11"}));
        REQUIRE(s.as(s.secretary, [&](const Moment& m) { return announce_scores(m, s.march, {s.scores.at("TH11")}, s.minutes("9/TB")); }));
        CHECK(paper.no(s.secretary, council) == "score.workbook_stage_passed");
        CHECK(paper.made(s.secretary, "TH11").error().code == "score.cells_locked");
    });
}

TEST_CASE("a workbook of a stage that has not come yet is told so") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        s.sent_in(s.clerk, "TH11");
        Books<Scoring> paper{s};
        const std::string team = paper.taken(s.district).set("a", points, n("38")).file();
        REQUIRE(s.as(s.clerk, [&](const Moment& m) { return withdraw_score(m, s.scores.at("TH11"), "Nhầm"); }));
        CHECK(paper.no(s.clerk, team) == "score.workbook_other_stage");
        CHECK(paper.no(s.district, team) == "access.not_your_role");    // the unit scores again
    });
}

TEST_CASE("of a sheet that was sent only what came back is open in its workbook, and an older copy says what is closed") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        Books<Scoring> paper{s};
        const FilledCopy early = whole(paper.taken(s.clerk));
        s.sent_in(s.clerk, "TH11");
        REQUIRE(s.score(s.district, s.whole("TH11")));
        REQUIRE(s.as(s.district, [&](const Moment& m) { return return_score_items(m, s.scores.at("TH11"), {{"a", "Bổ sung biên bản", 2025y / 3 / 9}}); }));
        FilledCopy copy = paper.taken(s.clerk);
        copy.set("b", actual, n("95"));
        CHECK(paper.faults(s.clerk, copy) == copy.at("b", actual) + " sheet.form_locked");
        copy.edits.clear();
        copy.set("a", points, n("37"));
        CHECK(paper.faults(s.clerk, copy) == copy.at("a", why) + " score.reason_missing");
        copy.set("a", why, test::s("Đã bổ sung"));
        paper.load(s.clerk, copy.file());
        CHECK(s.total() == "94");
        FilledCopy late = early;
        late.edits.clear();
        late.set("b", actual, n("95"));
        CHECK(paper.no(s.clerk, late.file()) == "score.workbook_stage_passed");    // nothing is back any more
    });
}

TEST_CASE("another version of the table makes the workbooks of the one before stale") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        Books<Scoring> paper{s};
        const std::string file = whole(paper.taken(s.clerk)).file();
        std::string yaml = score_table;
        yaml.replace(yaml.find("per_day: 0.5"), 12, "per_day: 1.0");
        yaml.replace(yaml.find("12/HD-UBND"), 10, "14/HD-UBND");
        const auto later = s.must([&](Tx& tx) { return load_table(tx, s.now(), audit::By{}, yaml, "", s.unit("TH1")); }).loaded.version.id;
        REQUIRE(s.as(s.coordinator, [&](const Moment& m) { return change_score_table(m, s.march, later); }));
        CHECK(paper.no(s.clerk, file) == "score.workbook_other_table");
    });
}

TEST_CASE("an office finds only its field open, and nobody a field that is none of his") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        const access::Actor office = s.person("so.tai.chinh", access::Role::department_verifier, "TH12", access::Scope::own);
        NewScoreRound r = s.wanted({"self", "departments"});
        r.offices = {{"tai_chinh", s.unit("TH12")}};
        s.begin(r);
        s.sent_in(s.clerk, "TH11");
        Books<Scoring> paper{s};
        FilledCopy copy = paper.taken(office);
        copy.set("a", points, n("30"));
        CHECK(paper.faults(office, copy) == copy.at("a", points) + " sheet.form_locked");
        copy.edits.clear();
        copy.set("b", agree, test::s("đồng ý"));
        paper.load(office, copy.file());
        CHECK(paper.cells(1).size() == 1);
        std::string yaml = score_table;
        yaml.replace(yaml.find(", scorer: tai_chinh"), 19, "");
        yaml.replace(yaml.find("12/HD-UBND"), 10, "15/HD-UBND");
        const auto without = s.must([&](Tx& tx) { return load_table(tx, s.now(), audit::By{}, yaml, "", s.unit("TH1")); }).loaded.version.id;
        REQUIRE(s.as(s.coordinator, [&](const Moment& m) { return change_score_table(m, s.march, without); }));
        CHECK(paper.made(office, "TH11").error().code == "score.workbook_nothing_open");
    });
}

TEST_CASE("in a blind round nothing in the workbook says whose it is, and nothing of it names who scored") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Clustered s(db, clock);
        NewScoreRound r = s.in_clusters({"self", "cross_check"});
        r.is_blind = true;
        s.begin(r);
        s.all_sent();
        const ScoreSheet sheet = s.score_sheet("TH11");
        const std::map<UnitId, access::Actor> clerks = {{s.unit("TH11"), s.clerk}, {s.unit("TH12"), s.other_clerk}, {s.unit("TH13"), s.third_clerk}};
        const access::Actor& checker = clerks.at(*sheet.checked_by);
        Books<Clustered> paper{s};
        REQUIRE(s.score(checker, {s.cell("TH11", "a", "38")}));
        const auto made = paper.made(checker, "TH11");
        REQUIRE(made);
        CHECK(made->name.find("Đơn vị 0") != std::string::npos);
        CHECK(made->name.find("Xã Một") == std::string::npos);
        const auto archive = sheet::Archive::open(made->bytes, {});
        REQUIRE(archive);
        for (const std::string& part : archive->parts()) {
            const std::string text = *archive->whole(part);
            for (const std::string& hidden : {std::string("Xã Một"), sheet.unit.text(), std::string("Cụm 1"), std::string("15/BC")})
                CHECK_MESSAGE(text.find(hidden) == std::string::npos, part << " says " << hidden);
        }
        FilledCopy copy = {made->bytes, "Mục"};
        CHECK(copy.set("a", points, n("37")).set("a", why, test::s("vì")).text("a", "Bước 1: Tự chấm") == "38,0");
        const std::string other = sheet.checked_by == s.unit("TH12") ? "TH13" : "TH12";
        CHECK(paper.no(clerks.at(s.unit(other)), copy.file()) == "score.sheet_unknown");
        CHECK(paper.no(s.clerk, copy.file()) == "access.not_your_role");    // his own unit's: he sees it and does not score it
        REQUIRE(s.score(checker, {s.cell("TH11", "a", "36", "khác")}));
        const auto plan = paper.check(checker, copy.file());
        REQUIRE(plan);
        CHECK(plan->faults.front().fault.code == "sheet.form_stale");
        CHECK(plan->faults.front().fault.args[2].second == "07:00 05/03/2025");
        copy.edits.clear();
        copy.set("b", agree, test::s("đồng ý"));
        paper.load(checker, copy.file());
    });
}
