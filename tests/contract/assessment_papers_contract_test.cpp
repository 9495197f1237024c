// Printed forms, field teams, and sheets of merged units, on both engines.
#include <fstream>
#include <sstream>

#include "assessment/forms_html.hpp"
#include "assessment/guarded.hpp"
#include "assessment/orphans.hpp"
#include "contract/assessment_fixture.hpp"

using namespace cs;
using namespace cs::assessment;
using namespace cs::test;

namespace {

std::string golden(const std::string& name) {
    std::ifstream file("tests/contract/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// Written beside the golden file when it differs, to be looked at and moved by hand.
void compare(const std::string& made, const std::string& name) {
    if (made != golden(name)) std::ofstream("tests/contract/" + name + ".made") << made;
    CHECK(made == golden(name));
}

Result<PrintedSheet> printed(Review& review, Tx& tx, const access::Actor& who) {
    const UnitTree tree(tx);
    auto opened = open_sheet(tx, review.sheet(), who, tree, review.today());
    if (!opened) return tl::unexpected<Refusal>(std::move(opened).error());
    return printed_sheet(tx, *std::move(opened), tree);
}

Piece piece(const std::string& code, const std::string& name) {
    Piece made;
    made.state.code = code, made.state.name = name, made.state.kind = org::UnitKind::commune, made.state.parent = "TH1";
    return made;
}

NewVisit good_visit() {
    return {2024y / 12 / 9, "Ông Nguyễn Văn Sở, Sở Giao thông", "03/BB-SGT", 2024y / 12 / 9, "Trần Văn Bình", "Nguyễn Văn Sở", std::nullopt,
            {{"1.1", "Đo thực tế 97%"}}};
}

}    // namespace

TEST_CASE("the report and the minutes are printed in the official form, the same on both engines") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        review.sent(review.clerk);
        REQUIRE(review.check(review.district, {{"1.1", ItemAction::correct, {{"1.1", {"97", "", "", {}, ""}}}, "Đo lại <tuyến 2>"}, {"1.2", ItemAction::agree}}));
        review.must([&](Tx& tx) { return record_field_visit(tx, review.now(), review.district, UnitTree(tx), review.sheet(), good_visit()); });
        db.read([&](Tx& tx) {
            auto report = printed(review, tx, review.clerk);
            REQUIRE(report);
            compare(law::render(report_form(*report), true), "report.html");
            auto minutes = printed(review, tx, review.district);
            REQUIRE(minutes);
            REQUIRE(as_minutes(*minutes, UnitTree(tx), review.today(), std::nullopt, std::nullopt));
            compare(law::render(minutes_form(*minutes), false), "minutes.html");

            REQUIRE(as_minutes(*minutes, UnitTree(tx), review.today(), "2", "department"));
            CHECK(minutes->criteria == std::vector<std::string>{"2"});
            CHECK(minutes->office_name == "Tỉnh Thử");
            CHECK(as_minutes(*minutes, UnitTree(tx), review.today(), "9", std::nullopt).error().code == "assessment.criterion_not_here");
            CHECK(as_minutes(*minutes, UnitTree(tx), review.today(), std::nullopt, "self").error().code == "assessment.stage_unknown");
            CHECK(printed(review, tx, review.other_clerk).error().code == "assessment.sheet_unknown");
            CHECK(printed(review, tx, review.stranger).error().code == "assessment.sheet_unknown");
        });
    });
}

TEST_CASE("of defence, militia and security only the verdict is printed") {
    criteria::CriteriaSet set;
    set.criteria.push_back({"19", "Quốc phòng và An ninh", "", "", {}});
    set.criteria.push_back({"2", "Giao thông", "", "", {}});
    criteria::Indicator militia, road, order;
    militia.no = "19.1", militia.name = "Lực lượng";
    road.no = "2.1", road.name = "Đường xã";
    order.no = "2.2", order.name = "Bảo đảm an ninh, trật tự";
    set.criteria[0].indicators = {militia};
    set.criteria[1].indicators = {road, order};
    CHECK(is_guarded(set, "19.1"));
    CHECK(is_guarded(set, "19.1#1"));
    CHECK(is_guarded(set, "2.2"));
    CHECK_FALSE(is_guarded(set, "2.1"));
    CHECK_FALSE(is_guarded(set, "7"));
}

TEST_CASE("a field team is recorded by a checking office with the minutes both signed") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        const auto visit = [&](const access::Actor& who, const NewVisit& v) {
            return [&, v](Tx& tx) { return record_field_visit(tx, review.now(), who, UnitTree(tx), review.sheet(), v); };
        };
        CHECK(review.no(visit(review.district, good_visit())) == "assessment.not_in_check");    // a draft
        review.sent(review.clerk);
        CHECK(review.no(visit(review.clerk, good_visit())) == "access.not_your_role");
        CHECK(review.no(visit(review.stranger, good_visit())) == "assessment.sheet_unknown");
        NewVisit bad = good_visit();
        bad.members = " ", bad.minutes_number = "", bad.unit_signer = "", bad.office_signer = "", bad.findings.clear();
        bad.visited_on = 2024y / 12 / 12, bad.minutes_day = 2024y / 12 / 11;
        CHECK(review.no(visit(review.district, bad)) ==
              "assessment.visit_faulty members=assessment.members_missing minutes_number=assessment.paper_missing "
              "unit_signer=assessment.signers_missing office_signer=assessment.signers_missing visited_on=assessment.visit_in_future "
              "minutes_day=assessment.paper_in_future minutes_day=assessment.minutes_before_visit findings=assessment.no_findings");
        bad = good_visit();
        bad.findings = {{"1.1", " "}, {"1.1", "x"}, {"9.9", "x"}};
        CHECK(review.no(visit(review.district, bad)) ==
              "assessment.visit_faulty findings[0].finding=assessment.finding_missing findings[1].indicator=assessment.indicator_twice "
              "findings[2].indicator=assessment.indicator_unknown");
        review.must(visit(review.district, good_visit()));
        const auto all = db.read([&](Tx& tx) { return VisitStore(tx).of_sheet(review.sheet()); });
        REQUIRE(all.size() == 1);
        CHECK(all[0].office == review.unit("TH1"));
        CHECK(all[0].findings.at(0).finding == "Đo thực tế 97%");
        db.read([&](Tx& tx) {
            CHECK(audit::history(tx, "sheet", review.sheet().text(), 1).entries.at(0).entry.event == audit::Event::field_visit_recorded);
        });
    });
}

