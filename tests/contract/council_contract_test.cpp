// The appraisal council: who sits from when, a quorum, votes as rows, conflicts said, and minutes that move the dossiers.
#include "contract/recognition_fixture.hpp"
#include "council/commands.hpp"

using namespace cs;
using namespace cs::council;
using namespace cs::test;

namespace {

struct Sitting : Recognitions {
    CouncilId id;
    std::vector<MemberId> members;
    DossierId dossier;

    // Eleven members; the eleventh comes from the commune whose dossier it is.
    Sitting(Database& d, FrozenClock& c) : Recognitions(d, c), id(new_uuid(c.now())), dossier(new_uuid(c.now())) {
        c.travel_to(2023y / 1 / 31);
        const auto made = as(coordinator, [&](const Moment& m) { return set_up_council(m, unit("MH"), "Hội đồng thẩm định", paper(2022y / 1 / 5), eleven()); });
        REQUIRE(made);
        id = made->id;
        for (const Member& member : made->members) members.push_back(member.id);
        result("MH0101", "xa-ntm-nang-cao-2021-2025", 2022);
        mark(Standing::advanced, 90);
        dossier = drafted();
        appraised(dossier);
    }
    std::vector<NewMember> eleven() {
        std::vector<NewMember> all;
        for (int i = 1; i <= 11; ++i)
            all.push_back({"Thành viên " + std::string(1, static_cast<char>('A' + i)), "Chuyên viên",
                           i == 11 ? std::optional(unit("MH0101")) : std::nullopt, i == 1 ? Seat::chair : Seat::member, 2022y / 1 / 5, std::nullopt});
        return all;
    }
    Result<Session> plan(Day on = 2022y / 12 / 25) {
        return as(secretary, [&](const Moment& m) { return plan_session(m, {id, on, SessionForm::show_of_hands, paper(2022y / 12 / 21, "5/GM"), {dossier}}); });
    }
    Result<Session> convene(const SessionId& session, std::size_t present) {
        const std::vector<MemberId> there(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(present));
        return as(secretary, [&](const Moment& m) { return convene_session(m, session, there); });
    }
    Result<Session> vote(const SessionId& session, const Counting& counting) {
        return as(secretary, [&](const Moment& m) { return record_votes(m, session, dossier, counting); });
    }
    Result<Session> close(const SessionId& session, Day day = 2022y / 12 / 26) {
        return as(secretary, [&](const Moment& m) { return close_session(m, session, paper(day, "7/BB")); });
    }
    SessionId sitting(std::size_t present = 10) {
        const auto planned = plan();
        REQUIRE(planned);
        REQUIRE(convene(planned->id, present));
        return planned->id;
    }
    Counting hands(std::size_t in_favour, std::size_t of = 10) {
        Counting counting;
        for (std::size_t i = 0; i < of; ++i) counting.named.push_back({members[i], i < in_favour ? Choice::in_favour : Choice::against});
        return counting;
    }
};
Counting counts(std::int64_t in_favour, std::int64_t against) {
    Counting counting;
    counting.votes = {in_favour, against, 0};
    return counting;
}

}    // namespace

TEST_CASE("nine of ten hands approve; the minutes move the dossier, and the denominators are kept") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Sitting all(db, clock);
        const SessionId session = all.sitting();
        CHECK(all.state(all.dossier) == DossierState::before_council);
        REQUIRE(all.vote(session, all.hands(8)));     // a counting that was wrong
        REQUIRE(all.vote(session, all.hands(9)));     // and the one that counts
        CHECK(all.state(all.dossier) == DossierState::before_council);    // not before the minutes
        const auto closed = all.close(session);
        REQUIRE(closed);
        CHECK(all.state(all.dossier) == DossierState::approved);
        CHECK(closed->members == 11);
        CHECK(closed->quorum == 8);
        CHECK(closed->minutes->number == "7/BB");
        const Matter& matter = closed->matters.at(0);
        CHECK(matter.outcome == Outcome::approved);
        CHECK(matter.needed == 9);
        CHECK(matter.countings.size() == 2);
        CHECK(matter.countings[1].named.size() == 10);
        db.read([&](Tx& tx) {
            const PastStep step = DossierStore(tx).steps(all.dossier).back();
            CHECK(step.said.vote->present == 10);
            CHECK(step.said.vote->in_favour == 9);
            CHECK(step.provisional);
            CHECK(audit::history(tx, "dossier", all.dossier.text(), 1).entries.at(0).entry.event == audit::Event::session_closed);
            CHECK_FALSE(audit::verify(tx).first_fault);
        });
    });
}

