// Agreements in storage: who may open them, targets registered with the province, signatures.
#include "contract/agreement_fixture.hpp"

using namespace cs;
using namespace cs::test;

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
        r.load(agreement_table("70", "2025-07-01", 2025));
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
        request.holder = r.unit("MH12");
        CHECK(r.no(r.head_b, [&](const Moment& m) { return open_agreement(m, request); }) == "agreement.need.holder_named");    // not its head
        request.holder = r.unit("MH11");
        NewAgreement of_none = request;
        of_none.cluster = org::ClusterId::born(clock.now());
        of_none.content.members = {r.unit("MH11"), r.unit("MH13")};
        CHECK(r.no(r.head, [&](const Moment& m) { return open_agreement(m, of_none); }) == "agreement.need.holder_named");
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
