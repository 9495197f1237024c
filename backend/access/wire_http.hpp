#pragma once
// What travels about accounts and roles; the names are the schemas of the API.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "access/grant.hpp"
#include "access/person.hpp"
#include "access/session.hpp"
#include "platform/json/json.hpp"

namespace cs::access::wire {

struct HeldRole {
    Role role;
    UnitId unit_id;
    std::string unit_name;
    Scope scope;
    Day from;
    std::optional<Day> until;
    std::optional<std::string> delegated_by;    // who is absent; none: the role is his own
};
BOOST_DESCRIBE_STRUCT(HeldRole, (), (role, unit_id, unit_name, scope, from, until, delegated_by))

struct Session {
    PersonId person_id;
    std::string name, login, csrf;
    Instant expires_at;
    bool second_factor_needed, must_change_password, second_factor_enrolled;
    std::vector<HeldRole> roles;
    std::vector<std::string> operations;    // what his roles allow somewhere: the menu shows no door that is always shut
};
BOOST_DESCRIBE_STRUCT(Session, (),
                      (person_id, name, login, csrf, expires_at, second_factor_needed, must_change_password,
                       second_factor_enrolled, roles, operations))

struct Grant {
    GrantId id;
    PersonId person_id;
    std::string person_name;
    Role role;
    UnitId unit_id;
    std::string unit_name;
    Scope scope;
    Day from;
    std::optional<Day> until;
    GrantState state;
    std::string paper;
    std::optional<std::string> proposed_by, decided_by, delegated_by;
    std::vector<Action> actions;
};
BOOST_DESCRIBE_STRUCT(Grant, (),
                      (id, person_id, person_name, role, unit_id, unit_name, scope, from, until, state, paper, proposed_by,
                       decided_by, delegated_by, actions))

struct Person {
    PersonId id;
    std::string login, name, position;
    bool closed, second_factor_enrolled;
    std::int64_t version;
    std::vector<Grant> grants;
    std::vector<Action> actions;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, login, name, position, closed, second_factor_enrolled, version, grants, actions))

}    // namespace cs::access::wire