TEST_CASE("eight of ten send the dossier back to where it came from, and it may be put to the council again") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Sitting all(db, clock);
        const SessionId session = all.sitting();
        REQUIRE(all.vote(session, counts(8, 2)));
        const auto closed = all.close(session);
        REQUIRE(closed);
        CHECK(closed->matters.at(0).outcome == Outcome::returned);
        CHECK(all.state(all.dossier) == DossierState::appraised);
        CHECK(db.read([&](Tx& tx) { return DossierStore(tx).steps(all.dossier).back().said.vote->in_favour; }) == 8);
        CHECK(no(all.plan(2022y / 12 / 25)) == "dossier.need.in_order");    // an invitation from before the minutes
    });
}

TEST_CASE("a quorum is two thirds of the members of that day: 8 of 11 may sit, 7 may not") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Sitting all(db, clock);
        const auto planned = all.plan();
        REQUIRE(planned);
        CHECK(no(all.convene(planned->id, 7)) == "session.need.quorum_met");
        CHECK(count(db, "council_attendance") == 0);
        REQUIRE(all.convene(planned->id, 8));
        CHECK(no(all.convene(planned->id, 8)) == "session.no_such_step");
    });
}

TEST_CASE("who left before the day is neither counted nor present") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Sitting all(db, clock);
        const auto leave = [&](const MemberId& member, Day until) {
            return no(all.as(all.coordinator, [&](const Moment& m) { return unseat_member(m, all.id, member, until); }));
        };
        CHECK(leave(all.members[0], 2022y / 12 / 25) == "allowed");
        CHECK(leave(all.members[0], 2022y / 12 / 25) == "council.member_left");
        CHECK(leave(MemberId(new_uuid({})), 2022y / 12 / 25) == "council.member_unknown");
        const auto planned = all.plan();
        REQUIRE(planned);
        CHECK(no(all.convene(planned->id, 8)) == "council.not_a_member");
        const std::vector<MemberId> there(all.members.begin() + 1, all.members.begin() + 8);    // 7 of 10 now
        REQUIRE(all.as(all.secretary, [&](const Moment& m) { return convene_session(m, planned->id, there); }));
        CHECK(no(all.as(all.coordinator, [&](const Moment& m) { return seat_member(m, all.id, {" ", "", all.unit("MH"), Seat::member, 2023y / 1 / 1, 2023y / 1 / 1}); })) ==
              "council.faulty council.name_missing council.period_turned");
        CHECK(no(all.as(all.clerk, [&](const Moment& m) { return seat_member(m, all.id, {"A", "", {}, Seat::member, 2023y / 1 / 1, {}}); })) == "access.not_your_role");
    });
}

TEST_CASE("a member whose own unit is before the council says so; stepping back takes him out of the denominator") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Sitting all(db, clock);
        const SessionId session = all.sitting(11);
        const MemberId own = all.members[10];
        CHECK(no(all.vote(session, counts(9, 2))) == "council.faulty council.conflict_undeclared");
        Counting said = counts(9, 1);
        said.conflicts = {{own, " ", true}};
        CHECK(no(all.vote(session, said)) == "council.faulty council.conflict_reason");
        said.conflicts = {{own, "Đại diện xã có hồ sơ", true}};
        said.votes.against = 2;
        CHECK(no(all.vote(session, said)) == "council.faulty council.votes_exceed");    // 11 votes of 10
        said.votes.against = 1;
        REQUIRE(all.vote(session, said));
        REQUIRE(all.close(session));
        CHECK(all.state(all.dossier) == DossierState::approved);    // 9 of 10
    });
}

TEST_CASE("named hands are of those present, once each, and not beside counts") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Sitting all(db, clock);
        const SessionId session = all.sitting(9);
        Counting hands = all.hands(9);    // the tenth is not there
        CHECK(no(all.vote(session, hands)) == "council.faulty council.voter_absent council.votes_exceed");
        hands = all.hands(8, 9);
        hands.named[8] = hands.named[0];
        CHECK(no(all.vote(session, hands)) == "council.faulty council.voter_twice");
        hands = all.hands(9, 9);
        hands.votes.in_favour = 1;
        CHECK(no(all.vote(session, hands)) == "council.faulty council.votes_and_counts");
        hands = all.hands(9, 9);
        hands.conflicts = {{all.members[3], "Có liên quan", true}};
        CHECK(no(all.vote(session, hands)) == "council.faulty council.voter_recused council.votes_exceed");
        CHECK(no(all.vote(session, counts(0, 0))) == "council.faulty council.votes_exceed");
        CHECK(count(db, "council_vote") == 0);
        CHECK(no(all.as(all.secretary, [&](const Moment& m) { return record_votes(m, session, DossierId(new_uuid({})), counts(9, 0)); })) == "council.matter_unknown");
    });
}

