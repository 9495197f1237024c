// The risk of withdrawal is for the province alone; a recognition ends by a decision, after the unit was heard and the council voted.
#include "assessment/withdrawal.hpp"
#include "contract/recognition_fixture.hpp"

using namespace cs;
using namespace cs::test;

namespace {

constexpr auto set = "xa-ntm-2021-2025";

struct Withdrawing : Recognitions {
    RecognitionId recognition;
    Withdrawing(Database& d, FrozenClock& c) : Recognitions(d, c), recognition(new_uuid(c.now())) {
        c.travel_to(2023y / 1 / 31);
        REQUIRE(db.write([&](Tx& tx) {
            return add_recognition(tx, clock.now(), {}, {recognition, unit("MH0101"), "", Standing::standard, "", 2021, {"1/QĐ", 2022y / 1 / 5, "unknown"},
                2022y / 1 / 5, "cs.standing_by_decision", "minh họa", law::Confidence::verified});
        }));
    }
    std::vector<Warning> warnings(const access::Actor& by) {
        const auto found = as(by, [](const Moment& m) { return withdrawal_warnings(m); });
        REQUIRE(found);
        return *found;
    }
    Result<WithdrawalCase> propose(const access::Actor& by, Day on = 2023y / 1 / 5) {
        StepForm f = form(on);
        f.note = "Nhiều tiêu chí không còn đạt";
        f.due_on = plus_days(on, 10);
        return as(by, [&](const Moment& m) { return propose_withdrawal(m, recognition, f); });
    }
    Result<WithdrawalCase> take(const access::Actor& by, const DossierId& id, WithdrawalAction action, Day on) {
        StepForm f = form(on);
        f.note = "Theo biên bản";
        return as(by, [&](const Moment& m) { return take_withdrawal_step(m, id, action, f); });
    }
    DossierId supported() {
        const auto begun = propose(coordinator);
        REQUIRE(begun);
        REQUIRE(take(clerk, begun->id, WithdrawalAction::explain, 2023y / 1 / 10));
        REQUIRE(as(secretary, [&](const Moment& m) { return take_to_council(m, begun->id, form(2023y / 1 / 16)); }));
        REQUIRE(as(secretary, [&](const Moment& m) { return approve_by_council(m, begun->id, voted(2023y / 1 / 20, 10, 9), true); }));
        return begun->id;
    }
};

}    // namespace

TEST_CASE("a recognition is withdrawn: proposed, explained, voted, decided; the standing ends and stays in the register") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Withdrawing all(db, clock);
        all.result("MH0101", set, 2022, 10);
        const DossierId id = all.supported();
        const auto decide = [&](Day paper_day, Day ends_on) {
            StepForm f = form(ends_on);
            f.paper.day = paper_day;
            return all.as(all.decider, [&](const Moment& m) { return decide_withdrawal(m, id, f); });
        };
        CHECK(no(decide(2023y / 1 / 25, 2023y / 1 / 24)) == "dossier.step_faulty withdrawal.ends_before_decision");
        REQUIRE(decide(2023y / 1 / 25, 2023y / 1 / 26));
        db.read([&](Tx& tx) {
            const auto kept = RegisterStore(tx).find(all.recognition);
            REQUIRE(kept->withdrawal);
            CHECK(kept->counts_on(2023y / 1 / 25));
            CHECK_FALSE(kept->counts_on(2023y / 1 / 26));
            CHECK(DossierStore(tx).find_withdrawal(id)->state == WithdrawalState::revoked);
            CHECK(audit::history(tx, "recognition", all.recognition.text(), 1).entries.at(0).entry.event == audit::Event::recognition_withdrawn);
        });
        CHECK(no(all.propose(all.coordinator, 2023y / 1 / 28)) == "withdrawal.need.recognition_in_force");
        CHECK(all.warnings(all.coordinator).empty());    // no standing, no risk to it
    });
}

TEST_CASE("the warning tells certain from possible, and only the province's own people see it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Withdrawing all(db, clock);
        CHECK(all.warnings(all.coordinator).empty());    // nothing was appraised yet
        all.result("MH0101", set, 2021, 4, 7);            // numbers 1 to 4 not met, 5 to 11 without ground, income (10) among them
        const auto possible = all.warnings(all.coordinator);
        REQUIRE(possible.size() == 1);
        CHECK(possible[0].found.risk.certain == RiskRule::none);
        CHECK(possible[0].found.risk.possible == RiskRule::alone);
        CHECK(possible[0].found.risk.key_open == std::vector<std::string>{"10. Thu nhập"});
        CHECK(no(all.propose(all.coordinator)) == "withdrawal.need.rule_fires");    // a possible share is not enough
        all.result("MH0101", set, 2022, 10);    // the latest counts
        CHECK(all.warnings(all.decider).at(0).found.risk.certain == RiskRule::alone);
        CHECK(all.warnings(all.decider).at(0).found.year == 2022);
        for (const access::Actor& other : {all.clerk, all.district, all.finance, all.front, all.secretary})
            CHECK(no(all.as(other, [](const Moment& m) { return withdrawal_warnings(m); })) == "access.not_your_role");
    });
}

