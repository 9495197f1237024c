// Agreements in storage: who may open them, targets registered with the province, signatures, dated members and tables.
#include "contract/access_fixture.hpp"
#include "contract/org_fixture.hpp"
#include "org/commands.hpp"
#include "scoring/agreement_commands.hpp"
#include "scoring/agreement_follower.hpp"

using namespace cs;
using namespace cs::scoring;
using namespace cs::test;
using access::Role;
using access::Scope;

namespace {

const std::string country =
    "unit,code,name,kind,parent,rural,region,from,until\n"
    ",MH,Tỉnh Minh Họa,province,,,,2021-02-01,\n,MH1,Huyện Minh Họa,district,MH,,,2021-02-01,\n"
    ",MH11,Xã Minh Họa A,commune,MH1,,DBSH,2021-02-01,\n,MH12,Xã Minh Họa B,commune,MH1,,DBSH,2021-02-01,\n"
    ",MH13,Xã Minh Họa C,commune,MH1,,DBSH,2021-02-01,\n,XX,Tỉnh Khác,province,,,,2021-02-01,\n,XX1,Huyện Khác,district,XX,,,2021-02-01,\n"
    ",XX11,Xã Khác,commune,XX1,,DBSH,2021-02-01,\n";

std::string yaml(const std::string& max, const std::string& from, int year = 2024, const std::string& id = "minh_hoa") {
    return "schema_version: 1\nid: " + id + "\ntitle: Bảng minh họa\nyear: " + std::to_string(year) + "\nscale: 100\n" +
           "paper: {number: 12/HD-UBND, issuer: UBND huyện Minh Họa, applies_from: " + from + "}\nitems:\n  - {id: a, title: Mục A, max: " + max +
           "}\n  - {id: b, title: Mục B, max: " + std::to_string(100 - std::stoi(max)) + "}\n";
}

std::string told(const Refusal& refusal) {
    std::string all = refusal.code;
    for (const Fault& fault : refusal.faults) all += " " + fault.where + "=" + fault.code;
    return all;
}

struct Room {
    Database& db;
    FrozenClock& clock;
    People people;
    access::Actor district, head, head_b, clerk, province, stranger;
    TableVersionId table{""};

    Room(Database& d, FrozenClock& c) : db(d), clock(c), people{d, c} {
        clock.travel_to(2024y / 2 / 20);
        REQUIRE(db.write([&](Tx& tx) { return org::import_units(tx, clock.now(), {}, country, false); }));
        district = person("huyen", Role::district_reviewer, "MH1", Scope::subtree);
        head = person("chu.tich", Role::unit_head, "MH11", Scope::own);
        head_b = person("chu.tich.b", Role::unit_head, "MH12", Scope::own);
        clerk = person("can.bo", Role::unit_clerk, "MH11", Scope::own);
        province = person("tinh", Role::province_coordinator, "MH", Scope::subtree);
        stranger = person("khac", Role::province_coordinator, "XX", Scope::subtree);
        table = load(yaml("60", "2024-02-01"));
    }
    UnitId unit(const std::string& code) {
        return db.read([&](Tx& tx) { return id_of(tx, code, legal_day(clock.now())); });
    }
    access::Actor person(const std::string& login, Role role, const std::string& code, Scope scope) {
        return people.actor(people.add(login, role, unit(code), scope));
    }
    TableVersionId load(const std::string& text) {
        const auto loaded = db.write([&](Tx& tx) { return load_table(tx, clock.now(), program, text, "", unit("MH1")); });
        REQUIRE(loaded);
        return loaded->loaded.version.id;
    }
    template <class Work>
    auto as(const access::Actor& actor, const Work& work) {
        return db.write([&](Tx& tx) {
            const UnitTree tree(tx);
            return work(Moment{tx, clock.now(), actor, tree});
        });
    }
    template <class Work>
    auto must(const access::Actor& actor, const Work& work) {
        auto result = as(actor, work);
        if (!result) MESSAGE(told(result.error()));
        REQUIRE(result);
        return *std::move(result);
    }
    std::string fingerprint() {
        std::string text = people.fingerprint();
        for (const char* name : {"agreement", "agreement_member", "agreement_target", "agreement_signature", "agreement_table", "scoring_holder", "scoring_table_version"})
            text += std::to_string(count(db, name)) + " ";
        return text + std::to_string(number(db, "select coalesce(sum(version), 0) as n from agreement"));
    }
    template <class Work>
    std::string no(const access::Actor& actor, const Work& work) {
        const std::string before = fingerprint();
        const auto result = as(actor, work);
        REQUIRE_FALSE(result);
        CHECK(fingerprint() == before);
        return told(result.error());
    }
    AgreementContent content() {
        return {"Giao ước thi đua năm 2024", table, {{0, "Tỷ lệ đường xã được nhựa hóa", "%"}, {0, "Hộ nghèo", "%", true}}, {unit("MH11"), unit("MH12")}};
    }
    NewAgreement request() { return {2024, unit("MH1"), std::nullopt, content()}; }
    Agreement opened() {
        return must(district, [&](const Moment& m) { return open_agreement(m, request()); });
    }
    Agreement step(const AgreementId& id, AgreementAction action, const PaperRef& paper = {}) {
        return must(district, [&](const Moment& m) { return move_agreement(m, id, {action, paper, "vì lý do"}); });
    }
    TargetsEntry targets(const std::string& code) {
        return {unit(code), {{1, Decimal::whole(95), Decimal::whole(92), "kết quả thẩm định 2023"}, {2, Decimal(15, 1)}}, {"08/ĐK-UBND", Day(2024y / 2 / 20)}};
    }
    Agreement registered() {
        const AgreementId id = opened().id;
        step(id, AgreementAction::call_for_targets);
        return must(clerk, [&](const Moment& m) { return register_targets(m, id, targets("MH11")); });
    }
    Agreement in_force() {
        const AgreementId id = registered().id;
        step(id, AgreementAction::call_for_signatures);
        must(head, [&](const Moment& m) { return sign_agreement(m, id, {unit("MH11"), "Trần Văn A", "Chủ tịch UBND xã"}); });
        return step(id, AgreementAction::bring_into_force, {"01/GƯTĐ", Day(2024y / 2 / 20)});
    }
};

}    // namespace

