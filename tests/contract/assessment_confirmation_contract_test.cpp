// What the offices say of a dossier, who may say it, and how the district's stages end by data.
#include "contract/recognition_fixture.hpp"

using namespace cs;
using namespace cs::test;

namespace {

Conditions conditions(Recognitions& all, const DossierId& id) {
    const auto found = all.db.read([&](Tx& tx) { return conditions_of(tx, UnitTree(tx), *DossierStore(tx).find(id), all.clock.now()); });
    REQUIRE(found);
    return *found;
}
const Condition& of(const Conditions& all, ConditionKind kind) { return all[static_cast<std::size_t>(kind)]; }

}    // namespace

TEST_CASE("only the office named by a paper speaks, and only while the dossier is open to it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        clock.travel_to(2023y / 1 / 31);
        const DossierId id = all.drafted();
        CHECK(no(all.said(all.finance, id, ConfirmationKind::debt, 2022y / 12 / 2)) == "confirmation.need.dossier_open");
        all.submitted(id);
        CHECK(no(all.said(all.finance, id, ConfirmationKind::security, 2022y / 12 / 16)) == "confirmation.need.in_charge");
        CHECK(no(all.said(all.police, id, ConfirmationKind::debt, 2022y / 12 / 16)) == "confirmation.need.in_charge");
        CHECK(no(all.said(all.clerk, id, ConfirmationKind::survey, 2022y / 12 / 16)) == "confirmation.need.in_charge");
        CHECK(no(all.said(all.clerk, id, ConfirmationKind::debt, 2022y / 12 / 16)) == "access.not_your_role");
        CHECK(no(all.said(all.coordinator, id, ConfirmationKind::debt, 2022y / 12 / 16)) == "access.not_your_role");
        CHECK(no(all.said(all.finance, id, ConfirmationKind::debt, 2022y / 11 / 30)) == "confirmation.need.in_order");
        CHECK(count(db, "dossier_confirmation") == 0);
        all.confirmed(id);
        CHECK(count(db, "dossier_confirmation") == 3);
    });
}

TEST_CASE("a confirmation that says too little is refused at its field") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        clock.travel_to(2023y / 1 / 31);
        const DossierId id = all.drafted();
        all.submitted(id);
        const auto refused = [&](const access::Actor& by, ConfirmationKind kind, const std::function<void(Confirmation&)>& change) {
            return no(all.said(by, id, kind, 2022y / 12 / 16, change));
        };
        using enum ConfirmationKind;
        CHECK(refused(all.finance, debt, [](Confirmation& c) { c.paper.number = "", c.paper.signer = " "; }) == "confirmation.faulty dossier.number_missing dossier.signer_missing");
        CHECK(refused(all.finance, debt, [](Confirmation& c) { c.on = 2023y / 2 / 1; }) == "confirmation.faulty dossier.day_in_future");
        CHECK(refused(all.finance, debt, [](Confirmation& c) { c.held = true; }) == "confirmation.faulty dossier.note_missing");
        CHECK(refused(all.finance, debt, [](Confirmation& c) { c.works = {{"Đường", "", 5}}; }) == "confirmation.faulty confirmation.work_faulty");
        CHECK(refused(all.police, security, [](Confirmation& c) { c.verdict.reset(); }) == "confirmation.faulty confirmation.verdict_missing");
        CHECK(refused(all.front, survey, [](Confirmation& c) { c.counts.reset(); }) == "confirmation.faulty confirmation.counts_missing");
        CHECK(refused(all.front, survey, [](Confirmation& c) { c.counts = SurveyCounts{100, 90, 95, 80}; }) == "confirmation.faulty confirmation.counts_turned");
        CHECK(refused(all.front, survey, [](Confirmation& c) { c.contents = {{"", "Giao thông", 10, 11}}; }) == "confirmation.faulty confirmation.content_faulty");
        CHECK(count(db, "dossier_confirmation") == 0);
    });
}

