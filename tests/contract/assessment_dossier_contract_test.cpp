// A recognition dossier from the commune to its announcement, and every way it is refused.
#include "contract/recognition_fixture.hpp"

using namespace cs;
using namespace cs::test;

namespace {

void stand_in_2023(FrozenClock& clock) { clock.travel_to(2023y / 1 / 31); }

}    // namespace

TEST_CASE("a commune is recognised advanced: every step has its paper, its day and its holder, and the decision gives the standing") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        all.result("MH0101", "xa-ntm-nang-cao-2021-2025", 2022);
        all.mark(Standing::advanced, 90);
        const DossierId id = all.drafted();
        all.approved(id);
        StepForm decision = form(2023y / 1 / 10);
        decision.paper.signer = "unknown";
        const auto made = all.as(all.decider, [&](const Moment& m) { return decide_dossier(m, id, decision); });
        REQUIRE(made);
        CHECK(made->dossier == id);
        CHECK(made->decision.signer == "unknown");
        REQUIRE(all.step(all.clerk, id, DossierAction::announce, form(2023y / 1 / 20)));
        CHECK(all.state(id) == DossierState::announced);
        db.read([&](Tx& tx) {
            const auto standings = standings_on(RegisterStore(tx).all(), 2023y / 1 / 10);
            CHECK(standings.at(all.unit("MH0101")).standing == Standing::advanced);
            const auto steps = DossierStore(tx).steps(id);
            REQUIRE(steps.size() == 11);
            CHECK(steps[0].holder == all.unit("MH0101"));
            CHECK(steps[4].holder == all.unit("MH01"));
            CHECK(steps[6].holder == all.unit("MH"));
            CHECK(steps[2].said.vote->needed == 9);
            CHECK(steps[2].provisional);    // 90 % is remembered, nobody has confirmed it
            CHECK(steps[3].receipt->number == 1);
            CHECK(audit::history(tx, "dossier", id.text(), 50).entries.size() == 13);    // opened, 8 steps, 3 confirmations, the decision
            CHECK(audit::verify(tx).first_fault == std::nullopt);
        });
    });
}

TEST_CASE("what was decided stays as it was judged, whatever a later review finds") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        all.result("MH0101", "xa-ntm-nang-cao-2021-2025", 2022);
        all.mark(Standing::advanced, 90);
        const DossierId id = all.drafted();
        all.approved(id);
        REQUIRE(all.as(all.decider, [&](const Moment& m) { return decide_dossier(m, id, form(2023y / 1 / 10)); }));
        clock.travel_to(2024y / 1 / 31);
        all.result("MH0101", "xa-ntm-nang-cao-2021-2025", 2023, 5);
        all.mark(Standing::advanced, 99, 2022y / 6 / 1);
        const auto conditions = db.read([&](Tx& tx) { return conditions_of(tx, UnitTree(tx), *DossierStore(tx).find(id), clock.now()); });
        REQUIRE(conditions);
        CHECK(verdict_of(*conditions) == Verdict::met);
        const auto next = db.read([&](Tx& tx) { return latest_result(tx, all.unit("MH0101"), "xa-ntm-nang-cao-2021-2025", clock.now()); });
        CHECK(next->verdict == Verdict::not_met);
    });
}

TEST_CASE("the commune's meeting passes with 9 of 10 and goes back to its beginning with 8") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        const DossierId id = all.drafted();
        REQUIRE(all.step(all.clerk, id, DossierAction::self_assess, form(2022y / 12 / 2)));
        StepForm posting = form(2022y / 12 / 13);
        posting.from = 2022y / 12 / 3, posting.until = 2022y / 12 / 12;
        REQUIRE(all.step(all.clerk, id, DossierAction::post, posting));
        CHECK(no(all.step(all.clerk, id, DossierAction::hold_meeting, all.voted(2022y / 12 / 12, 10, 9))) == "dossier.need.in_order");
        REQUIRE(all.step(all.clerk, id, DossierAction::hold_meeting, all.voted(2022y / 12 / 14, 10, 8)));
        CHECK(all.state(id) == DossierState::self_assessed);
        posting = form(2022y / 12 / 16);
        posting.from = 2022y / 12 / 15, posting.until = 2022y / 12 / 20;
        REQUIRE(all.step(all.clerk, id, DossierAction::post, posting));
        CHECK(no(all.step(all.clerk, id, DossierAction::hold_meeting, all.voted(2022y / 12 / 18, 10, 9))) == "dossier.need.posting_over");
        REQUIRE(all.step(all.clerk, id, DossierAction::hold_meeting, all.voted(2022y / 12 / 21, 10, 9)));
        CHECK(all.state(id) == DossierState::agreed);
    });
}