TEST_CASE("on a merger an open sheet follows the one successor; on a split it waits for a paper") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        const UnitId first = review.unit("TH11"), second = review.unit("TH12"), third = review.unit("TH13");
        const SheetFollower sheets;
        const Draft merge = one_line("nhap", 2025y / 1 / 1, Merge{"TH12", false, {}, {{"TH11", Part::full, {}}}});
        const Draft split = one_line("tach", 2025y / 1 / 1, Split{"TH13", false, {piece("TH14", "Xã Bốn"), piece("TH15", "Xã Năm")}});
        const auto apply = [&](const Draft& draft, bool dry_run) {
            return [&, dry_run](Tx& tx) { return reorganise(tx, review.now(), program, draft, dry_run, {&sheets}); };
        };
        const std::string before = review.fingerprint();
        const auto foreseen = db.read(apply(split, true));
        REQUIRE(foreseen);
        REQUIRE(foreseen->things.size() == 1);
        CHECK(foreseen->things[0].kind == "sheet");
        CHECK(foreseen->things[0].from == third);
        CHECK(foreseen->things[0].from_name == "Xã Ba");
        CHECK_FALSE(foreseen->things[0].to.has_value());
        CHECK(review.fingerprint() == before);
        const auto merged = review.must(apply(merge, false));
        REQUIRE(merged.things.size() == 1);
        CHECK(merged.things[0].to == second);
        CHECK(merged.things[0].count == 1);
        review.must(apply(split, false));

        clock.travel_to(2025y / 1 / 5);
        const auto orphan_list = [&](const access::Actor& who) {
            return db.read([&](Tx& tx) { return orphans(tx, who, UnitTree(tx), review.today()); });
        };
        const auto waiting = orphan_list(review.coordinator);
        REQUIRE(waiting.size() == 1);
        CHECK(waiting[0].sheet.unit == third);
        CHECK(waiting[0].successors.size() == 2);
        CHECK(orphan_list(review.stranger).empty());
        CHECK(orphan_list(review.clerk).empty());
        REQUIRE(review.save(review.other_clerk, Review::good(), "TH11"));    // the successor's clerk holds the merged unit's sheet
        CHECK_FALSE(review.save(review.other_clerk, Review::good(), "TH13"));

        const HandOver good{review.unit("TH14"), "12/QĐ-UBND", 2025y / 1 / 4, "Phần lớn dân số về xã mới"};
        const auto hand = [&](const access::Actor& who, const std::string& code, const HandOver& r) {
            return [&, code, r](Tx& tx) { return hand_over_sheet(tx, review.now(), who, UnitTree(tx), review.sheet(code), r); };
        };
        CHECK(review.no(hand(review.clerk, "TH13", good)) == "access.not_your_role");
        CHECK(review.no(hand(review.stranger, "TH13", good)) == "access.not_your_unit");
        CHECK(review.no(hand(review.coordinator, "TH11", good)) == "assessment.sheet_has_holder");
        HandOver bad = good;
        bad.to = review.unit("TH1"), bad.paper_number = "", bad.paper_day = 2025y / 1 / 6, bad.reason = " ";
        CHECK(review.no(hand(review.coordinator, "TH13", bad)) ==
              "assessment.handover_faulty paper_number=assessment.paper_missing paper_day=assessment.paper_in_future "
              "reason=assessment.reason_missing to=assessment.heir_unfit");
        bad = good;
        bad.to = first;    // it is no more
        CHECK(review.no(hand(review.coordinator, "TH13", bad)) == "assessment.handover_faulty to=assessment.heir_unfit");
        review.must(hand(review.coordinator, "TH13", good));
        CHECK(orphan_list(review.coordinator).empty());
        const access::Actor clerk = review.person("xa.bon", access::Role::unit_clerk, "TH14", access::Scope::own);
        REQUIRE(review.save(clerk, Review::good(), "TH13"));
        CHECK(review.no(hand(review.coordinator, "TH13", good)) == "assessment.sheet_has_holder");
        db.read([&](Tx& tx) {
            const auto told = audit::history(tx, "sheet", review.sheet("TH13").text(), 2).entries.at(1);
            CHECK(told.entry.event == audit::Event::sheet_handed_over);
            CHECK(told.entry.note == "Phần lớn dân số về xã mới");
        });
    });
}