TEST_CASE("debt: works stop the dossier, a later paper clears it, and a hold is no ground") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        clock.travel_to(2023y / 1 / 31);
        all.result("MH0101", "xa-ntm-nang-cao-2021-2025", 2022);
        all.mark(Standing::advanced, 90);
        const DossierId id = all.drafted();
        all.with_province(id);
        CHECK(no(all.step(all.coordinator, id, DossierAction::appraise, form(2022y / 12 / 20))) == "dossier.need.confirmations_given");
        all.confirmed(id);
        const std::vector<DebtWork> works = {{"Đường liên thôn Minh Họa", "1,2 km", 1'250'000'000}};
        REQUIRE(all.said(all.finance, id, ConfirmationKind::debt, 2022y / 12 / 18, [&](Confirmation& c) { c.works = works; }));
        CHECK(of(conditions(all, id), ConditionKind::debt).verdict == Verdict::not_met);
        REQUIRE(all.step(all.coordinator, id, DossierAction::appraise, form(2022y / 12 / 20)));
        const auto to_council = [&] {
            return no(all.as(all.secretary, [&](const Moment& m) { return take_to_council(m, id, form(2022y / 12 / 21)); }));
        };
        CHECK(to_council() == "dossier.need.conditions_met");
        REQUIRE(all.said(all.finance, id, ConfirmationKind::debt, 2022y / 12 / 19, [](Confirmation& c) { c.held = true, c.note = "Đang rà soát"; }));
        CHECK(of(conditions(all, id), ConditionKind::debt).verdict == Verdict::undetermined);
        CHECK(to_council() == "dossier.need.conditions_met");
        REQUIRE(all.said(all.finance, id, ConfirmationKind::debt, 2022y / 12 / 20));
        CHECK(to_council() == "allowed");
        const auto past = db.read([&](Tx& tx) { return ConfirmationStore(tx).of_dossier(id); });
        REQUIRE(past.size() == 6);    // nothing was overwritten
        CHECK(past[3].works.at(0).amount == 1'250'000'000);
    });
}

TEST_CASE("satisfaction of a commune has no ground until the province enters its mark from a paper") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        clock.travel_to(2023y / 1 / 31);
        const DossierId id = all.drafted();
        all.submitted(id);
        all.confirmed(id);
        CHECK(of(conditions(all, id), ConditionKind::satisfaction).says.code == "condition.satisfaction_no_mark");
        all.mark(Standing::standard, 90);    // of another standing
        CHECK(of(conditions(all, id), ConditionKind::satisfaction).verdict == Verdict::undetermined);
        all.mark(Standing::advanced, 95);
        CHECK(of(conditions(all, id), ConditionKind::satisfaction).verdict == Verdict::not_met);    // 800 of 850 is 94.1 %
        SatisfactionMark later{SatisfactionMarkId(new_uuid(clock.now())), all.unit("MH"), Standing::advanced, Decimal::whole(94), {}, 2022y / 6 / 1, paper(2022y / 6 / 1)};
        REQUIRE(all.as(all.coordinator, [&](const Moment& m) { return enter_satisfaction_mark(m, later); }));
        CHECK(of(conditions(all, id), ConditionKind::satisfaction).verdict == Verdict::met);
    });
}

