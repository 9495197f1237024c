// The yearly review from the opened round to the appraised result, on both engines, with every way to be told no.
#include "contract/assessment_fixture.hpp"

using namespace cs;
using namespace cs::assessment;
using namespace cs::test;

TEST_CASE("a round makes a sheet for each unit of its population; a faulty one is refused whole") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        const auto opened_by = [&](const access::Actor& who, const NewRound& r) {
            return [&, r](Tx& tx) { return open_round(tx, review.now(), who, UnitTree(tx), r); };
        };
        NewRound bad = review.request();
        bad.title = " ", bad.paper = "", bad.closes_on = 2024y / 11 / 1;
        CHECK(review.no(opened_by(review.coordinator, bad)) ==
              "assessment.round_faulty title=assessment.title_missing paper=assessment.paper_missing closes_on=assessment.window_turned");
        bad = review.request();
        bad.kind = org::UnitKind::ward;
        CHECK(review.no(opened_by(review.coordinator, bad)) == "assessment.round_faulty root=assessment.no_units");
        bad = review.request();
        bad.only = {review.unit("TH")};
        CHECK(review.no(opened_by(review.coordinator, bad)) ==
              "assessment.round_faulty only[0]=assessment.unit_not_in_population root=assessment.no_units");
        bad = review.request();
        bad.set = "khong-co";
        CHECK(review.no(opened_by(review.coordinator, bad)) == "criteria.set_unknown");
        CHECK(review.no(opened_by(review.stranger, review.request())) == "access.not_your_unit");
        CHECK(review.no(opened_by(review.clerk, review.request())) == "access.not_your_role");
        review.open();
        CHECK(review.sheets.size() == 3);
        CHECK(review.state() == SheetState::draft);
        CHECK(review.no(opened_by(review.coordinator, review.request())) == "assessment.round_exists");
    });
}

TEST_CASE("the window closes by itself, with minutes of grace, and a paper extends it, also after the fact") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        REQUIRE(review.save(review.clerk, Review::good()));
        // 15/01/2025 ends at 17:00 UTC; half an hour of grace follows.
        clock.travel_to(2025y / 1 / 15);
        clock.advance(17h + 29min);
        REQUIRE(review.submit(review.clerk));
        review.must([&](Tx& tx) { return withdraw_sheet(tx, review.now(), review.head, UnitTree(tx), review.sheet(), "Gửi nhầm"); });
        clock.advance(1min);
        const auto send = [&](Tx& tx) { return submit_sheet(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(), Review::paper()); };
        CHECK(review.no(send) == "sheet.need.window_open");
        CHECK(review.no([&](Tx& tx) { return save_cells(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(), Review::good()); }) ==
              "sheet.need.window_open");

        const auto extend = [&](const access::Actor& who, const Extension& e) {
            return [&, e](Tx& tx) { return extend_round(tx, review.now(), who, UnitTree(tx), review.round, e); };
        };
        const Extension good{review.unit("TH11"), 2025y / 1 / 20, "07/CV", 2025y / 1 / 14, "Lũ"};
        Extension bad = good;
        bad.paper_number = "", bad.reason = " ", bad.paper_day = 2025y / 2 / 1, bad.until = 2025y / 1 / 10, bad.unit = review.unit("TH");
        CHECK(review.no(extend(review.coordinator, bad)) ==
              "assessment.extension_faulty paper_number=assessment.paper_missing reason=assessment.reason_missing "
              "paper_day=assessment.paper_in_future until=assessment.extension_shortens unit=assessment.unit_not_in_round");
        CHECK(review.no(extend(review.stranger, good)) == "access.not_your_unit");
        review.must(extend(review.coordinator, good));
        REQUIRE(review.submit(review.clerk));
        CHECK_FALSE(review.save(review.other_clerk, Review::good(), "TH12"));    // the others' window stays closed
    });
}

