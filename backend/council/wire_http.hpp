#pragma once
// What travels about the appraisal council and its sessions.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "assessment/recognition_input_http.hpp"
#include "council/commands.hpp"

namespace cs::council {

BOOST_DESCRIBE_ENUM(Seat, chair, deputy, secretary, member)
BOOST_DESCRIBE_ENUM(SessionForm, show_of_hands, secret_ballot, written)
BOOST_DESCRIBE_ENUM(SessionState, absent, planned, sitting, closed, cancelled)
BOOST_DESCRIBE_ENUM(Choice, in_favour, against, abstained)

namespace wire {

// ---- What is read

struct CouncilMember {
    MemberId id;
    std::string name, position;
    std::optional<UnitId> unit_id;
    std::string unit_name;
    Seat seat;
    Day from;
    std::optional<Day> until;
    bool sits;    // today
};
BOOST_DESCRIBE_STRUCT(CouncilMember, (), (id, name, position, unit_id, unit_name, seat, from, until, sits))

struct CouncilRow {
    CouncilId id;
    UnitId root_id;
    std::string root_name, name, number;
    std::optional<Day> day;
    std::string signer;
    std::vector<CouncilMember> members;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(CouncilRow, (), (id, root_id, root_name, name, number, day, signer, members, actions))

// What a secretary may put on an agenda now.
struct ReadyMatter {
    assessment::DossierId dossier_id;
    assessment::CaseKind kind;
    std::string unit_name, area;
    assessment::Standing standing;
    int year;
};
BOOST_DESCRIBE_STRUCT(ReadyMatter, (), (dossier_id, kind, unit_name, area, standing, year))

struct Councils {
    std::vector<CouncilRow> items;
    std::vector<ReadyMatter> ready;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Councils, (), (items, ready, actions))

struct SessionRow {
    SessionId id;
    CouncilId council_id;
    std::string council_name;
    Day on;
    SessionForm form;
    SessionState state;
    int matters;
    std::optional<std::string> minutes_number;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (id, council_id, council_name, on, form, state, matters, minutes_number))

struct CouncilSessions {
    std::vector<SessionRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(CouncilSessions, (), (items, actions))

struct DeclaredConflict {
    MemberId member_id;
    std::string reason;
    bool recused;
};
BOOST_DESCRIBE_STRUCT(DeclaredConflict, (), (member_id, reason, recused))

struct HandVote {
    MemberId member_id;
    Choice choice;
};
BOOST_DESCRIBE_STRUCT(HandVote, (), (member_id, choice))

struct CountedVotes {
    std::int64_t in_favour, against, abstained;
};
BOOST_DESCRIBE_STRUCT(CountedVotes, (), (in_favour, against, abstained))

struct SessionMatter {
    assessment::DossierId dossier_id;
    assessment::CaseKind kind;
    UnitId unit_id;
    std::string unit_name, area;
    assessment::Standing standing;
    int year;
    std::string outcome;                      // "", "approved", "returned"
    std::optional<CountedVotes> votes;        // of the last counting
    std::optional<std::int64_t> of, needed;   // who could vote, and how many are needed
    std::optional<bool> reached;
    int countings;
    std::vector<HandVote> named;
    std::vector<DeclaredConflict> conflicts;
};
BOOST_DESCRIBE_STRUCT(SessionMatter, (),
                      (dossier_id, kind, unit_id, unit_name, area, standing, year, outcome, votes, of, needed, reached, countings, named, conflicts))

struct SessionView {
    SessionId id;
    std::string council_name;
    Day on;
    SessionForm form;
    SessionState state;
    std::string number;
    std::optional<Day> invited_on;
    std::string signer;
    std::optional<std::string> minutes_number, minutes_signer;
    std::optional<Day> minutes_day;
    std::vector<CouncilMember> members;    // of the day of the session
    std::vector<MemberId> present;
    std::int64_t quorum;                   // of `members`, by the parameter of that day
    std::string quorum_fraction, percent;  // "2/3", "90"
    bool settled;                          // whether anybody has confirmed them
    std::vector<SessionMatter> matters;
    std::int64_t version;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (id, council_name, on, form, state, number, invited_on, signer, minutes_number, minutes_signer, minutes_day,
                       members, present, quorum, quorum_fraction, percent, settled, matters, version, actions))

// ---- Forms

struct NewCouncilMember {
    std::string name, position;
    std::optional<UnitId> unit_id;
    Seat seat;
    Day from;
    std::optional<Day> until;
};
BOOST_DESCRIBE_STRUCT(NewCouncilMember, (), (name, position, unit_id, seat, from, until))

struct NewCouncil {
    UnitId root_id;
    std::string name, number;
    Day day;
    std::string signer;
    std::vector<NewCouncilMember> members;
};
BOOST_DESCRIBE_STRUCT(NewCouncil, (), (root_id, name, number, day, signer, members))

struct MemberLeaves {
    MemberId member_id;
    Day until;
};
BOOST_DESCRIBE_STRUCT(MemberLeaves, (), (member_id, until))

struct NewSession {
    CouncilId council_id;
    Day on;
    SessionForm form;
    std::string number;
    Day day;
    std::string signer;
    std::vector<assessment::DossierId> dossiers;
};
BOOST_DESCRIBE_STRUCT(NewSession, (), (council_id, on, form, number, day, signer, dossiers))

struct Attendance {
    std::vector<MemberId> present;
};
BOOST_DESCRIBE_STRUCT(Attendance, (), (present))

struct VoteInput {
    assessment::DossierId dossier_id;
    std::vector<HandVote> named;              // or counts
    std::optional<CountedVotes> counts;
    std::vector<DeclaredConflict> conflicts;
};
BOOST_DESCRIBE_STRUCT(VoteInput, (), (dossier_id, named, counts, conflicts))

struct Minutes {
    std::string number;
    Day day;
    std::string signer;
};
BOOST_DESCRIBE_STRUCT(Minutes, (), (number, day, signer))

struct Cancellation : Minutes {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Cancellation, (Minutes), (reason))

}    // namespace wire
}    // namespace cs::council

namespace cs::assessment {
BOOST_DESCRIBE_ENUM(CaseKind, recognition, withdrawal)
}