TEST_CASE("a pass mark is entered by the coordinator, from a paper, for the province, once for a day") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        const auto enter = [&](const access::Actor& by, auto change) {
            SatisfactionMark m{SatisfactionMarkId(new_uuid(clock.now())), all.unit("MH"), Standing::advanced, Decimal::whole(90), {}, 2022y / 1 / 1, paper(2022y / 1 / 1)};
            change(m);
            return no(all.as(by, [&](const Moment& at) { return enter_satisfaction_mark(at, m); }));
        };
        CHECK(enter(all.clerk, [](SatisfactionMark&) {}) == "access.not_your_role");
        CHECK(enter(all.coordinator, [&](SatisfactionMark& m) { m.root = all.unit("MH01"); }) == "confirmation.mark_not_of_province");
        CHECK(enter(all.coordinator, [](SatisfactionMark& m) { m.overall = Decimal::whole(101); }) == "confirmation.mark_faulty confirmation.mark_percent");
        CHECK(enter(all.coordinator, [](SatisfactionMark& m) { m.paper = {"", std::nullopt, ""}; }) ==
              "confirmation.mark_faulty dossier.number_missing dossier.signer_missing dossier.day_missing");
        CHECK(enter(all.coordinator, [](SatisfactionMark& m) { m.paper.day = 2022y / 12 / 31; }) == "confirmation.mark_faulty dossier.day_in_future");
        CHECK(enter(all.coordinator, [](SatisfactionMark&) {}) == "allowed");
        CHECK(enter(all.coordinator, [](SatisfactionMark&) {}) == "confirmation.mark_stands");
        CHECK(count(db, "satisfaction_mark") == 1);
    });
}

TEST_CASE("who speaks is named by a paper: the Front asks the households, no Uỷ ban confirms its own debts") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        const auto name = [&](const access::Actor& by, ConfirmationKind kind, const std::string& holder, const std::string& why = "QĐ minh họa") {
            const RecognitionCharge c{ChargeOfRecognitionId(new_uuid(clock.now())), kind, all.unit("MH"), all.unit(holder), {2022y / 1 / 1, std::nullopt}, why};
            return no(all.as(by, [&](const Moment& m) { return add_recognition_charge(m, c); }));
        };
        CHECK(name(all.clerk, ConfirmationKind::debt, "MH-SXD") == "access.not_your_role");
        CHECK(name(all.coordinator, ConfirmationKind::survey, "MH-SXD") == "confirmation.survey_not_by_front");
        CHECK(name(all.coordinator, ConfirmationKind::debt, "MH0101") == "confirmation.office_is_territory");
        CHECK(name(all.coordinator, ConfirmationKind::debt, "MH-SXD", " ") == "confirmation.paper_missing");
        CHECK(name(all.coordinator, ConfirmationKind::debt, "MH-STC") == "confirmation.charge_stands");
        const auto charges = db.read([](Tx& tx) { return ConfirmationStore(tx).charges(); });
        REQUIRE(charges.size() == 3);
        const auto end = [&](const ChargeOfRecognitionId& id, Day until) {
            return no(all.as(all.coordinator, [&](const Moment& m) { return end_recognition_charge(m, id, until); }));
        };
        CHECK(end(ChargeOfRecognitionId(new_uuid({})), 2022y / 12 / 31) == "confirmation.charge_unknown");
        CHECK(end(charges[0].id, 2022y / 12 / 17) == "allowed");
        CHECK(end(charges[0].id, 2022y / 12 / 31) == "confirmation.charge_over");

        clock.travel_to(2023y / 1 / 31);    // the office of that day may still enter its paper of that day
        const DossierId id = all.drafted();
        all.submitted(id);
        CHECK(no(all.said(all.finance, id, ConfirmationKind::debt, 2022y / 12 / 17)) == "confirmation.need.in_charge");
        CHECK(no(all.said(all.finance, id, ConfirmationKind::debt, 2022y / 12 / 16)) == "allowed");
    });
}