TEST_CASE("a cell is kept with its version; a second editor gets both values; what cannot be a value is refused at the cell") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        const auto saved = review.save(review.clerk, Review::good());
        REQUIRE(saved);
        CHECK(saved->facts.values.at(Stage::self).at("1.1").version == 1);
        const auto cell = [&](const access::Actor& who, const CellInput& c) {
            return [&, c](Tx& tx) { return save_cells(tx, review.now(), who, UnitTree(tx), review.sheet(), {c}); };
        };
        REQUIRE(review.save(review.head, {{"1.1", {"97,5", "", "", std::nullopt, ""}, 1}}));
        const auto late = db.write(cell(review.clerk, {"1.1", {"99", "", "", std::nullopt, ""}, 1}));
        REQUIRE_FALSE(late);
        CHECK(late.error().code == "assessment.cell_stale");
        CHECK(late.error().problem == Problem::stale);
        const std::map<std::string, std::string> args(late.error().args.begin(), late.error().args.end());
        CHECK(args.at("theirs") == "97,5");
        CHECK(args.at("mine") == "99");
        CHECK(args.at("by") == "Người chu.tich");
        REQUIRE(review.save(review.clerk, {{"1.1", {"97,5", "", "", std::nullopt, ""}, 1}}));    // the same value is no quarrel

        CHECK(review.no(cell(review.clerk, {"1.1", {"101", "", "", std::nullopt, ""}})) == "assessment.cells_refused cells[0].value=criteria.value_percent");
        CHECK(review.no(cell(review.clerk, {"1.1", {"nhiều", "", "", std::nullopt, ""}})) == "assessment.cells_refused cells[0].value=criteria.value_not_number");
        CHECK(review.no(cell(review.clerk, {"1.1", {"", "", "", false, ""}})) == "assessment.cells_refused cells[0].applicable=criteria.applicable_not_allowed");
        CHECK(review.no(cell(review.clerk, {"9.9", {"1", "", "", std::nullopt, ""}})) == "assessment.cells_refused cells[0].line=assessment.line_unknown");
        CHECK(review.no(cell(review.other_clerk, Review::good()[0])) == "assessment.sheet_unknown");    // of another commune: he learns nothing
        CHECK(review.no(cell(review.coordinator, Review::good()[0])) == "access.not_your_unit");
    });
}

TEST_CASE("a sheet is sent with its paper and gets a receipt without gaps; what is missing is named") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        const auto send = [&](const access::Actor& who, const SentPaper& with = Review::paper()) {
            return [&, with](Tx& tx) { return submit_sheet(tx, review.now(), who, UnitTree(tx), review.sheet(), with); };
        };
        REQUIRE(review.save(review.clerk, {{"1.1", {"98", "", "", std::nullopt, ""}}}));
        CHECK(review.no(send(review.clerk)) == "sheet.need.every_line_answered 1.2=assessment.not_answered 2.1=assessment.not_answered");
        REQUIRE(review.save(review.clerk, {{"1.2", {"", "", "", false, ""}}, {"2.1", {"", "", "", std::nullopt, "Chưa có số của BHXH"}}}));
        CHECK(review.no(send(review.clerk, {"", std::nullopt, "", Via::by_hand, std::nullopt})) == "sheet.need.paper_named");
        CHECK(review.no(send(review.clerk, {"15/BC", Day(2024y / 12 / 9), "", Via::signed_copy, std::nullopt})) == "sheet.need.paper_named");
        CHECK(review.no(send(review.coordinator)) == "access.not_your_role");
        const auto first = review.submit(review.clerk);
        REQUIRE(first);
        CHECK(first->receipt.code() == "CS-2024-000001");
        CHECK(first->receipt.content == "unit,indicator,value,value_male,value_female,applicable\n" + review.unit("TH11").text() +
                                            ",1.1,98,,,\n" + review.unit("TH11").text() + ",1.2,,,,false\n");
        CHECK(review.no(send(review.clerk)) == "sheet.no_such_step");
        review.must([&](Tx& tx) { return withdraw_sheet(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(), "Sửa số liệu"); });
        const auto second = review.submit(review.head);
        REQUIRE(second);
        CHECK(second->receipt.number == 2);
        const auto kept = db.read([&](Tx& tx) { return ReceiptStore(tx).find(2024, 1); });
        REQUIRE(kept);
        CHECK(kept->digest == first->receipt.digest);
        CHECK(db.read([&](Tx& tx) { return SheetStore(tx).submissions(review.sheet()).at(0).withdrawn_at.has_value(); }));
    });
}

