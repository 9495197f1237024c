#include "contract/periodic_fixture.hpp"

using namespace cs;
using namespace cs::test;
using enum ReportAction;

TEST_CASE("a commune's report is written, sent in time and received by the district") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        const auto begun = all.open(all.clerk, "MH0101");
        REQUIRE(begun);
        CHECK(begun->report.version == 0);
        CHECK(begun->owed.deadline.due == 2025y / 6 / 5);
        ReportInput input = Reports::zeros({{"residential_land", "1,5 ha"}, {"money_contributed", "2,5 tỷ"}});
        input.sections = {{"limits", "  Tiến độ chậm.  "}, {"next", ""}};
        REQUIRE(all.save(all.clerk, "MH0101", input));
        CHECK(all.open(all.district, "MH0101")->given.empty());    // a draft is nobody else's business
        CHECK(all.open(all.district, "MH0101")->sections.empty());
        const auto sent = all.step(all.clerk, "MH0101", send, all.form());
        REQUIRE(sent);
        CHECK(all.open(all.district, "MH0101")->given.size() == report_figures().size());
        CHECK(sent->report.state == ReportState::sent);
        CHECK(sent->given.at("residential_land").amount == 15'000);
        CHECK(sent->given.at("money_contributed").amount == 2'500'000'000);
        CHECK(sent->sections == Sections{{"limits", "Tiến độ chậm."}});
        REQUIRE(sent->steps.size() == 1);
        CHECK(sent->steps.front().receipt.has_value());
        const auto received = all.step(all.district, "MH0101", receive, all.form());
        REQUIRE(received);
        CHECK(received->report.state == ReportState::received);
        CHECK(number(db, "select count(*) as n from journal where event in ('periodic_report_saved', 'periodic_report_moved')") == 3);
    });
}

TEST_CASE("who may not, does not") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        all.no("access.not_your_unit", [&] { return all.save(all.other_clerk, "MH0101", Reports::zeros()); });
        all.no("access.not_your_role", [&] { return all.save(all.secretary, "MH0101", Reports::zeros()); });
        all.no("periodic_report.need.speaks_for_unit", [&] { return all.save(all.district, "MH0101", Reports::zeros()); });    // the district writes no commune's report
        all.no("report.not_owed", [&] { return all.open(all.coordinator, "MH-SXD"); });
        all.no("report.not_owed", [&] { return all.open(all.clerk, "MH0101", {2022, PeriodKind::year}); });
        all.sent(all.clerk, "MH0101");
        all.no("access.not_your_role", [&] { return all.step(all.clerk, "MH0101", receive, all.form()); });
        all.no("access.not_your_unit", [&] { return all.step(all.other_district, "MH0101", receive, all.form()); });
        all.no("periodic_report.need.receives_for_parent", [&] { return all.step(all.coordinator, "MH0101", receive, all.form()); });    // the district stands
        all.no("periodic_report.no_such_step", [&] { return all.save(all.clerk, "MH0101", Reports::zeros()); });
        all.no("periodic_report.need.reason_given", [&] { return all.send_back(all.district, "MH0101", " "); });
        REQUIRE(all.save(all.emulation, "MH", {}));
        all.no("access.not_your_unit", [&] { return all.open(all.clerk, "MH"); });
    });
}