TEST_CASE("a dossier is opened by its own unit, for a standing it can have, once, under a law that is known") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        CHECK(no(all.open(2022y / 12 / 1, Standing::advanced, "MH0102")) == "access.not_your_unit");
        CHECK(no(all.open(2022y / 12 / 1, Standing::task_completed)) == "dossier.standing_not_of_unit");
        CHECK(no(all.open(2022y / 12 / 1, Standing::model_area)) == "dossier.step_faulty dossier.area_missing");
        CHECK(no(all.open(2022y / 12 / 1, Standing::standard, "MH0101", "Thôn Một")) == "dossier.step_faulty dossier.area_not_asked");
        CHECK(no(all.open(2023y / 2 / 1)) == "dossier.step_faulty dossier.day_in_future");
        CHECK(no(all.open(2022y / 8 / 1)) == "law.regime_not_known");
        CHECK(count(db, "dossier") == 0);
        REQUIRE(all.open(2022y / 8 / 2));
        CHECK(no(all.open(2022y / 12 / 1)) == "dossier.need.nothing_else_open");
        REQUIRE(all.open(2022y / 12 / 1, Standing::model_area, "MH0101", "Thôn Một"));
        REQUIRE(all.open(2022y / 12 / 1, Standing::model_area, "MH0101", "Thôn Hai"));
        CHECK(count(db, "dossier") == 3);
    });
}

TEST_CASE("what is in force already is not asked for again") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        REQUIRE(db.write([&](Tx& tx) {
            return add_recognition(tx, clock.now(), {}, {RecognitionId(new_uuid(clock.now())), all.unit("MH0101"), "", Standing::advanced, "", 2021,
                {"1/QĐ", 2022y / 1 / 5, "unknown"}, 2022y / 1 / 5, "cs.standing_by_decision", "minh họa", law::Confidence::verified});
        }));
        CHECK(no(all.open(2022y / 12 / 1)) == "dossier.need.not_recognised_yet");
    });
}

TEST_CASE("a step without its paper, from the future, or before the last step is refused, and nothing is written") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        const DossierId id = all.drafted(2022y / 12 / 5);
        const auto with = [](auto change) {
            StepForm f = form(2022y / 12 / 6);
            change(f);
            return f;
        };
        const auto assess = [&](const StepForm& f) { return no(all.step(all.clerk, id, DossierAction::self_assess, f)); };
        CHECK(assess(with([](StepForm& f) { f.paper.number = " ", f.paper.signer = ""; })) == "dossier.step_faulty dossier.number_missing dossier.signer_missing");
        CHECK(assess(with([](StepForm& f) { f.paper.day.reset(); })) == "dossier.step_faulty dossier.day_missing");
        CHECK(assess(with([](StepForm& f) { f.on = 2023y / 2 / 1, f.paper.day = f.on; })) == "dossier.step_faulty dossier.day_in_future");
        CHECK(assess(form(2022y / 12 / 4)) == "dossier.need.in_order");
        REQUIRE(all.step(all.clerk, id, DossierAction::self_assess, form(2022y / 12 / 6)));
        const auto post = [&](const StepForm& f) { return no(all.step(all.clerk, id, DossierAction::post, f)); };
        CHECK(post(form(2022y / 12 / 7)) == "dossier.step_faulty dossier.posting_missing");
        CHECK(post(with([](StepForm& f) { f.from = 2022y / 12 / 9, f.until = 2022y / 12 / 8; })) == "dossier.step_faulty dossier.posting_turned");
        CHECK(post(with([](StepForm& f) { f.from = 2022y / 12 / 9, f.until = 2023y / 12 / 8; })) == "dossier.step_faulty dossier.day_in_future");
        StepForm posting = form(2022y / 12 / 13);
        posting.from = 2022y / 12 / 7, posting.until = 2022y / 12 / 12;
        REQUIRE(all.step(all.clerk, id, DossierAction::post, posting));
        CHECK(no(all.step(all.clerk, id, DossierAction::hold_meeting, form(2022y / 12 / 14))) == "dossier.step_faulty dossier.vote_missing");
        CHECK(no(all.step(all.clerk, id, DossierAction::hold_meeting, all.voted(2022y / 12 / 14, 10, 12))) == "dossier.step_faulty dossier.votes_exceed");
        CHECK(count(db, "dossier_step") == 2);
    });
}

