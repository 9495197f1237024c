// A score sheet as it really travels: made by us, filled in and saved by LibreOffice, loaded into both databases.
#include "contract/scoring_fixture.hpp"
#include "contract/workbook_fixture.hpp"
#include "libreoffice/office.hpp"
#include "scoring/score_workbook.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::test;
using cs::testing::filled_by_office;

namespace {

FilledCopy taken(Scoring& s, const access::Actor& by) {
    auto made = s.as(by, [&](const Moment& m) { return score_workbook(m, s.scores.at("TH11")); });
    REQUIRE(made);
    return {std::move(made->bytes), "Mục"};
}
ScoreWorkbookPlan checked(Scoring& s, const access::Actor& by, const std::string& file) {
    auto plan = s.as(by, [&](const Moment& m) { return check_score_workbook(m, s.scores.at("TH11"), file); });
    if (!plan) MESSAGE(told(plan.error()));
    REQUIRE(plan);
    return *std::move(plan);
}

}    // namespace

TEST_CASE("scores typed into their workbook in LibreOffice are loaded as they were meant, and its rules survive the saving") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Scoring s(db, clock);
        s.begin(s.wanted());
        const FilledCopy blank = taken(s, s.clerk);
        const std::string wrong = filled_by_office(blank.bytes, {{blank.at("a", "Điểm"), "38,3"}, {blank.at("b", "Kế hoạch"), "1.234,5"}});
        const auto archive = sheet::Archive::open(wrong, {});
        REQUIRE(archive);
        const std::string xml = *archive->whole("xl/worksheets/sheet1.xml");
        CHECK(xml.find("type=\"custom\"") != std::string::npos);
        CHECK(xml.find("ROUND(" + blank.at("a", "Điểm") + "/0.5") != std::string::npos);
        const ScoreWorkbookPlan faulty = checked(s, s.clerk, wrong);
        REQUIRE(faulty.faults.size() >= 1);
        CHECK(faulty.faults[0].fault.code == "sheet.form_off_step");
        CHECK(faulty.faults[0].fault.where == blank.at("a", "Điểm"));
        CHECK(assessment::annotated_workbook(wrong, faulty, {{faulty.faults[0].row, faulty.faults[0].column, "Ghi chú thử"}}));

        const std::string good = filled_by_office(
            blank.bytes, {{blank.at("a", "Điểm"), "38,5"}, {blank.at("a", "Lý do, giải trình"), "1/2 số hộ"}, {blank.at("b", "Kế hoạch"), "100"},
                          {blank.at("b", "Thực hiện"), "=45*2"}, {blank.at("c", "Thực hiện"), "2"}});
        const ScoreWorkbookPlan plan = checked(s, s.clerk, good);
        CHECK(plan.faults.empty());
        REQUIRE(plan.remarks.size() == 1);
        CHECK(plan.remarks[0].fault.code == "sheet.formula");
        REQUIRE(s.as(s.clerk, [&](const Moment& m) { return load_score_workbook(m, s.scores.at("TH11"), good); }));
        const Cells cells = db.read([&](Tx& tx) { return ScoreStore(tx).cells(s.scores.at("TH11")); });
        CHECK(cells.at(0).at("a").given.score == Score::hundredths(3850));
        CHECK(cells.at(0).at("a").reason == "1/2 số hộ");    // a cell for text makes no day of it
        CHECK(cells.at(0).at("b").given.actual == Decimal::whole(90));
        REQUIRE(s.send(s.clerk, "TH11"));

        const FilledCopy team = taken(s, s.district);
        const std::string agreed = filled_by_office(team.bytes, {{team.at("a", "Đồng ý với bước trước"), "đồng ý"}, {team.at("c", "Thực hiện"), "1"},
                                                                 {team.at("c", "Lý do, giải trình"), "Một tiêu chí chưa đạt"}});
        CHECK(checked(s, s.district, agreed).faults.empty());
        REQUIRE(s.as(s.district, [&](const Moment& m) { return load_score_workbook(m, s.scores.at("TH11"), agreed); }));
        CHECK(s.score_sheet().state == ScoreState::recheck);
    });
}
