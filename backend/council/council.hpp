#pragma once
// The appraisal council of a province (Hội đồng thẩm định, not the emulation council): its members from–to, its sessions, what it
// counted.
#include <optional>
#include <string>
#include <vector>

#include "assessment/council_steps.hpp"
#include "council/counting.hpp"
#include "council/session_procedure.hpp"

namespace cs::council {

using CouncilId = Id<struct CouncilTag>;
using MemberId = Id<struct CouncilMemberTag>;
using SessionId = Id<struct CouncilSessionTag>;

enum class Seat : unsigned char { chair, deputy, secretary, member };
enum class SessionForm : unsigned char { show_of_hands, secret_ballot, written };    // written: phiếu lấy ý kiến
enum class Choice : unsigned char { in_favour, against, abstained };

struct Member {
    MemberId id;
    std::string name, position;
    std::optional<UnitId> unit;    // whose matters are his own
    Seat seat;
    Period period;
};

struct Council {
    CouncilId id;
    UnitId root;
    std::string name;
    assessment::StepPaper paper;    // that set it up
    std::vector<Member> members = {};    // by seat, then name; former ones too

    std::vector<Member> on(Day day) const;
};

struct Conflict {
    MemberId member;
    std::string reason;
    bool recused;
};
struct NamedVote {
    MemberId member;
    Choice choice;
};
// One counting of a matter: named hands, or counts.
struct Counting {
    std::vector<NamedVote> named;
    Votes votes;
    std::vector<Conflict> conflicts;
    Instant at = {};
    std::int64_t recused() const;
};

enum class Outcome : unsigned char { none, approved, returned };
struct Matter {
    assessment::DossierId dossier;
    Outcome outcome = Outcome::none;
    std::optional<std::int64_t> needed = {};    // of the vote, once counted
    std::vector<Counting> countings = {};       // the last one counts
};

struct Session {
    SessionId id;
    CouncilId council;
    Day on;
    SessionForm form;
    SessionState state = SessionState::planned;
    assessment::StepPaper invitation;
    std::optional<assessment::StepPaper> minutes = {};
    std::vector<MemberId> present = {};
    std::optional<std::int64_t> members = {}, quorum = {};    // of its day, once it was opened
    std::vector<Matter> matters = {};                         // in the order of the agenda
    std::int64_t version = 1;
};

}    // namespace cs::council

namespace cs {
template <>
inline constexpr auto words<council::Outcome> = std::to_array<std::string_view>({"", "approved", "returned"});
}