TEST_CASE("after the law's last known day the warning is provisional and nothing can be proposed") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Withdrawing all(db, clock);
        all.result("MH0101", set, 2022, 10);
        CHECK_FALSE(all.warnings(all.coordinator).at(0).found.provisional);
        clock.travel_to(2026y / 3 / 1);
        CHECK(all.warnings(all.coordinator).at(0).found.provisional);
        CHECK(no(all.propose(all.coordinator, 2026y / 3 / 1)) == "law.regime_not_known");
    });
}

TEST_CASE("the unit is heard first: it explains, or lets its day pass") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Withdrawing all(db, clock);
        all.result("MH0101", set, 2022, 10);
        CHECK(no(all.propose(all.clerk)) == "access.not_your_role");
        StepForm bare = form(2023y / 1 / 5);
        CHECK(no(all.as(all.coordinator, [&](const Moment& m) { return propose_withdrawal(m, all.recognition, bare); })) ==
              "dossier.step_faulty dossier.due_missing dossier.note_missing");
        CHECK(no(all.as(all.coordinator, [&](const Moment& m) { return propose_withdrawal(m, RecognitionId(new_uuid({})), bare); })) == "withdrawal.recognition_unknown");
        const auto begun = all.propose(all.coordinator);
        REQUIRE(begun);
        CHECK(no(all.propose(all.coordinator)) == "withdrawal.need.nothing_else_open");
        CHECK(no(all.take(all.other_clerk, begun->id, WithdrawalAction::explain, 2023y / 1 / 10)) == "access.not_your_unit");
        CHECK(no(all.take(all.coordinator, begun->id, WithdrawalAction::pass_over, 2023y / 1 / 15)) == "withdrawal.need.day_passed");
        CHECK(no(all.as(all.secretary, [&](const Moment& m) { return take_to_council(m, begun->id, form(2023y / 1 / 15)); })) == "withdrawal.no_such_step");
        REQUIRE(all.take(all.coordinator, begun->id, WithdrawalAction::pass_over, 2023y / 1 / 16));
        CHECK(no(all.take(all.coordinator, begun->id, WithdrawalAction::drop, 2023y / 1 / 15)) == "withdrawal.need.in_order");
        REQUIRE(all.take(all.coordinator, begun->id, WithdrawalAction::drop, 2023y / 1 / 17));
        CHECK(db.read([&](Tx& tx) { return RegisterStore(tx).find(all.recognition)->counts_on(2023y / 1 / 31); }));
        CHECK(no(all.take(all.coordinator, DossierId(new_uuid({})), WithdrawalAction::drop, 2023y / 1 / 17)) == "withdrawal.unknown");
    });
}

TEST_CASE("còn thiếu gì: the next standing over all four conditions, from the latest result and the open dossier") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Withdrawing all(db, clock);    // the commune is standard
        const auto answer = [&](const access::Actor& by, const std::string& code, Day on) {
            return all.as(by, [&](const Moment& m) { return what_is_missing(m, all.unit(code), on); });
        };
        const auto fresh = answer(all.clerk, "MH0101", 2023y / 1 / 31);
        REQUIRE(fresh);
        CHECK(fresh->current->standing == Standing::standard);
        CHECK(fresh->next == Standing::advanced);
        CHECK(verdict_of(*fresh->conditions) == Verdict::undetermined);
        CHECK(fresh->conditions->at(0).says.code == "condition.criteria_missing");

        all.result("MH0101", "xa-ntm-nang-cao-2021-2025", 2022, 2);
        const DossierId id = all.drafted();
        all.submitted(id);
        all.confirmed(id);
        const auto now = answer(all.district, "MH0101", 2023y / 1 / 31);
        REQUIRE(now);
        CHECK(now->dossier == id);
        CHECK(now->conditions->at(0).verdict == Verdict::not_met);
        CHECK(now->conditions->at(0).missing.size() == 2);
        CHECK(now->conditions->at(1).verdict == Verdict::met);
        CHECK(verdict_of(*now->conditions) == Verdict::not_met);

        CHECK(answer(all.coordinator, "MH0102", 2023y / 1 / 31)->next == Standing::standard);
        CHECK(answer(all.coordinator, "MH0107", 2023y / 1 / 31)->why == "standing_answer.no_standings");    // a township
        CHECK(answer(all.coordinator, "MH01", 2023y / 1 / 31)->next == Standing::standard);
        CHECK(no(answer(all.clerk, "MH0102", 2023y / 1 / 31)) == "access.not_your_unit");
        CHECK(no(answer(all.coordinator, "MH0101", 2020y / 1 / 1)) == "org.before_records");
    });
}
