// The unit's own workbook on both engines: made, filled in, checked, loaded, and every way to be told no.
#include "assessment/workbook.hpp"
#include "contract/assessment_fixture.hpp"
#include "contract/workbook_fixture.hpp"

using namespace cs;
using namespace cs::assessment;
using namespace cs::test;

namespace {

struct Paper {
    Review& review;

    FilledCopy made(const access::Actor& by, const std::string& code = "TH11") {
        auto made = review.db.read([&](Tx& tx) { return unit_workbook(tx, review.now(), by, UnitTree(tx), review.sheet(code)); });
        REQUIRE(made);
        return {std::move(made->bytes)};
    }
    WorkbookPlan check(const std::string& file, const std::string& code = "TH11") {
        auto plan = review.db.read([&](Tx& tx) { return check_workbook(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(code), file); });
        if (!plan) MESSAGE(told(plan.error()));
        REQUIRE(plan);
        return *std::move(plan);
    }
    auto load(const access::Actor& by, const std::string& file, const std::string& code = "TH11") {
        return [this, &by, file, code](Tx& tx) { return load_workbook(tx, review.now(), by, UnitTree(tx), review.sheet(code), file); };
    }
    StageLines self(const std::string& code = "TH11") {
        return review.db.read([&](Tx& tx) { return SheetStore(tx).values(review.sheet(code))[Stage::self]; });
    }
};

std::string told(const std::vector<CellFault>& faults) {
    std::string all;
    for (const CellFault& each : faults) all += (all.empty() ? "" : ", ") + each.fault.where + " " + each.fault.code;
    return all;
}

FilledCopy good(FilledCopy copy) {
    return copy.set("1.1", "Giá trị", s("98,5")).set("1.2", "Không áp dụng", s("Không áp dụng")).set("2.1", "Nam", n("85")).set("2.1", "Nữ", n("90.5"));
}

}    // namespace

TEST_CASE("a unit fills in its workbook offline and loads it, in one entry of the journal that names the file") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        Paper paper{review};
        const std::string file = good(paper.made(review.clerk)).set("1.1", "Giải trình, ghi chú", s("Đã cứng hóa")).file();
        const auto entries = count(db, "journal");
        const WorkbookPlan plan = paper.check(file);
        CHECK(told(plan.faults).empty());
        CHECK(plan.lines.size() == 3);
        CHECK(plan.may_be_written());
        CHECK(count(db, "journal") == entries);
        CHECK(paper.self().empty());

        const SavedCells saved = review.must(paper.load(review.clerk, file));
        CHECK(saved.lines == std::vector<std::string>{"1.1", "1.2", "2.1"});
        const StageLines lines = paper.self();
        CHECK(lines.at("1.1").line.value == "98.5");
        CHECK(lines.at("1.1").line.note == "Đã cứng hóa");
        CHECK(lines.at("1.2").line.applicable == false);
        CHECK(lines.at("2.1").line.female == "90.5");
        CHECK(count(db, "journal") == entries + 1);
        CHECK(number(db, "select count(*) as n from journal where payload like '%" + plan.digest + "%'") == 1);

        // Loaded twice it has nothing to say any more.
        CHECK(review.no(paper.load(review.clerk, file)) == "assessment.workbook_unchanged");
    });
}

TEST_CASE("a workbook with a fault writes nothing, and each fault has its cell") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        Paper paper{review};
        FilledCopy copy = good(paper.made(review.clerk));
        copy.set("1.1", "Giá trị", n("980")).set("2.1", "Nam", s("1.234,5"));
        const WorkbookPlan plan = paper.check(copy.file());
        const std::string first = copy.at("1.1", "Giá trị"), second = copy.at("2.1", "Nam");
        CHECK(told(plan.faults) == first + " sheet.form_out_of_range, " + second + " sheet.thousands_mark");
        CHECK(review.no(paper.load(review.clerk, copy.file())) ==
              "assessment.workbook_refused " + first + "=sheet.form_out_of_range " + second + "=sheet.thousands_mark");
        const auto notes = std::vector<CellNote>{{plan.faults[0].row, plan.faults[0].column, "thu"}};
        CHECK(annotated_workbook(copy.file(), plan, notes));
    });
}

TEST_CASE("another unit's file, another round's, a plain workbook and a stranger are told no") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        Paper paper{review};
        const std::string mine = good(paper.made(review.clerk)).file(), theirs = good(paper.made(review.other_clerk, "TH12")).file();
        CHECK(review.no(paper.load(review.clerk, theirs)) == "assessment.workbook_of_other_unit");
        CHECK(review.no(paper.load(review.other_clerk, mine)) == "assessment.sheet_unknown");
        CHECK(review.no(paper.load(review.coordinator, mine)) == "access.not_your_unit");
        CHECK(review.no(paper.load(review.clerk, mine.substr(0, mine.size() / 2))) == "sheet.truncated");
        const auto none = db.read([&](Tx& tx) { return unit_workbook(tx, review.now(), review.coordinator, UnitTree(tx), review.sheet()); });
        CHECK(none.error().code == "access.not_your_unit");
        NewRound next = review.request();
        next.year = 2025, next.title = "Rà soát năm 2025";
        review.open(next);
        CHECK(review.no(paper.load(review.clerk, mine)) == "assessment.workbook_of_other_round");
    });
}