TEST_CASE("a session is planned by the secretary for what is ready, closed when everything was counted, or called off") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Sitting all(db, clock);
        const auto plan = [&](const access::Actor& by, auto change) {
            SessionPlan p{all.id, 2022y / 12 / 25, SessionForm::written, paper(2022y / 12 / 21), {all.dossier}};
            change(p);
            return no(all.as(by, [&](const Moment& m) { return plan_session(m, p); }));
        };
        CHECK(plan(all.coordinator, [](SessionPlan&) {}) == "access.not_your_role");
        CHECK(plan(all.secretary, [](SessionPlan& p) { p.dossiers.clear(); }) == "council.faulty council.agenda_empty");
        CHECK(plan(all.secretary, [&](SessionPlan& p) { p.dossiers.push_back(all.dossier); }) == "council.faulty council.matter_twice");
        CHECK(plan(all.secretary, [](SessionPlan& p) { p.on = 2022y / 12 / 20; }) == "council.faulty council.invited_after_session");
        CHECK(plan(all.secretary, [](SessionPlan& p) { p.invitation = {"", std::nullopt, ""}; }) ==
              "council.faulty dossier.number_missing dossier.signer_missing dossier.day_missing");
        CHECK(plan(all.secretary, [](SessionPlan& p) { p.invitation.day = p.on = 2021y / 12 / 1; }) == "session.need.council_sits");
        CHECK(plan(all.secretary, [](SessionPlan& p) { p.council = CouncilId(new_uuid({})); }) == "council.unknown");
        CHECK(plan(all.secretary, [](SessionPlan& p) { p.dossiers = {DossierId(new_uuid({}))}; }) == "dossier.unknown");
        CHECK(count(db, "council_session") == 0);

        const auto planned = all.plan();
        REQUIRE(planned);
        CHECK(no(all.plan()) == "dossier.no_such_step");    // it is before the council already
        CHECK(no(all.close(planned->id)) == "session.no_such_step");
        REQUIRE(all.convene(planned->id, 10));
        CHECK(no(all.close(planned->id)) == "session.need.every_matter_counted");
        REQUIRE(all.vote(planned->id, counts(10, 0)));
        CHECK(no(all.close(planned->id, 2022y / 12 / 24)) == "session.need.minutes_in_order");
        CHECK(no(all.as(all.secretary, [&](const Moment& m) { return close_session(m, planned->id, paper(2022y / 12 / 26), 1); })) == "council.stale");
        const auto cancel = [&](const std::string& why) {
            return no(all.as(all.secretary, [&](const Moment& m) { return cancel_session(m, planned->id, paper(2022y / 12 / 26), why); }));
        };
        CHECK(cancel("") == "council.faulty dossier.note_missing");
        CHECK(cancel("Hoãn họp") == "allowed");
        CHECK(all.state(all.dossier) == DossierState::appraised);
        CHECK(cancel("Hoãn họp") == "session.no_such_step");
        CHECK(no(all.close(SessionId(new_uuid({})))) == "council.session_unknown");
    });
}

TEST_CASE("a council is set up from a paper, with people") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Recognitions all(db, clock);
        const auto set_up = [&](const access::Actor& by, const std::string& name, const StepPaper& from, const std::vector<NewMember>& members) {
            return no(all.as(by, [&](const Moment& m) { return set_up_council(m, all.unit("MH"), name, from, members); }));
        };
        const std::vector<NewMember> one = {{"A", "", std::nullopt, Seat::chair, 2022y / 1 / 5, std::nullopt}};
        CHECK(set_up(all.secretary, "Hội đồng", paper(2022y / 1 / 5), one) == "access.not_your_role");
        CHECK(set_up(all.coordinator, " ", paper(2023y / 1 / 5), {}) == "council.faulty dossier.day_in_future council.name_missing council.members_missing");
        CHECK(set_up(all.coordinator, "Hội đồng", paper(2022y / 1 / 5), {{"A", "", UnitId(new_uuid({})), Seat::chair, 2022y / 1 / 5, std::nullopt}}) ==
              "council.faulty council.unit_unknown");
        CHECK(count(db, "council") == 0);
        CHECK(set_up(all.coordinator, "Hội đồng", paper(2022y / 1 / 5), one) == "allowed");
    });
}