TEST_CASE("two people at one dossier: the second is told that it has moved") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        const DossierId id = all.drafted();
        const auto assess = [&](std::int64_t seen) {
            return all.as(all.clerk, [&](const Moment& m) { return take_step(m, id, DossierAction::self_assess, form(2022y / 12 / 2), seen); });
        };
        CHECK(no(assess(2)) == "dossier.stale");
        REQUIRE(assess(1));
        CHECK(no(assess(1)) == "dossier.stale");
        CHECK(no(all.step(all.clerk, DossierId(new_uuid({})), DossierAction::self_assess, form(2022y / 12 / 2))) == "dossier.unknown");
        CHECK(count(db, "dossier_step") == 1);
    });
}

TEST_CASE("sent back with what to complete and by when, answered, and it goes on; the unit may also withdraw it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        const DossierId id = all.drafted();
        all.submitted(id);
        StepForm back = form(2022y / 12 / 18);
        CHECK(no(all.step(all.district, id, DossierAction::send_back, back)) == "dossier.step_faulty dossier.requests_missing dossier.due_missing");
        back.requests = {"Bổ sung biên bản niêm yết", " "};
        back.due_on = 2022y / 12 / 18;
        CHECK(no(all.step(all.district, id, DossierAction::send_back, back)) == "dossier.step_faulty dossier.due_not_ahead");
        back.due_on = 2022y / 12 / 25;
        REQUIRE(all.step(all.district, id, DossierAction::send_back, back));
        CHECK(all.state(id) == DossierState::completing_for_district);
        db.read([&](Tx& tx) {
            CHECK(DossierStore(tx).find(id)->due_on == 2022y / 12 / 25);
            CHECK(DossierStore(tx).steps(id).back().said.requests == std::vector<std::string>{"Bổ sung biên bản niêm yết"});
        });
        CHECK(no(all.step(all.coordinator, id, DossierAction::send_back, back)) == "dossier.no_such_step");
        REQUIRE(all.step(all.clerk, id, DossierAction::complete, form(2022y / 12 / 20)));
        CHECK(all.state(id) == DossierState::submitted);
        CHECK(db.read([&](Tx& tx) { return DossierStore(tx).find(id)->received_on; }) == 2022y / 12 / 15);    // of the first sending
        CHECK(no(all.step(all.clerk, id, DossierAction::withdraw, form(2022y / 12 / 21))) == "dossier.step_faulty dossier.note_missing");
        StepForm withdrawn = form(2022y / 12 / 21);
        withdrawn.note = "Chuẩn bị lại";
        REQUIRE(all.step(all.clerk, id, DossierAction::withdraw, withdrawn));
        REQUIRE(all.open(2022y / 12 / 22));    // and a new one may be opened
    });
}

TEST_CASE("what a merged commune left goes no further: the province ends it with its reason") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        all.clerk = all.people.actor(all.people.add("canbo.xae", access::Role::unit_clerk, all.unit("MH0106"), access::Scope::own));
        const auto opened = all.open(2022y / 12 / 1, Standing::advanced, "MH0106");
        REQUIRE(opened);
        all.submitted(opened->id);
        clock.travel_to(2025y / 9 / 30);
        REQUIRE(db.write([&](Tx& tx) -> Done {
            CS_TRY(const DraftFile file, read_drafts(*embedded_file("demo/reorganisations.yaml"), "demo/reorganisations.yaml"));
            CS_TRY_DONE(reorganise_all(tx, clock.now(), {}, file.drafts, false));
            return {};
        }));
        CHECK(no(all.step(all.coordinator, opened->id, DossierAction::receive, form(2025y / 7 / 10))) == "dossier.need.unit_stands");
        const auto waiting = all.duties(all.coordinator);
        REQUIRE(waiting.size() == 1);
        CHECK(waiting.front().args.at("step") == "turn_down");
        StepForm down = form(2025y / 7 / 10);
        down.note = "Xã đã sáp nhập";
        REQUIRE(all.step(all.coordinator, opened->id, DossierAction::turn_down, down));
        CHECK(db.read([&](Tx& tx) { return DossierStore(tx).steps(opened->id).back().holder; }) == all.unit("MH"));
        CHECK(all.duties(all.coordinator).empty());
    });
}