TEST_CASE("an office checks its criteria, sends one indicator back, and only that one opens again") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock, 2025y / 12 / 10);    // no district any more
        NewRound r = review.request();
        r.year = 2025, r.units_on = r.opens_on = 2025y / 12 / 1, r.closes_on = 2026y / 1 / 15;
        review.open(r);
        review.charge("1", Stage::department, "TH", "TH-GT");
        review.charge("2", Stage::department, "TH", "TH-YT");
        review.sent(review.clerk);
        const auto check = [&](const access::Actor& who, const Check& c) {
            return [&, c](Tx& tx) { return check_items(tx, review.now(), who, UnitTree(tx), review.sheet(), {c}); };
        };
        using enum ItemAction;
        CHECK(review.no(check(review.health, {"1.1", agree})) == "assessment.checks_refused checks[0]=item.need.in_charge");
        CHECK(review.no(check(review.district, {"1.1", agree})) == "assessment.not_in_check");
        CHECK(review.no(check(review.stranger, {"1.1", agree})) == "assessment.sheet_unknown");
        CHECK(review.no(check(review.transport, {"1.1", correct, {{"1.1", {"90", "", "", {}, ""}}}})) == "assessment.checks_refused checks[0]=item.need.reason_given");
        CHECK(review.no(check(review.transport, {"1.1", send_back, {}, "Thiếu biểu"})) == "assessment.checks_refused checks[0]=item.need.due_day_ahead");
        CHECK(review.no(check(review.transport, {"1.1", send_back, {}, "Thiếu biểu", Day(2025y / 12 / 9)})) == "assessment.checks_refused checks[0]=item.need.due_day_ahead");
        CHECK(review.no(check(review.transport, {"1.1", answer})) == "assessment.checks_refused checks[0]=item.no_such_step");

        REQUIRE(review.check(review.transport, {{"1.1", send_back, {}, "Thiếu biên bản nghiệm thu", Day(2025y / 12 / 20)}, {"1.2", agree}}));
        CHECK(review.state() == SheetState::returned_by_department);
        REQUIRE(review.check(review.health, {{"2.1", agree}}));    // the others go on
        CHECK(review.state() == SheetState::returned_by_department);

        const auto save = [&](const CellInput& c) {
            return [&, c](Tx& tx) { return save_cells(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(), {c}); };
        };
        CHECK(review.no(save({"2.1", {"", "90", "90", {}, ""}})) == "assessment.cells_locked");
        const auto again = [&](Tx& tx) { return resubmit_sheet(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(), Review::paper()); };
        CHECK(review.no(again) == "sheet.need.returned_items_answered");
        clock.travel_to(2026y / 2 / 1);    // the window is long closed: a return has its own day
        REQUIRE(review.save(review.clerk, {{"1.1", {"96", "", "", {}, ""}}}));
        const auto second = review.must(again);
        CHECK(second.receipt.code() == "CS-2026-000001");
        CHECK(review.state() == SheetState::department_check);

        REQUIRE(review.check(review.transport, {{"1.1", correct, {{"1.1", {"95", "", "", {}, ""}}}, "Theo biên bản kiểm tra"}}));
        CHECK(review.state() == SheetState::checked);
        db.read([&](Tx& tx) {
            const Values values = SheetStore(tx).values(review.sheet());
            CHECK(values.at(Stage::self).at("1.1").line.value == "96");
            CHECK(values.at(Stage::department).at("1.1").line.value == "95");    // side by side
            CHECK(values.at(Stage::department).at("2.1").line.female == "90,5");
            CHECK(SheetStore(tx).items(review.sheet()).at({Stage::department, "1.1"}).returns == 1);
        });
    });
}