TEST_CASE("a district opens an agreement, a member registers and signs, the one that has not signed is seen") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const Agreement a = r.in_force();
        CHECK(a.state == AgreementState::in_force);
        CHECK(a.paper.number == "01/GƯTĐ");
        const AgreementMember& signed_one = *a.member(r.unit("MH11"));
        CHECK(signed_one.signature->name == "Trần Văn A");
        CHECK(signed_one.signature->by_name == "Người chu.tich");
        CHECK(signed_one.registration->paper.number == "08/ĐK-UBND");
        CHECK(signed_one.targets.front().baseline == Decimal::whole(92));
        CHECK_FALSE(a.member(r.unit("MH12"))->signature);
        CHECK(db.read([&](Tx& tx) { return audit::history(tx, "agreement", a.id.text(), 100).entries.size(); }) == 6);

        // The latecomer registers and signs while it is in force; what was signed at the ceremony is recorded from its paper.
        r.must(r.district, [&](const Moment& m) { return register_targets(m, a.id, r.targets("MH12")); });
        const Agreement after = r.must(r.district, [&](const Moment& m) {
            return record_signature(m, a.id, {r.unit("MH12"), "Lê Thị B", "Chủ tịch UBND xã", {"01/GƯTĐ", Day(2024y / 2 / 20)}});
        });
        CHECK(after.member(r.unit("MH12"))->signature->is_by_paper);
        CHECK(db.read([](Tx& tx) { return AgreementStore(tx).all().size(); }) == 1);
    });
}

TEST_CASE("nobody opens an agreement for a unit that holds none, or of what is none of his") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const auto open = [&](const NewAgreement& request) {
            return [&r, request](const Moment& m) {
                (void)r;
                return open_agreement(m, request);
            };
        };
        CHECK(r.no(r.stranger, open(r.request())) == "access.not_your_unit");
        CHECK(r.no(r.clerk, open(r.request())) == "access.not_your_role");
        NewAgreement wrong = r.request();
        wrong.holder = r.unit("MH11");
        CHECK(r.no(r.head, open(wrong)) == "agreement.need.holder_named");
        wrong = r.request();
        wrong.content.title = " ";
        wrong.content.indicators = {{0, "", ""}};
        wrong.content.members = {r.unit("MH11"), r.unit("MH11"), r.unit("XX11")};
        CHECK(r.no(r.district, open(wrong)) ==
              "agreement.faulty title=agreement.title_missing indicators[0].title=agreement.indicator_title_missing members[1]=agreement.member_twice "
              "members[2]=agreement.member_elsewhere");
        wrong = r.request();
        wrong.content.indicators.clear(), wrong.content.members.clear(), wrong.year = 2020;
        CHECK(r.no(r.district, open(wrong)) == "agreement.faulty indicators=agreement.no_indicators members=agreement.no_members year=agreement.year_impossible "
                                               "table=agreement.table_of_other_year");
        wrong = r.request();
        wrong.content.table = TableVersionId("019a0000-0000-7000-8000-00000000000f");
        CHECK(r.no(r.district, open(wrong)) == "scoring.version_unknown");
        CHECK(r.no(r.district, [](const Moment& m) { return move_agreement(m, AgreementId("019a0000-0000-7000-8000-00000000000f"), {AgreementAction::close}); }) ==
              "agreement.unknown");
    });
}