TEST_CASE("what is not whole does not go up") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        all.no("periodic_report.need.every_figure_known", [&] { return all.step(all.clerk, "MH0101", send, all.form()); });
        all.no("report.form_faulty figures[0].amount=report.amount_form figures[1].figure=report.figure_unknown sections.x=report.section_unknown",
               [&] { return all.save(all.clerk, "MH0101", {{{"canals", "1.5", ""}, {"mystery", "1", ""}}, {{"x", "y"}}}); });
        REQUIRE(all.save(all.clerk, "MH0101", Reports::zeros()));
        all.no("periodic_report.need.day_in_order", [&] { return all.step(all.clerk, "MH0101", send, all.form(2025y / 6 / 4)); });
        all.no("periodic_report.need.day_in_order", [&] { return all.step(all.clerk, "MH0101", send, all.form(2024y / 12 / 1)); });
        ReportStepForm bare = all.form();
        bare.paper = {"", std::nullopt, " ", assessment::Via::by_hand};
        all.no("report.form_faulty number=report.number_missing signer=report.signer_missing day=report.day_missing", [&] { return all.step(all.clerk, "MH0101", send, bare); });
        ReportStepForm early = all.form(2025y / 6 / 2);
        early.paper.day = 2025y / 6 / 3;
        all.no("report.form_faulty day=report.paper_in_future", [&] { return all.step(all.clerk, "MH0101", send, early); });
        all.no("report.stale", [&] { return all.as(all.clerk, [&](const Moment& m) { return save_report(m, all.unit("MH0101"), half_2025, Reports::zeros(), 7); }); });
        all.no("report.stale", [&] { return all.as(all.clerk, [&](const Moment& m) { return take_report_step(m, all.unit("MH0101"), half_2025, send, all.form(), 7); }); });
    });
}

TEST_CASE("a figure left to the sum goes on following it; a report nobody wrote is unknown") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        all.sent(all.clerk, "MH0101");
        REQUIRE(all.save(all.district, "MH01", Reports::zeros()));
        all.sent(all.other_clerk, "MH0102", {{report_figures().front().key, "5"}});
        const auto sent = all.step(all.district, "MH01", send, all.form());
        REQUIRE(sent);
        CHECK(sent->effective().at(report_figures().front().key).amount == read_amount(report_figures().front(), "5").value());
        all.no("report.periodic_unknown", [&] { return all.as(all.clerk, [](const Moment& m) { return PeriodicStore(m.tx).find(PeriodicReportId::born(m.now)); }); });
    });
}

TEST_CASE("sent, late and overdue stand for any day, and what was sent through the document system counts from its day") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        clock.travel_to(2025y / 6 / 10);
        REQUIRE(all.save(all.clerk, "MH0101", Reports::zeros()));
        REQUIRE(all.step(all.clerk, "MH0101", send, all.form(2025y / 6 / 4)));    // entered on the 10th, sent on the 4th
        all.sent(all.other_clerk, "MH0102");
        const auto on_time = all.open(all.clerk, "MH0101"), late = all.open(all.other_clerk, "MH0102");
        const Day due = on_time->owed.deadline.due;
        CHECK(timeliness(due, first_sent(on_time->steps), all.today()) == Timeliness::on_time);
        CHECK(timeliness(due, first_sent(late->steps), all.today()) == Timeliness::late);
        CHECK(timeliness(due, first_sent(late->steps), 2025y / 6 / 9) == Timeliness::overdue);
        CHECK(state_on(late->steps, 2025y / 6 / 9) == ReportState::draft);
        CHECK(state_on(late->steps, 2025y / 6 / 10) == ReportState::sent);
    });
}

TEST_CASE("a report that comes back is mended and sent again, and stays one that was sent in time") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        all.sent(all.clerk, "MH0101", {{"canals", "3"}});
        REQUIRE(all.step(all.district, "MH0101", receive, all.form()));
        REQUIRE(all.send_back(all.district, "MH0101", "Số km kênh mương chưa khớp"));    // also after it was received
        clock.travel_to(2025y / 6 / 12);
        REQUIRE(all.save(all.clerk, "MH0101", Reports::zeros({{"canals", "2,5"}})));
        CHECK(all.open(all.clerk, "MH0101")->report.state == ReportState::returned);
        all.no("periodic_report.no_such_step", [&] { return all.step(all.clerk, "MH0101", send, all.form()); });
        const auto again = all.step(all.clerk, "MH0101", resend, all.form());
        REQUIRE(again);
        CHECK(again->given.at("canals").amount == 2'500);
        CHECK(timeliness(again->owed.deadline.due, first_sent(again->steps), all.today()) == Timeliness::on_time);
        CHECK(number(db, "select count(*) as n from receipt") == 2);
    });
}