TEST_CASE("an indicator is sent back only as often as the parameter says") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock, 2025y / 12 / 10);
        NewRound r = review.request();
        r.units_on = r.opens_on = 2025y / 12 / 1, r.closes_on = 2026y / 1 / 15;
        review.open(r);
        review.charge("1", Stage::department, "TH", "TH-GT");
        review.sent(review.clerk);
        const Check back{"1.1", ItemAction::send_back, {}, "Chưa rõ", Day(2026y / 1 / 30)};
        for (int round = 0; round < 3; ++round) {
            REQUIRE(review.check(review.transport, {back}));
            REQUIRE(review.save(review.clerk, {{"1.1", {std::to_string(95 + round), "", "", {}, ""}}}));
            review.must([&](Tx& tx) { return resubmit_sheet(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(), Review::paper()); });
        }
        CHECK(review.no([&](Tx& tx) { return check_items(tx, review.now(), review.transport, UnitTree(tx), review.sheet(), {back}); }) ==
              "assessment.checks_refused checks[0]=item.need.returns_left");
    });
}

TEST_CASE("until 30/06/2025 the district checks first; after it the departments do, by data") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        review.charge("1", Stage::department, "TH", "TH-GT");
        review.charge("2", Stage::department, "TH", "TH-YT");
        review.sent(review.clerk);
        review.sent(review.other_clerk, "TH12");
        using enum ItemAction;
        CHECK(review.no([&](Tx& tx) { return check_items(tx, review.now(), review.transport, UnitTree(tx), review.sheet(), {{"1.1", agree}}); }) ==
              "assessment.not_in_check");
        REQUIRE(review.check(review.district, {{"1.1", correct, {{"1.1", {"97", "", "", {}, ""}}}, "Đo lại"}, {"1.2", agree}}));
        CHECK(review.state() == SheetState::district_check);
        REQUIRE(review.check(review.district, {{"2.1", agree}}));
        CHECK(review.state() == SheetState::department_check);
        REQUIRE(review.check(review.transport, {{"1.1", agree}, {"1.2", agree}}));
        CHECK(db.read([&](Tx& tx) { return SheetStore(tx).values(review.sheet()).at(Stage::department).at("1.1").line.value; }) == "97");

        REQUIRE(review.check(review.district, {{"1.1", agree}}, "TH12"));
        clock.travel_to(2025y / 7 / 1);    // what the district had begun goes on at the departments
        REQUIRE(review.check(review.transport, {{"1.1", agree}, {"1.2", agree}}, "TH12"));
        CHECK(review.state("TH12") == SheetState::department_check);
    });
}