TEST_CASE("when there are no districts a paper of the province names the holder") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        clock.travel_to(2025y / 8 / 1);
        const auto actor = r.person("tinh.hai", Role::province_coordinator, "MH", Scope::subtree);
        r.load(yaml("70", "2025-07-01", 2025));
        NewAgreement request = r.request();
        request.year = 2025;
        request.holder = r.unit("MH");
        request.content.table = db.read([](Tx& tx) { return TableStore(tx).versions().front().id; });
        CHECK(r.no(actor, [&](const Moment& m) { return open_agreement(m, request); }) == "agreement.need.holder_named");
        NewScoringHolder named{r.unit("MH"), r.unit("MH"), Day(2025y / 7 / 1), std::nullopt, {"90/QĐ-UBND", Day(2025y / 7 / 1)}, "UBND tỉnh Minh Họa"};
        NewScoringHolder faulty = named;
        faulty.paper = {"", Day(2026y / 1 / 1)}, faulty.issuer = "", faulty.until = Day(2025y / 7 / 1);
        CHECK(r.no(actor, [&](const Moment& m) { return name_holder(m, faulty); }) ==
              "agreement.faulty number=agreement.number_missing day=agreement.day_in_future issuer=agreement.issuer_missing until=agreement.period_turned");
        CHECK(r.no(r.stranger, [&](const Moment& m) { return name_holder(m, named); }) == "access.not_your_unit");
        r.must(actor, [&](const Moment& m) { return name_holder(m, named); });
        CHECK(r.no(actor, [&](const Moment& m) { return name_holder(m, named); }) == "agreement.holder_overlaps");
        CHECK(r.must(actor, [&](const Moment& m) { return open_agreement(m, request); }).members.size() == 2);
    });
}

TEST_CASE("the head of a cluster opens its agreement; its members are the cluster's") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const auto cluster = org::ClusterId::born(clock.now());
        REQUIRE(db.write([&](Tx& tx) -> Done {
            org::ClusterStore(tx).add(cluster, org::ClusterKind::cluster, clock.now());
            org::ClusterStore(tx).save({cluster, org::ClusterKind::cluster, 2024, "Cụm 1", r.unit("MH11"), {r.unit("MH11"), r.unit("MH13")}, {}, 0});
            return {};
        }));
        NewAgreement request = r.request();
        request.cluster = cluster;
        request.content.members.clear();
        CHECK(r.no(r.district, [&](const Moment& m) { return open_agreement(m, request); }) == "agreement.need.holder_named");
        request.holder = r.unit("MH11");
        const Agreement a = r.must(r.head, [&](const Moment& m) { return open_agreement(m, request); });
        CHECK(a.members.size() == 2);
        CHECK(a.cluster == cluster);
        request.content.members = {r.unit("MH12")};
        CHECK(r.no(r.head, [&](const Moment& m) { return open_agreement(m, request); }) == "agreement.faulty members[0]=agreement.member_elsewhere");
    });
}

