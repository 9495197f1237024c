// Agreements in force: dated members and tables, the next version of a table, what waits for whom, mergers.
#include "contract/agreement_fixture.hpp"

using namespace cs;
using namespace cs::test;

TEST_CASE("members of an agreement in force change by a paper from a day, and the effect is shown first") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const Agreement a = r.in_force();
        const Day from = 2024y / 6 / 1;
        const PaperRef paper{"33/UBND", Day(2024y / 2 / 20)};
        const MembersEffect effect = r.must(r.district, [&](const Moment& m) { return plan_members(m, a, {{r.unit("MH13")}, {r.unit("MH11")}, from, paper}); });
        CHECK(effect.before == 2);
        CHECK(effect.after == 2);
        CHECK(effect.signed_leaving == 1);
        CHECK(effect.to_sign == 1);
        const auto change = [&](const MembersChange& c) { return [id = a.id, c](const Moment& m) { return change_members(m, id, c); }; };
        CHECK(r.no(r.head, change({{r.unit("MH13")}, {}, from, paper})) == "access.not_your_unit");
        CHECK(r.no(r.district, change({{}, {}, from, {}})) == "agreement.faulty number=agreement.number_missing day=agreement.day_missing join=agreement.nothing_changes");
        CHECK(r.no(r.district, change({{r.unit("MH11"), r.unit("XX11")}, {r.unit("MH13")}, from, paper})) ==
              "agreement.faulty join[0]=agreement.already_member join[1]=agreement.member_elsewhere leave[0]=agreement.not_a_member");
        CHECK(r.no(r.district, change({{}, {r.unit("MH11")}, from, paper})) == "agreement.faulty leave=agreement.last_members");
        const Agreement after = r.must(r.district, change({{r.unit("MH13")}, {r.unit("MH11")}, from, paper}));
        const AgreementMember& left = *after.member(r.unit("MH11"));
        CHECK(left.period.until == from);
        CHECK(left.signature);    // stays readable
        CHECK(left.targets.size() == 2);
        CHECK(after.member(r.unit("MH13"))->joined.number == "33/UBND");
        CHECK(r.no(r.district, change({{r.unit("MH11")}, {}, Day(2024y / 7 / 1), paper})) == "agreement.faulty join[0]=agreement.was_member");
        CHECK(r.no(r.district, [&](const Moment& m) { return move_agreement(m, a.id, {AgreementAction::close}); }) == "agreement.need.year_over");
        clock.travel_to(2025y / 1 / 2);
        r.step(a.id, AgreementAction::close);
        CHECK(r.no(r.district, change({{}, {r.unit("MH12")}, Day(2025y / 2 / 1), paper})) == "agreement.no_such_step");
    });
}

TEST_CASE("a later paper makes the bound table another from its day, with its effect; the old one stays") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const Agreement a = r.in_force();
        const TableVersionId next = r.load(agreement_table("70", "2024-07-01")), other = r.load(agreement_table("70", "2024-07-01", 2024, "khac")),
                             of_next_year = r.load(agreement_table("70", "2025-01-01", 2025));
        const auto bind = [&](const TableVersionId& to) { return [id = a.id, to](const Moment& m) { return bind_table(m, id, to); }; };
        CHECK(r.no(r.district, bind(r.table)) == "agreement.table_bound");
        CHECK(r.no(r.district, bind(other)) == "agreement.other_table");
        CHECK(r.no(r.district, bind(of_next_year)) == "agreement.table_of_other_year");
        CHECK(r.no(r.clerk, bind(next)) == "access.not_your_role");
        const TableBinding plan = r.must(r.district, [&](const Moment& m) { return plan_binding(m, a, next); });
        CHECK(plan.effects.size() == 2);    // A grows by ten, B shrinks by ten
        CHECK(plan.effects.front().to == "70");
        const Agreement after = r.must(r.district, bind(next));
        CHECK(after.table_on(2024y / 6 / 30) == r.table);
        CHECK(after.table_on(2024y / 7 / 1) == next);
        CHECK(after.table_on(2024y / 1 / 1) == r.table);
        const TableVersionId last = r.load(agreement_table("80", "2024-09-01")), passed_over = r.load(agreement_table("90", "2024-10-01"));
        r.must(r.district, bind(passed_over));
        CHECK(r.no(r.district, bind(last)) == "agreement.table_applies_before");
    });
}

