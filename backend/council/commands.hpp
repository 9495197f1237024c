#pragma once
// What people do with the appraisal council. Each leaves one journal entry, which names the dossiers of the session, or nothing when
// refused: by the permission table, session.no_such_step, session.need.*, council.faulty with the faults of its form, council.stale.
#include "council/store.hpp"

namespace cs::council {

using assessment::Moment;
using assessment::StepPaper;

// ---- The council and its members, by papers

struct NewMember {
    std::string name, position;
    std::optional<UnitId> unit;
    Seat seat;
    Day from;
    std::optional<Day> until;
};
Result<Council> set_up_council(const Moment& m, const UnitId& root, const std::string& name, const StepPaper& paper, const std::vector<NewMember>& members);
Result<Council> set_up_council(Tx& tx, Instant now, const audit::By& by, const UnitId& root, const std::string& name, const StepPaper& paper,
                               const std::vector<NewMember>& members);
Result<Council> seat_member(const Moment& m, const CouncilId& id, const NewMember& member);
Result<Council> unseat_member(const Moment& m, const CouncilId& id, const MemberId& member, Day until);    // council.member_unknown, council.member_left

// ---- A session

struct SessionPlan {
    CouncilId council;
    Day on;
    SessionForm form;
    StepPaper invitation;
    std::vector<assessment::DossierId> dossiers;    // the agenda, in its order
};
// Takes each dossier to the council by assessment's own step. Refuses what that step refuses; council.agenda_empty,
// council.invited_after_session, council.matter_twice.
Result<Session> plan_session(const Moment& m, const SessionPlan& plan);
// Who is there, or sent in his paper. Refuses council.not_a_member.
Result<Session> convene_session(const Moment& m, const SessionId& id, const std::vector<MemberId>& present, std::optional<std::int64_t> seen = {});

// Named hands or counts; conflicts declared. Refuses council.matter_unknown, council.votes_and_counts, council.votes_exceed,
// council.voter_absent, council.voter_twice, council.voter_recused, council.conflict_undeclared {name}, council.conflict_reason.
Result<Session> record_votes(const Moment& m, const SessionId& id, const assessment::DossierId& dossier, Counting counting,
                             std::optional<std::int64_t> seen = {});

// The minutes: every matter goes on, or back to where it came from.
Result<Session> close_session(const Moment& m, const SessionId& id, const StepPaper& minutes, std::optional<std::int64_t> seen = {});
// No quorum, postponed: everything on the agenda goes back, with the reason.
Result<Session> cancel_session(const Moment& m, const SessionId& id, const StepPaper& notice, const std::string& reason, std::optional<std::int64_t> seen = {});

access::Operation operation_of(SessionAction action);
// For buttons: as if the form brought what it asks for.
Done may_step(const Moment& m, const Session& session, SessionAction action);
Done may_see(const Moment& m, const Session& session);

// How the last counting of a matter stands; none: not counted. Refuses law.parameter_*.
Result<std::optional<Tally>> tally_of(Tx& tx, const Session& session, const Matter& matter);

}    // namespace cs::council