TEST_CASE("targets are whole, with their paper; what was signed stays") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const AgreementId id = r.opened().id;
        const auto enter = [&](const TargetsEntry& entry) { return [&r, id, entry](const Moment& m) { (void)r; return register_targets(m, id, entry); }; };
        CHECK(r.no(r.clerk, enter(r.targets("MH11"))) == "agreement.no_such_step");
        r.step(id, AgreementAction::call_for_targets);
        CHECK(r.no(r.district, [&](const Moment& m) { return move_agreement(m, id, {AgreementAction::call_for_signatures}); }) == "agreement.need.somebody_registered");
        CHECK(r.no(r.clerk, enter(r.targets("MH12"))) == "access.not_your_unit");
        CHECK(r.no(r.district, enter(r.targets("MH13"))) == "agreement.need.is_member");
        TargetsEntry wrong = r.targets("MH11");
        wrong.paper = {};
        wrong.targets = {{1, Decimal::whole(95), Decimal::whole(92), " "}, {1, Decimal::whole(95)}, {9, Decimal::whole(1)}};
        CHECK(r.no(r.clerk, enter(wrong)) == "agreement.faulty number=agreement.number_missing day=agreement.day_missing targets[0].baseline_source=agreement.source_missing "
                                             "targets[1].line=agreement.line_twice targets[2].line=agreement.line_unknown targets=agreement.target_missing");
        const Agreement a = r.must(r.clerk, enter(r.targets("MH11")));
        CHECK(r.no(r.clerk, [&](const Moment& m) { return register_targets(m, id, r.targets("MH11"), a.version - 1); }) == "agreement.stale");
        r.step(id, AgreementAction::call_for_signatures);
        const auto sign = [&](const std::string& code, const std::string& name = "A") {
            return [&r, id, code, name](const Moment& m) { return sign_agreement(m, id, {r.unit(code), name, "Chủ tịch"}); };
        };
        CHECK(r.no(r.clerk, sign("MH11")) == "access.not_your_role");
        CHECK(r.no(r.head, sign("MH12")) == "access.not_your_unit");
        CHECK(r.no(r.head_b, sign("MH12")) == "agreement.need.targets_registered");
        CHECK(r.no(r.head, sign("MH11", " ")) == "agreement.faulty name=agreement.name_missing");
        CHECK(r.no(r.district, [&](const Moment& m) { return record_signature(m, id, {r.unit("MH11"), "A", ""}); }) ==
              "agreement.faulty position=agreement.position_missing number=agreement.number_missing day=agreement.day_missing");
        CHECK(r.no(r.district, [&](const Moment& m) { return move_agreement(m, id, {AgreementAction::bring_into_force}); }) == "agreement.need.somebody_signed");
        r.step(id, AgreementAction::reopen_targets);
        r.step(id, AgreementAction::call_for_signatures);
        r.must(r.head, sign("MH11"));
        CHECK(r.no(r.head, sign("MH11")) == "agreement.need.not_signed");
        CHECK(r.no(r.clerk, enter(r.targets("MH11"))) == "agreement.need.not_signed");
        CHECK(r.no(r.district, [&](const Moment& m) { return move_agreement(m, id, {AgreementAction::reopen_targets}); }) == "agreement.need.nobody_signed");
        CHECK(r.no(r.district, [&](const Moment& m) { return move_agreement(m, id, {AgreementAction::bring_into_force}); }) ==
              "agreement.faulty number=agreement.number_missing day=agreement.day_missing");
        CHECK(r.no(r.district, [&](const Moment& m) { return move_agreement(m, id, {AgreementAction::cancel}); }) == "agreement.faulty note=agreement.note_missing");
        CHECK(r.no(r.district, [&](const Moment& m) { return move_agreement(m, id, {AgreementAction::sign}); }) == "agreement.no_such_step");
    });
}

TEST_CASE("a draft is changed as a whole, an agreement that is out is not") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const AgreementId id = r.opened().id;
        AgreementContent other = r.content();
        other.title = "Giao ước khác";
        other.members = {r.unit("MH12"), r.unit("MH13")};
        other.indicators.pop_back();
        const Agreement a = r.must(r.district, [&](const Moment& m) { return amend_agreement(m, id, other); });
        CHECK(a.title == "Giao ước khác");
        CHECK(a.indicators.size() == 1);
        CHECK(a.member(r.unit("MH13")));
        CHECK_FALSE(a.member(r.unit("MH11")));
        CHECK(r.no(r.head, [&](const Moment& m) { return amend_agreement(m, id, other); }) == "access.not_your_unit");
        r.step(id, AgreementAction::call_for_targets);
        CHECK(r.no(r.district, [&](const Moment& m) { return amend_agreement(m, id, other); }) == "agreement.no_such_step");
        CHECK(r.step(id, AgreementAction::cancel).state == AgreementState::cancelled);
    });
}

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
        const TableVersionId next = r.load(yaml("70", "2024-07-01")), other = r.load(yaml("70", "2024-07-01", 2024, "khac")),
                             of_next_year = r.load(yaml("70", "2025-01-01", 2025));
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
    });
}

TEST_CASE("only the holder of a table loads its next version") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Room r(db, clock);
        const auto load = [&](const Moment& m) { return load_table(m, yaml("65", "2024-03-01"), "", std::nullopt); };
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
