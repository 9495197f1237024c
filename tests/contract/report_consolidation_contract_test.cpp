#include "contract/periodic_fixture.hpp"

using namespace cs;
using namespace cs::test;
using enum ReportAction;

namespace {

ReportInput adjusted(const std::string& figure, const std::string& amount, const std::string& reason) { return {{{figure, amount, reason}}, {}}; }

std::vector<std::string> missing(const OpenedReport& opened) {
    std::vector<std::string> names;
    for (const Child* child : opened.below.not_reported()) names.push_back(child->owed.unit->state.name);
    return names;
}

}    // namespace

TEST_CASE("the communes' figures add up to the district's, with the list of those who have not reported") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        all.sent(all.clerk, "MH0101", {{"residential_land", "1 ha"}, {"roads_new", "1,5"}});
        all.sent(all.other_clerk, "MH0102", {{"residential_land", "2 sào"}, {"roads_new", "0,5"}});
        REQUIRE(all.save(all.clerk_d, "MH0105", Reports::zeros({{"roads_new", "100"}})));    // a draft is nobody else's business
        const auto opened = all.open(all.district, "MH01");
        REQUIRE(opened);
        CHECK(opened->below.children.size() == 7);
        CHECK(missing(*opened) == std::vector<std::string>{"Thị trấn Minh Họa", "Xã Minh Họa C", "Xã Minh Họa D", "Xã Minh Họa Đ", "Xã Minh Họa E"});
        CHECK(opened->effective().at("residential_land").amount == 10'720);
        CHECK(opened->effective().at("roads_new").amount == 2'000);
        REQUIRE(all.send_back(all.district, "MH0102", "Thiếu phụ lục"));    // what came back counts no more
        CHECK(all.open(all.district, "MH01")->effective().at("residential_land").amount == 10'000);
    });
}

TEST_CASE("a figure that is not the sum says why beside it, or is not taken") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        all.sent(all.clerk, "MH0101", {{"canals", "2"}});
        all.no("report.form_faulty figures[0].reason=report.adjust_reason", [&] { return all.save(all.district, "MH01", adjusted("canals", "2,4", "")); });
        REQUIRE(all.save(all.district, "MH01", adjusted("canals", "2,4", "Cộng tuyến kênh do huyện làm")));
        const auto draft = all.open(all.district, "MH01")->effective();
        CHECK(draft.at("canals").amount == 2'400);
        CHECK(draft.at("canals").computed == 2'000);
        CHECK(draft.at("canals").reason == "Cộng tuyến kênh do huyện làm");
        REQUIRE(all.step(all.district, "MH01", send, all.form()));
        all.sent(all.other_clerk, "MH0102", {{"canals", "9"}});    // too late for that sum
        const auto went = all.open(all.district, "MH01");
        CHECK(went->effective().at("canals").amount == 2'400);
        CHECK(went->effective().at("canals").computed == 2'000);
        CHECK(went->below.sum.at("canals") == 11'000);    // the sum of today stands beside what went up
        all.no("periodic_report.need.receives_for_parent", [&] { return all.step(all.district, "MH01", receive, all.form()); });
        REQUIRE(all.send_back(all.coordinator, "MH01", "Tổng hợp lại"));
        const auto back = all.open(all.district, "MH01")->effective();
        CHECK(back.at("canals").amount == 2'400);    // the reasoned one stays, the others follow the sum again
        CHECK(back.at("canals").computed == 11'000);
        CHECK(back.at("roads_new").amount == 0);
    });
}

TEST_CASE("the districts' figures add up to the province's, which nobody here receives") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        all.sent(all.clerk, "MH0101", {{"labour_days", "1.250"}});
        REQUIRE(all.step(all.district, "MH01", send, all.form()));
        const auto province = all.open(all.emulation, "MH");
        REQUIRE(province);
        CHECK(province->below.children.size() == 2);
        CHECK(missing(*province) == std::vector<std::string>{"Huyện Minh Họa Đông"});
        CHECK(province->effective().at("labour_days").amount == 1'250);
        REQUIRE(all.step(all.emulation, "MH", send, all.form()));
        all.no("periodic_report.need.receives_for_parent", [&] { return all.step(all.coordinator, "MH", receive, all.form()); });
    });
}

TEST_CASE("who sent a report does not receive it, even where he holds both roles") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        const PersonId both = all.people.add("hai.vai", access::Role::unit_clerk, all.unit("MH0103"), access::Scope::own);
        const access::Grant reviewer{access::GrantId::born(clock.now()), access::Role::district_reviewer, all.unit("MH01"), access::Scope::subtree, {all.today(), std::nullopt}};
        access::Actor actor = all.people.actor(both);
        actor.grants.push_back(reviewer);
        all.sent(actor, "MH0103");
        all.no("periodic_report.need.not_the_sender", [&] { return all.step(actor, "MH0103", receive, all.form()); });
        REQUIRE(all.step(all.district, "MH0103", receive, all.form()));
    });
}