TEST_CASE("one paper of an office confirms a criterion for many units, with exceptions sent back one by one") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock, 2025y / 12 / 10);
        NewRound r = review.request();
        r.units_on = r.opens_on = 2025y / 12 / 1, r.closes_on = 2026y / 1 / 15;
        review.open(r);
        review.charge("1", Stage::department, "TH", "TH-GT");
        review.charge("2", Stage::department, "TH", "TH-YT");
        review.sent(review.clerk);
        review.sent(review.other_clerk, "TH12");
        ConfirmMany good{"1", "88/SGT-KH", 2025y / 12 / 9, "Nguyễn Văn Sở", {review.sheet("TH12"), review.sheet("TH11")},
                               {{review.sheet("TH12"), "1.1", "Thiếu hồ sơ tuyến đường", 2025y / 12 / 20}}};
        std::sort(good.sheets.begin(), good.sheets.end());    // they are taken in this order
        const auto confirm = [&](const access::Actor& who, const ConfirmMany& what) {
            return [&, what](Tx& tx) { return confirm_many(tx, review.now(), who, UnitTree(tx), review.round, what); };
        };
        ConfirmMany bad = good;
        bad.number = "", bad.day = 2026y / 1 / 1, bad.signer = "", bad.exceptions[0].sheet = review.sheet("TH13");
        CHECK(review.no(confirm(review.transport, bad)) ==
              "assessment.confirmation_refused number=assessment.paper_missing signer=assessment.signer_missing "
              "day=assessment.paper_in_future exceptions[0].sheet=assessment.exception_elsewhere");
        CHECK(review.no(confirm(review.health, good)) == "assessment.confirmation_refused sheets[0]=item.need.in_charge");
        bad = good;
        bad.sheets.push_back(review.sheet("TH13"));    // a draft: nothing of the rest is written either
        CHECK(review.no(confirm(review.transport, bad)) == "assessment.confirmation_refused sheets[2]=assessment.not_in_check");

        const ConfirmedMany made = review.must(confirm(review.transport, good));
        CHECK(made.sheets == 2);
        CHECK(made.agreed == 3);
        CHECK(made.returned == 1);
        CHECK(made.paper.holder == review.unit("TH-GT"));
        CHECK(review.state("TH11") == SheetState::department_check);
        CHECK(review.state("TH12") == SheetState::returned_by_department);
        db.read([&](Tx& tx) { CHECK(SheetStore(tx).items(review.sheet()).at({Stage::department, "1.1"}).paper == made.paper.id); });
        CHECK(review.no(confirm(review.transport, good)) == "assessment.confirmation_refused sheets[0]=assessment.nothing_open");
    });
}

TEST_CASE("the province gives the result once the verdict is decided; reopening keeps the old one and makes a next") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock, 2025y / 12 / 10);
        NewRound r = review.request();
        r.units_on = r.opens_on = 2025y / 12 / 1, r.closes_on = 2026y / 1 / 15;
        review.open(r);
        REQUIRE(review.save(review.clerk, {{"1.1", {"98", "", "", {}, ""}}, {"1.2", {"đạt", "", "", {}, ""}}, {"2.1", {"", "", "", {}, "Chưa có số"}}}));
        REQUIRE(review.submit(review.clerk));
        using enum ItemAction;
        REQUIRE(review.check(review.coordinator, {{"1.1", agree}, {"1.2", agree}, {"2.1", agree}}));    // nobody else is in charge
        CHECK(review.state() == SheetState::checked);
        const auto appraise = [&](const access::Actor& who) {
            return [&](Tx& tx) { return appraise_sheet(tx, review.now(), who, UnitTree(tx), review.sheet(), {"5/TB-VPĐP", Day(2025y / 12 / 10), ""}); };
        };
        const auto correct_it = [&](const access::Actor& who, const std::string& reason) {
            return [&, reason](Tx& tx) {
                return correct_value(tx, review.now(), who, UnitTree(tx), review.sheet(), "2.1", {{"2.1", {"", "81", "82", {}, ""}}}, reason);
            };
        };
        CHECK(review.no(appraise(review.coordinator)) == "sheet.need.verdict_decided");
        CHECK(review.no(correct_it(review.transport, "x")) == "assessment.sheet_unknown");
        CHECK(review.no(correct_it(review.clerk, "x")) == "access.not_your_role");
        CHECK(review.no(correct_it(review.coordinator, "")) == "sheet.need.reason_given");
        review.must(correct_it(review.coordinator, "Theo số của BHXH tỉnh"));
        const AppraisedResult first = review.must(appraise(review.coordinator));
        CHECK(first.head.verdict == criteria::Verdict::met);
        CHECK(first.head.met == 2);
        CHECK(first.head.provisional);    // 2.1 rests on a remembered threshold
        CHECK(first.criteria.size() == 2);
        CHECK(first.report.find("\"verdict\":\"met\"") != std::string::npos);
        CHECK(review.no(correct_it(review.coordinator, "x")) == "assessment.not_checked");
        CHECK(review.no([&](Tx& tx) { return reopen_sheet(tx, review.now(), review.coordinator, UnitTree(tx), review.sheet(), ""); }) ==
              "sheet.need.reason_given");
        review.must([&](Tx& tx) { return reopen_sheet(tx, review.now(), review.coordinator, UnitTree(tx), review.sheet(), "Khiếu nại"); });
        REQUIRE(review.check(review.coordinator, {{"1.1", send_back, {}, "Xem lại", Day(2026y / 1 / 30)}}));
        CHECK(review.state() == SheetState::returned_by_department);
        REQUIRE(review.save(review.clerk, {{"1.1", {"90", "", "", {}, ""}}}));
        review.must([&](Tx& tx) { return resubmit_sheet(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(), Review::paper()); });
        REQUIRE(review.check(review.coordinator, {{"1.1", agree}}));
        const AppraisedResult second = review.must(appraise(review.coordinator));
        CHECK(second.head.sequence == 2);
        CHECK(second.head.verdict == criteria::Verdict::not_met);
        db.read([&](Tx& tx) {
            const auto results = SheetStore(tx).results(review.sheet());
            CHECK(results.size() == 2);
            CHECK(results[0].head.reopened_at.has_value());
            CHECK(results[0].digest == first.digest);
        });
        CHECK(db.read([](Tx& tx) { return !audit::verify(tx).first_fault.has_value(); }));
    });
}