TEST_CASE("what was saved while the file was away is told by name and time, and what was not touched in the file stays") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        Paper paper{review};
        FilledCopy copy = paper.made(review.clerk);
        REQUIRE(review.save(review.head, {{"1.1", {"97", "", "", std::nullopt, ""}}, {"2.1", {"", "81", "82", std::nullopt, ""}}}));
        copy.set("1.1", "Giá trị", n("98"));
        const WorkbookPlan conflict = paper.check(copy.file());
        REQUIRE(told(conflict.faults) == copy.at("1.1", "Giá trị") + " sheet.form_stale");
        CHECK(conflict.faults[0].fault.args[0] == std::pair<std::string, std::string>{"theirs", "97"});
        CHECK(conflict.faults[0].fault.args[2].second.find(", 07:00 10/12/2024") != std::string::npos);
        CHECK(conflict.remarks.size() == 2);

        copy.edits.clear();
        copy.set("1.2", "Giá trị", s("đạt"));
        review.must(paper.load(review.clerk, copy.file()));
        CHECK(paper.self().at("1.1").line.value == "97");
        CHECK(paper.self().at("1.2").line.value == "true");
        CHECK(paper.self().at("2.1").version == 1);
    });
}

TEST_CASE("last year's values stand beside the cells: kept by a word, replaced by a value, never taken unseen") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        review.sent(review.clerk);
        NewRound next = review.request();
        next.year = 2025, next.title = "Rà soát năm 2025";
        review.open(next);
        Paper paper{review};
        FilledCopy copy = paper.made(review.clerk);
        CHECK(copy.text("1.1", "Năm trước") == "98");
        CHECK(copy.text("2.1", "Năm trước") == "Nam 85, nữ 90,5");
        CHECK(copy.text("1.1", "Giá trị").empty());
        CHECK(paper.check(copy.file()).cells.empty());

        copy.set("1.1", "Giữ số năm trước", s("giữ nguyên")).set("1.2", "Giải trình, ghi chú", s("Chợ mới")).set("2.1", "Giữ số năm trước", s("giữ nguyên")).set("2.1", "Nam", n("86"));
        CHECK(told(paper.check(copy.file()).faults) == copy.at("1.2", "Giải trình, ghi chú") + " assessment.workbook_note_alone, " +
                                                           copy.at("2.1", "Giữ số năm trước") + " assessment.workbook_keep_and_value");
        copy.edits.erase(copy.at("2.1", "Giữ số năm trước"));
        copy.set("2.1", "Nữ", n("91")).set("1.2", "Giữ số năm trước", s("giữ nguyên"));
        review.must(paper.load(review.clerk, copy.file()));
        const StageLines lines = paper.self();
        CHECK(lines.at("1.1").line.value == "98");
        CHECK_FALSE(lines.at("1.1").prefilled);
        CHECK(lines.at("1.2").line.applicable == false);
        CHECK(lines.at("1.2").line.note == "Chợ mới");
        CHECK(lines.at("2.1").line.male == "86");
    });
}

TEST_CASE("of a sent sheet there is no workbook; of a returned one only what was returned is open") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        Paper paper{review};
        const std::string early = good(paper.made(review.clerk)).file();
        review.sent(review.clerk);
        const auto none = db.read([&](Tx& tx) { return unit_workbook(tx, review.now(), review.clerk, UnitTree(tx), review.sheet()); });
        CHECK(none.error().code == "assessment.workbook_nothing_open");
        FilledCopy late = {early};
        CHECK(review.no(paper.load(review.clerk, early)) == "assessment.workbook_refused " + late.at("1.1", "Giá trị") + "=sheet.form_stale " +
                                                                late.at("1.1", "Giá trị") + "=sheet.form_closed");

        REQUIRE(review.check(review.district, {{"1.1", ItemAction::send_back, {}, "Thiếu biên bản nghiệm thu", Day(2024y / 12 / 20)}}));
        REQUIRE(review.check(review.district, {{"1.2", ItemAction::agree}, {"2.1", ItemAction::agree}}));
        FilledCopy returned = paper.made(review.clerk);
        returned.set("1.1", "Giá trị", n("97.5")).set("2.1", "Nam", n("99"));
        CHECK(told(paper.check(returned.file()).faults) == returned.at("2.1", "Nam") + " sheet.form_locked");
        returned.edits.erase(returned.at("2.1", "Nam"));
        review.must(paper.load(review.clerk, returned.file()));
        CHECK(paper.self().at("1.1").line.value == "97.5");
    });
}