TEST_CASE("since 01/07/2025 the communes report to the province") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        clock.travel_to(2025y / 12 / 2);
        all.sent(all.clerk, "MH0101", {{"canals", "4"}}, year_2025);
        all.no("report.not_owed", [&] { return all.open(all.coordinator, "MH01", year_2025); });
        const auto province = all.open(all.coordinator, "MH", year_2025);
        REQUIRE(province);
        CHECK(province->below.children.size() == 23);
        CHECK(province->effective().at("canals").amount == 4'000);
        REQUIRE(all.step(all.emulation, "MH0101", receive, all.form(), year_2025));
    });
}

TEST_CASE("the open report of a unit that merged is done by its successor and received by the province") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        REQUIRE(all.save(all.clerk_e, "MH0106", Reports::zeros()));
        clock.travel_to(2025y / 7 / 3);
        all.no("access.not_your_unit", [&] { return all.step(all.clerk_e, "MH0106", send, all.form()); });
        REQUIRE(all.step(all.clerk_d, "MH0106", send, all.form()));    // Xã Minh Họa Mới
        all.no("access.not_your_unit", [&] { return all.step(all.clerk, "MH0106", send, all.form()); });
        all.no("access.not_your_unit", [&] { return all.step(all.district, "MH0106", receive, all.form()); });    // there is no district any more
        REQUIRE(all.step(all.coordinator, "MH0106", receive, all.form()));
        const auto following = db.read([&](Tx& tx) { return ReportFollower().of(tx, {all.unit("MH0106"), all.unit("MH01")}, *UnitStore(tx).forest(), 2025y / 7 / 1); });
        CHECK(following.empty());    // received
        REQUIRE(all.send_back(all.coordinator, "MH0106", "Số liệu chưa khớp"));
        const auto open = db.read([&](Tx& tx) { return ReportFollower().of(tx, {all.unit("MH0106")}, *UnitStore(tx).forest(), 2025y / 7 / 1); });
        REQUIRE(open.size() == 1);
        CHECK(open.front().to == all.unit("MH0105"));
        CHECK(open.front().count == 1);
    });
}

TEST_CASE("what waits: a report to write before its day, one overdue, one that came back, those to receive") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        const auto kinds = [&](const access::Actor& who) {
            std::vector<std::string> found;
            for (const access::Duty& duty : all.duties(who)) found.push_back(duty.kind);
            return found;
        };
        using Kinds = std::vector<std::string>;
        clock.travel_to(2025y / 5 / 1);
        CHECK(kinds(all.clerk).empty());    // not thirty days ahead yet
        clock.travel_to(2025y / 6 / 3);
        CHECK(kinds(all.clerk) == Kinds{"report_due"});
        CHECK(all.duties(all.clerk).front().by == Day(2025y / 6 / 5));
        CHECK(kinds(all.secretary).empty());
        clock.travel_to(2025y / 6 / 6);
        CHECK(kinds(all.clerk) == Kinds{"report_overdue"});
        all.sent(all.clerk, "MH0101");
        CHECK(kinds(all.clerk).empty());
        CHECK(kinds(all.district) == Kinds{"report_due", "reports_to_receive"});    // its own, and the commune's
        CHECK(kinds(all.other_district) == Kinds{"report_due"});
        CHECK(kinds(all.coordinator) == Kinds{"report_due"});    // the province's own; the commune's is the district's to receive
        REQUIRE(all.send_back(all.district, "MH0101", "Thiếu phụ lục"));
        CHECK(kinds(all.clerk) == Kinds{"report_returned"});
        clock.travel_to(2025y / 8 / 20);
        CHECK(kinds(all.other_clerk).empty());    // nobody is reminded for ever
        clock.travel_to(2025y / 7 / 10);
        CHECK(kinds(all.clerk_d) == Kinds{"report_overdue", "report_overdue"});    // its own and that of the unit it took in
    });
}

TEST_CASE("who gave an address is told at once that the report came back") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Reports all(db, clock);
        REQUIRE(db.write([&](Tx& tx) { return access::save_my_mail(tx, clock.now(), all.clerk, "lan@vi.du", false); }));
        all.sent(all.clerk, "MH0101");
        CHECK(count(db, "letter") == 0);    // that something was sent is no letter
        REQUIRE(all.send_back(all.district, "MH0101", "Thiếu phụ lục"));
        CHECK(number(db, "select count(*) as n from letter where kind = 'returned' and state = 'waiting'") == 1);
        CHECK(number(db, "select count(*) as n from letter_word where said like '%Thiếu%'") == 0);    // the reason stays inside
    });
}