TEST_CASE("a new round begins with last year's values, marked as such, and they must be confirmed before sending") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.open();
        review.sent(review.clerk);
        clock.travel_to(2025y / 12 / 10);
        NewRound r = review.request();
        r.year = 2025, r.units_on = r.opens_on = 2025y / 12 / 1, r.closes_on = 2026y / 1 / 15;
        review.open(r);
        db.read([&](Tx& tx) {
            const Values values = SheetStore(tx).values(review.sheet());
            CHECK(values.at(Stage::self).at("1.1").prefilled);
            CHECK(values.at(Stage::self).at("1.1").line.value == "98");
        });
        CHECK(review.no([&](Tx& tx) { return submit_sheet(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(), Review::paper()); }) ==
              "sheet.need.last_year_confirmed 1.1=assessment.not_confirmed 1.2=assessment.not_confirmed 2.1=assessment.not_confirmed");
        review.sent(review.clerk);
        CHECK(review.state() == SheetState::submitted);
    });
}

TEST_CASE("an office in charge is followed by another from a day on; who is no office cannot be") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock);
        review.charge("1", Stage::department, "TH", "TH-GT");
        review.charge("1", Stage::department, "TH", "TH-YT", 2025y / 3 / 1);
        const auto charges = db.read([](Tx& tx) { return RoundStore(tx).charges("bo-ra-soat"); });
        REQUIRE(charges.size() == 2);
        CHECK(charges[0].period.until == Day(2025y / 3 / 1));
        const auto assign = [&](const access::Actor& who, NewCharge c) {
            return [&, c](Tx& tx) { return assign_charge(tx, review.now(), who, UnitTree(tx), c); };
        };
        const NewCharge good{"bo-ra-soat", {"2"}, Stage::department, review.unit("TH"), review.unit("TH-YT"), 2024y / 1 / 1, "QĐ"};
        NewCharge bad = good;
        bad.paper = "", bad.criteria = {"9"}, bad.holder = review.unit("TH11");
        CHECK(review.no(assign(review.coordinator, bad)) ==
              "assessment.charge_faulty paper=assessment.paper_missing criteria[0]=assessment.criterion_unknown holder=assessment.holder_no_office");
        bad = good;
        bad.criteria = {"1"}, bad.from = 2025y / 3 / 1;
        CHECK(review.no(assign(review.coordinator, bad)) == "assessment.charge_faulty from=assessment.charge_before_last");
        CHECK(review.no(assign(review.stranger, good)) == "access.not_your_unit");
    });
}
