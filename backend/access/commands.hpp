#pragma once
// What people do with accounts, sessions and roles. Each writes one entry into the journal, or nothing when refused.
#include <optional>
#include <string>
#include <vector>

#include "access/grant.hpp"
#include "access/letter.hpp"
#include "access/person.hpp"
#include "access/session.hpp"
#include "platform/tx.hpp"

namespace cs::access {

// ---- Signing in and out

struct SignInRequest {
    std::string login, password;
    std::optional<std::string> code;
    std::string peer, agent;
};
struct SignedIn {
    std::string token;    // for the cookie; the database keeps its digest only
    LiveSession live;
    Actor actor;
};
// The same refusal (access.sign_in_refused), after the same work, for an unknown login, a closed account, a wrong password
// and a wrong code; access.code_needed when only the code is missing; access.sign_in_locked, access.too_many_sign_ins.
Result<SignedIn> sign_in(Database& db, const Clock& clock, const SignInRules& rules, const SignInRequest& request);

struct Visitor {
    LiveSession live;
    Actor actor;
};
// Who stands behind a cookie now: nobody after the idle or absolute end, after sign-out, or when the account is closed.
std::optional<Visitor> visitor(Tx& tx, const std::string& token, Instant now, const SignInRules& rules);
bool wants_touch(const Session& session, Instant now);    // "last seen" is written once a minute at most
void touch(Tx& tx, const SessionId& session, Instant now);

std::vector<Session> my_sessions(Tx& tx, const Actor& actor, Instant now, const SignInRules& rules);
Done sign_out(Tx& tx, Instant now, const Actor& actor, const SessionId& session);
Done end_my_session(Tx& tx, Instant now, const Actor& actor, const SessionId& session);    // access.session_unknown

// ---- One's own account

// Ends the other sessions. Refuses access.old_password_wrong (counted like a sign-in), access.password_same,
// access.password_length, access.password_is_login.
Done change_my_password(Database& db, const Clock& clock, const SignInRules& rules, const LiveSession& live,
                        const std::string& old_password, const std::string& new_password);
struct Enrolment {
    std::string secret, uri;
};
Result<Enrolment> enrol_second_factor(Tx& tx, const LiveSession& live);    // access.second_factor_already
Done confirm_second_factor(Tx& tx, Instant now, const LiveSession& live, const std::string& code);
// Refuses access.second_factor_obligatory for administrators outside the demo world, access.code_wrong (counted apart from
// sign-ins, so that a stolen session cannot guess), access.sign_in_locked.
Done drop_second_factor(Database& db, const Clock& clock, const SignInRules& rules, const LiveSession& live,
                        const Actor& actor, const std::string& code);

// ---- People, by an administrator

struct NewPerson {
    std::string login, name, position;
};
// The hash is made beforehand, outside any transaction (access/password.hpp); its owner must change it when he signs in.
Result<Person> add_person(Tx& tx, Instant now, const Actor& actor, const NewPerson& request,
                          const std::string& password_hash);
// Ends his sessions and roles today. Refuses access.not_yourself, access.already_closed, access.last_administrator.
Result<Person> close_person(Tx& tx, Instant now, const Actor& actor, const PersonId& id, const std::string& reason);
// A forgotten password: he must change it at once; his sessions end and a lock-out is lifted. Not one's own.
Done reset_password(Tx& tx, Instant now, const Actor& actor, const PersonId& id, const std::string& password_hash);
// A lost telephone. Not one's own.
Done reset_second_factor(Tx& tx, Instant now, const Actor& actor, const PersonId& id, const std::string& reason);
// Only of a closed account (access.not_closed). His personal values leave the journal's side rows; the chain still proves.
Done erase_person(Tx& tx, Instant now, const Actor& actor, const PersonId& id, const std::string& reason);

// Where he gets letters of reminder; none: no letters, and what waits is dropped. Refuses access.mail_form.
Result<MailWish> save_my_mail(Tx& tx, Instant now, const Actor& actor, const std::optional<std::string>& mail, bool digest);

// ---- Roles

struct GrantProposal {
    PersonId person;
    Role role;
    UnitId unit;
    Scope scope;
    Period period;
    std::string paper;
};
Result<GrantRecord> propose_grant(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const GrantProposal& proposal);
Result<GrantRecord> decide_grant(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const GrantId& id, bool grant,
                                 const std::string& reason);
Result<GrantRecord> end_grant(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const GrantId& id, Day on,
                              const std::string& reason);
// "May he?" without doing it, for the buttons of a screen.
Done may_decide_grant(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const GrantRecord& record, bool grant);
Done may_end_grant(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const GrantRecord& record);

// Cover for an absent officer or head: one of his own roles, for another person, for a dated period, by a paper. What he
// does in it is journalled as delegated.
struct Delegation {
    GrantId grant;        // the giver's own
    std::string login;    // of who covers for him
    Period period;
    std::string paper_number;
    Day paper_day;
};
// Refuses grant.need.* of `delegate`, access.grant_unknown (not one of his), access.person_unknown, access.period_empty.
Result<GrantRecord> delegate_role(Tx& tx, Instant now, const Actor& actor, const Tree& tree, const Delegation& delegation);
Result<GrantRecord> end_delegation(Tx& tx, Instant now, const Actor& actor, const GrantId& id, Day on, const std::string& reason);
Done may_end_delegation(Instant now, const Actor& actor, const GrantRecord& record);

// A reorganisation: roles held in `old` on or after `day` end on it and go on in the successor. `why` names the change.
// Answers how many followed.
std::int64_t follow_successor(Tx& tx, Instant now, const audit::By& by, const UnitId& old, const UnitId& successor,
                              Day day, const std::string& why);
// Roles in a unit that ends on `day` and has no single successor: somebody must decide about them.
std::vector<GrantRecord> grants_without_home(Tx& tx, const UnitId& unit, Day day);

// ---- Without a second person: on the machine itself, and for a seeded world

struct InstalledGrant {
    Role role;
    UnitId unit;
    Scope scope;
    Period period;
};
struct InstalledPerson {
    std::string login, name, position, password_hash;
    bool must_change_password = true;
    std::vector<InstalledGrant> grants;
};
// Journalled as done by the operator of the machine. Allowed for the first administrator, or with a reason
// (access.reason_needed); refuses access.incompatible_roles.
Result<Person> install_person(Tx& tx, Instant now, const InstalledPerson& person, const std::string& reason);

}    // namespace cs::access
