// The first-year import on both engines: columns guessed, a dry run, all or nothing, and every way to be told no.
#include "assessment/import_values.hpp"
#include "contract/assessment_fixture.hpp"

using namespace cs;
using namespace cs::assessment;
using namespace cs::test;

namespace {

using Role = ColumnRole;

const std::string wide = "TT,Tên xã,1.1 (%),1.2,2.1 nam,2.1 nữ\n1,Xã Một,98,không áp dụng,85,90.5\n2,Hai,97,đạt,,\n3,Tổng cộng,98,,,\n";

ValueFile file_of(const std::string& csv) {
    auto file = read_value_file("bieu.csv", csv, 0);
    REQUIRE(file);
    return *std::move(file);
}

struct Import {
    Review& review;

    FileOutline outline(const std::string& csv) {
        return review.must([&](Tx& tx) {
            return outline_value_file(tx, review.coordinator, UnitTree(tx), review.today(), review.round, file_of(csv));
        });
    }
    ImportChoice guessed(const std::string& csv, std::vector<UnitAnswer> answers = {}) {
        const GuessedColumns guess = outline(csv).guess;
        return {guess.first_row, guess.uses, std::move(answers)};
    }
    auto run(const access::Actor& by, const std::string& csv, ImportChoice choice) {
        return [this, &by, file = file_of(csv), choice = std::move(choice)](Tx& tx) {
            return import_values(tx, review.now(), by, UnitTree(tx), review.round, file, choice);
        };
    }
    auto run(const std::string& csv) { return run(review.coordinator, csv, guessed(csv)); }
    ImportPlan dry(const std::string& csv, std::vector<UnitAnswer> answers = {}) {
        const ImportChoice choice = guessed(csv, std::move(answers));
        return review.must([&](Tx& tx) {
            return plan_import(tx, review.now(), review.coordinator, UnitTree(tx), review.round, file_of(csv), choice);
        });
    }
    StageLines self(const std::string& code) {
        return review.db.read([&](Tx& tx) { return SheetStore(tx).values(review.sheet(code))[Stage::self]; });
    }
};

std::string told(const std::vector<CellFault>& faults) {
    std::string all;
    for (const CellFault& each : faults) all += (all.empty() ? "" : ", ") + each.fault.where + " " + each.fault.code;
    return all;
}

}    // namespace

TEST_CASE("a province's values go into the sheets, marked as what the unit has not confirmed, in one entry of the journal") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        Import import{review};
        const FileOutline outline = import.outline(wide);
        CHECK(outline.guess.heading == 1);
        CHECK(outline.lines.size() == 3);
        const auto entries = count(db, "journal");
        const ImportPlan dry = import.dry(wide);
        CHECK(dry.cells == 5);
        CHECK(dry.may_be_written());
        CHECK(count(db, "journal") == entries);
        CHECK(import.self("TH11").empty());

        const ImportPlan made = review.must(import.run(wide));
        CHECK(made.sheets.size() == 2);
        CHECK(made.rows_left_out == 1);
        CHECK(count(db, "journal") == entries + 1);
        const StageLines one = import.self("TH11");
        CHECK(one.at("1.1").line.value == "98");
        CHECK(one.at("1.2").line.applicable == false);
        CHECK(one.at("2.1").line.male == "85");
        CHECK(one.at("2.1").line.female == "90.5");
        CHECK(one.at("1.1").prefilled);
        CHECK(import.self("TH12").size() == 2);
        CHECK(import.self("TH13").empty());
        // The unit has to look before it may send.
        CHECK(review.no([&](Tx& tx) { return submit_sheet(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(), Review::paper()); })
                  .starts_with("sheet.need.last_year_confirmed"));
        const auto history = db.read([&](Tx& tx) { return audit::history(tx, "sheet", review.sheet().text(), 10); });
        REQUIRE_FALSE(history.entries.empty());
        CHECK(history.entries.front().entry.event == audit::Event::values_imported);
        CHECK(history.entries.front().entry.changes[1].to == file_of(wide).digest);
    });
}

TEST_CASE("what a unit has filled in itself stays, and a second import replaces the first") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        Import import{review};
        review.must(import.run(wide));
        REQUIRE(review.save(review.clerk, {{"1.1", {"99", "", "", std::nullopt, ""}}}));
        const ImportPlan again = review.must(import.run("Tên xã,1.1\nXã Một,95\nXã Hai,96\n"));
        CHECK(again.kept == 1);
        CHECK(told(again.remarks) == "B2 sheet.number_as_text, B2 assessment.import_kept, B3 sheet.number_as_text");
        CHECK(import.self("TH11").at("1.1").line.value == "99");
        CHECK(import.self("TH12").at("1.1").line.value == "96");
        CHECK(import.self("TH12").at("1.1").version == 2);
    });
}

TEST_CASE("one fault and nothing is written; each is told at its cell") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        Import import{review};
        const std::string bad = "Tên xã,1.1,1.2,2.1 nam,2.1 nữ\nXã Một,980,có lẽ,85,x\nXã Hai,97,đạt,1,2\nNơi lạ,97,,,\n";
        CHECK(review.no(import.run(bad)) == "assessment.import_refused B2=criteria.value_percent C2=criteria.value_not_yes_no "
                                            "E2=sheet.not_a_number A4=assessment.import_unit_unclear");
        const ImportPlan dry = import.dry(bad);
        CHECK_FALSE(dry.may_be_written());
        REQUIRE(dry.questions.size() == 1);
        CHECK(import.self("TH12").empty());

        const std::string strange = "Tên xã,1.1\nNơi lạ,97\n";
        CHECK(review.no(import.run(review.coordinator, strange, import.guessed(strange, {{"Nơi lạ", std::nullopt}}))) ==
              "assessment.import_refused =assessment.import_nothing");
        review.must(import.run(review.coordinator, strange, import.guessed(strange, {{"Nơi lạ", review.unit("TH13")}})));
        CHECK(import.self("TH13").at("1.1").line.value == "97");
    });
}

TEST_CASE("a sheet that was sent takes no import, and neither do those beside it in the file") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        review.sent(review.clerk);
        Import import{review};
        CHECK(review.no(import.run(wide)) == "assessment.import_refused B2=assessment.import_not_draft");
        CHECK(import.self("TH12").empty());
    });
}

TEST_CASE("only the coordinator of the round's territory imports") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        Import import{review};
        const ImportChoice choice = import.guessed(wide);
        for (const access::Actor* who : {&review.clerk, &review.district, &review.transport})
            CHECK(review.no(import.run(*who, wide, choice)) == "access.not_your_role");
        CHECK(review.no(import.run(review.stranger, wide, choice)) == "access.not_your_unit");
        CHECK(review.no([&](Tx& tx) { return outline_value_file(tx, review.stranger, UnitTree(tx), review.today(), review.round, file_of(wide)); }) ==
              "access.not_your_unit");
        CHECK(review.no([&](Tx& tx) { return plan_import(tx, review.now(), review.stranger, UnitTree(tx), review.round, file_of(wide), choice); }) ==
              "access.not_your_unit");
        const RoundId none = RoundId::born(review.now());
        CHECK(review.no([&](Tx& tx) { return import_values(tx, review.now(), review.coordinator, UnitTree(tx), none, file_of(wide), choice); }) ==
              "assessment.round_unknown");
        CHECK(review.no(import.run(review.coordinator, wide, {2, {{1, Role::unit_name}}, {}})) ==
              "assessment.import_columns columns=assessment.import_no_value_column");
    });
}