TEST_CASE("only the holder of a table loads its next version") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const auto load = [&](const Moment& m) { return load_table(m, agreement_table("65", "2024-03-01"), "", std::nullopt); };
        CHECK(r.no(r.stranger, load) == "access.not_your_unit");
        CHECK(r.no(r.clerk, load) == "access.not_your_role");
        CHECK(r.must(r.province, load).loaded.version.number == 2);
    });
}

TEST_CASE("a member that was merged away is followed by its one successor, whose head signs for it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const Agreement a = r.in_force();
        const UnitId b = r.unit("MH12"), c = r.unit("MH13");
        r.must(r.district, [&](const Moment& m) { return register_targets(m, a.id, r.targets("MH12")); });
        clock.travel_to(2024y / 9 / 2);
        const Draft merge = one_line("nhap", 2024y / 9 / 1, Merge{"MH13", false, {}, {{"MH12", org::Part::full, {}}}});
        const AgreementFollower agreements;
        const auto merged = db.write([&](Tx& tx) { return reorganise(tx, clock.now(), program, merge, false, {&agreements}); });
        REQUIRE(merged);
        REQUIRE(merged->things.size() == 1);
        CHECK(merged->things[0].kind == "agreement");
        CHECK(merged->things[0].to == c);
        const auto successor = r.person("chu.tich.c", Role::unit_head, "MH13", Scope::own);
        const auto sign = [&](const Moment& m) { return sign_agreement(m, a.id, {b, "Phạm Văn C", "Chủ tịch UBND xã"}); };
        CHECK(r.no(r.head, sign) == "access.not_your_unit");
        const Agreement after = r.must(successor, sign);
        CHECK(after.member(b)->signature->name == "Phạm Văn C");
        const UnitId holder = r.must(r.district, [&](const Moment& m) -> Result<UnitId> { return member_today(m, *after.member(b)); });
        CHECK(holder == c);
    });
}

TEST_CASE("a member's people are told what waits for them, and nobody else") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const auto kinds = [&](const access::Actor& who) {
            std::string all;
            for (const access::Duty& duty : r.must(who, [](const Moment& m) -> Result<std::vector<access::Duty>> { return agreement_duties(m); }))
                all += duty.kind + " " + duty.args.at("unit") + "; ";
            return all;
        };
        const AgreementId id = r.opened().id;
        CHECK(kinds(r.clerk).empty());    // a draft asks nobody
        r.step(id, AgreementAction::call_for_targets);
        CHECK(kinds(r.clerk) == "targets_to_register Xã Minh Họa A; ");
        CHECK(kinds(r.district).empty());
        r.must(r.clerk, [&](const Moment& m) { return register_targets(m, id, r.targets("MH11")); });
        CHECK(kinds(r.head).empty());    // not called to sign yet
        r.step(id, AgreementAction::call_for_signatures);
        CHECK(kinds(r.clerk).empty());
        CHECK(kinds(r.head) == "agreement_to_sign Xã Minh Họa A; ");
        CHECK(kinds(r.head_b) == "targets_to_register Xã Minh Họa B; ");
        r.must(r.head, [&](const Moment& m) { return sign_agreement(m, id, {r.unit("MH11"), "A", "Chủ tịch"}); });
        CHECK(kinds(r.head).empty());
    });
}

TEST_CASE("the past of a target that no criteria set knows is what was registered in former years, of signed agreements only") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const Agreement first = r.in_force();
        r.opened();    // a draft of the same year says nothing
        Agreement next = first;
        next.year = 2025;
        const auto past = [&](const AgreementIndicator& indicator) {
            return db.read([&](Tx& tx) { return past_values(tx, r.unit("MH11"), indicator, earlier_than(tx, next)); });
        };
        CHECK(past({7, "Tỷ lệ đường xã được nhựa hóa", "%"}) == YearValues{{2024, Decimal::whole(95)}});
        CHECK(past({1, "Mục tiêu khác", "%"}).empty());
        CHECK(past({1, "Tỷ lệ đường xã được nhựa hóa", "%", false, Source{"xa-ntm-2021-2025", "2.1"}}).empty());    // never appraised
        CHECK(db.read([&](Tx& tx) { return earlier_than(tx, first); }).empty());
    });
}