TEST_CASE("departments in charge of a criterion of the set give their opinion before the province's report") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        clock.travel_to(2023y / 1 / 31);
        write(db, [&](Tx& tx) {
            run(tx, "insert into criterion_charge (id, set_id, criterion, stage, root_unit, holder_unit, valid_from, paper, recorded_at) "
                    "values ('c1', 'xa-ntm-nang-cao-2021-2025', '2', 'department', $1, $2, '2022-01-01', 'QĐ', 1)", all.unit("MH"), all.unit("MH-SXD"));
        });
        const DossierId id = all.drafted();
        all.with_province(id);
        all.confirmed(id);
        CHECK(no(all.step(all.coordinator, id, DossierAction::appraise, form(2022y / 12 / 20))) == "dossier.need.opinions_given");
        CHECK(no(all.said(all.finance, id, ConfirmationKind::opinion, 2022y / 12 / 19)) == "confirmation.need.in_charge");
        REQUIRE(all.said(all.builder, id, ConfirmationKind::opinion, 2022y / 12 / 19));
        REQUIRE(all.step(all.coordinator, id, DossierAction::appraise, form(2022y / 12 / 20)));
    });
}

TEST_CASE("after 01/07/2025 the district's stages have ended: the dossier goes straight to the province") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        clock.travel_to(2025y / 9 / 30);
        REQUIRE(db.write([&](Tx& tx) -> Done {
            CS_TRY(const DraftFile file, read_drafts(*embedded_file("demo/reorganisations.yaml"), "demo/reorganisations.yaml"));
            CS_TRY_DONE(reorganise_all(tx, clock.now(), {}, file.drafts, false));
            return {};
        }));
        const auto way = [&](Day on, const std::string& area) {
            const auto opened = all.open(on, Standing::model_area, "MH0101", area);
            REQUIRE(opened);
            REQUIRE(all.step(all.clerk, opened->id, DossierAction::self_assess, form(plus_days(on, 1))));
            StepForm posting = form(plus_days(on, 3));
            posting.from = plus_days(on, 1), posting.until = plus_days(on, 2);
            REQUIRE(all.step(all.clerk, opened->id, DossierAction::post, posting));
            REQUIRE(all.step(all.clerk, opened->id, DossierAction::hold_meeting, all.voted(plus_days(on, 3), 10, 10)));
            REQUIRE(all.step(all.clerk, opened->id, DossierAction::submit, form(plus_days(on, 4))));
            return opened->id;
        };
        const DossierId before = way(2025y / 6 / 20, "Khu A"), after = way(2025y / 7 / 1, "Khu B");
        CHECK(no(all.step(all.coordinator, before, DossierAction::receive, form(2025y / 6 / 30))) == "dossier.need.no_district_stage");
        CHECK(no(all.step(all.district, before, DossierAction::check, form(2025y / 7 / 1))) == "dossier.need.district_stage");
        REQUIRE(all.step(all.district, before, DossierAction::check, form(2025y / 6 / 30)));
        CHECK(no(all.step(all.district, before, DossierAction::forward, all.voted(2025y / 7 / 2, 10, 10))) == "dossier.need.district_stage");
        REQUIRE(all.step(all.coordinator, before, DossierAction::receive, form(2025y / 7 / 2)));
        CHECK(all.state(before) == DossierState::with_province);
        REQUIRE(all.step(all.coordinator, after, DossierAction::receive, form(2025y / 7 / 8)));
        db.read([&](Tx& tx) {
            CHECK(DossierStore(tx).steps(before).at(4).holder == all.unit("MH01"));
            CHECK(DossierStore(tx).steps(after).at(4).holder == all.unit("MH"));
        });
    });
}

TEST_CASE("security is worded by the law of the dossier's day") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        clock.travel_to(2024y / 6 / 1);
        const auto old_law = all.open(2024y / 3 / 6, Standing::advanced);
        const auto new_law = all.open(2024y / 3 / 7, Standing::model);
        REQUIRE(old_law);
        REQUIRE(new_law);
        CHECK(old_law->regime == "recognition.qd18_2022");
        CHECK(new_law->regime == "recognition.qd03_2024");
        CHECK(of(conditions(all, old_law->id), ConditionKind::security).says.code == "condition.security_missing");
        CHECK(of(conditions(all, new_law->id), ConditionKind::security).says.code == "condition.security_missing_2024");
    });
}