TEST_CASE("what waits in recognition is told to whom it waits for, and to nobody else") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        all.result("MH0101", "xa-ntm-nang-cao-2021-2025", 2022);
        all.mark(Standing::advanced, 90);
        const auto told = [&](const access::Actor& who) {
            std::string said;
            for (const access::Duty& d : all.duties(who))
                said += d.kind + ":" + (d.args.contains("step") ? d.args.at("step") : d.args.at("confirmation")) + " ";
            return said;
        };
        const DossierId id = all.drafted();
        CHECK(told(all.clerk) == "dossier_step:self_assess ");
        CHECK(told(all.other_clerk).empty());
        CHECK(told(all.finance).empty());
        all.submitted(id);
        CHECK(told(all.clerk).empty());
        CHECK(told(all.district) == "dossier_step:check ");
        CHECK(told(all.finance) == "confirmation_awaited:debt ");
        CHECK(told(all.front) == "confirmation_awaited:survey ");
        REQUIRE(all.step(all.district, id, DossierAction::check, form(2022y / 12 / 18)));
        REQUIRE(all.step(all.district, id, DossierAction::forward, all.voted(2022y / 12 / 19, 10, 10)));
        CHECK(told(all.coordinator).empty());    // the offices have not spoken
        all.confirmed(id);
        CHECK(told(all.finance).empty());
        CHECK(told(all.coordinator) == "dossier_step:appraise ");
        REQUIRE(all.step(all.coordinator, id, DossierAction::appraise, form(2022y / 12 / 20)));
        CHECK(told(all.secretary) == "dossier_to_council:take_to_council ");
        REQUIRE(all.as(all.secretary, [&](const Moment& m) { return take_to_council(m, id, form(2022y / 12 / 21)); }));
        REQUIRE(all.as(all.secretary, [&](const Moment& m) { return approve_by_council(m, id, all.voted(2022y / 12 / 22, 10, 10), true); }));
        CHECK(told(all.decider) == "dossier_step:decide ");
        CHECK(told(all.secretary).empty());
    });
}

TEST_CASE("the province turns a dossier down with its reason, never a commune's neighbour") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        const DossierId id = all.drafted();
        all.with_province(id);
        StepForm down = form(2022y / 12 / 20);
        down.note = "Chưa đủ điều kiện";
        CHECK(no(all.step(all.clerk, id, DossierAction::turn_down, down)) == "access.not_your_role");
        CHECK(no(all.step(all.other_clerk, id, DossierAction::withdraw, down)) == "access.not_your_unit");
        REQUIRE(all.step(all.coordinator, id, DossierAction::turn_down, down));
        CHECK(all.state(id) == DossierState::turned_down);
        CHECK(no(all.step(all.coordinator, id, DossierAction::turn_down, down)) == "dossier.no_such_step");
    });
}

TEST_CASE("a model residential area is judged by the conclusion of the province's report") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        stand_in_2023(clock);
        all.mark(Standing::model_area, 90);
        const auto opened = all.open(2022y / 12 / 1, Standing::model_area, "MH0101", "Khu dân cư Minh Họa");
        REQUIRE(opened);
        all.with_province(opened->id);
        all.confirmed(opened->id);
        StepForm report = form(2022y / 12 / 20);
        CHECK(no(all.step(all.coordinator, opened->id, DossierAction::appraise, report)) == "dossier.step_faulty dossier.conclusion_missing");
        report.conclusion = Verdict::met;
        REQUIRE(all.step(all.coordinator, opened->id, DossierAction::appraise, report));
        const auto conditions = db.read([&](Tx& tx) { return conditions_of(tx, UnitTree(tx), *DossierStore(tx).find(opened->id), clock.now()); });
        REQUIRE(conditions);
        CHECK(verdict_of(*conditions) == Verdict::met);
        CHECK(conditions->at(0).says.code == "condition.criteria_concluded_met");
    });
}
