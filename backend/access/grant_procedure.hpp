#pragma once
// How a role comes about: proposed by one person, granted or refused by a second, ended by a third or either. Who is absent
// delegates his own to another person for a dated period, and may take it back.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::access {

enum class GrantState : unsigned char { absent, proposed, granted, refused, ended };
enum class GrantAction : unsigned char { propose, grant, refuse, end, delegate, take_back };
enum class GrantNeed : unsigned char {
    not_for_himself,         // nobody gives a role to himself
    not_by_the_proposer,     // the proposer does not decide
    person_active,           // the account is not closed
    unit_stands,             // the unit stands on the first day of the grant
    compatible_roles,        // an administrator holds no other role, and nobody with another role is made administrator
    reason_given,
    within_its_period,       // the day of the end lies inside the grant
    administrator_remains,   // somebody can still let people in
    own_role,                // what is itself delegated is not passed on
    within_own_period,       // from today on, inside the giver's own grant
    within_the_days,         // access.delegation_days at most
    paper_named,             // number and day of the paper
    given_by_himself,        // only the giver takes his delegation back
};

inline constexpr auto grant_procedure = [] {
    using enum GrantState;
    using enum GrantAction;
    using enum GrantNeed;
    constexpr auto administrator = Role::administrator;
    constexpr auto coordinator = Role::province_coordinator;
    constexpr Set<Role> delegating = {Role::unit_clerk, Role::unit_head, Role::department_verifier, Role::district_reviewer,
                                      Role::province_coordinator, Role::agriculture_officer, Role::commendation_officer,
                                      Role::council_secretary, Role::council_member, Role::decider, Role::inspector,
                                      Role::publisher, Role::auditor};
    using P = Procedure<GrantState, GrantAction, Role, GrantNeed, 6>;
    // clang-format off
    return P{"grant", absent, {refused, ended}, {{
    //  action    from        to         who                           needs                                                                       under
      { propose,  {absent},   proposed,  {administrator},              {not_for_himself, person_active, unit_stands, compatible_roles},            "cs.two_people_grant" },
      { grant,    {proposed}, granted,   {administrator, coordinator}, {not_for_himself, not_by_the_proposer, person_active, compatible_roles},    "cs.two_people_grant" },
      { refuse,   {proposed}, refused,   {administrator, coordinator}, {not_for_himself, not_by_the_proposer, reason_given},                       "cs.two_people_grant" },
      { end,      {granted},  ended,     {administrator, coordinator}, {reason_given, within_its_period, administrator_remains},                   "cs.two_people_grant" },
      { delegate, {absent},    granted,  delegating,                   {not_for_himself, person_active, unit_stands, compatible_roles, own_role, within_own_period, within_the_days, paper_named}, "cs.cover_by_delegation" },
      { take_back, {granted},  ended,    delegating,                   {reason_given, within_its_period, given_by_himself},                        "cs.cover_by_delegation" },
    }}};
    // clang-format on
}();
static_assert(grant_procedure.a_step_has_one_meaning());
static_assert(grant_procedure.every_state_can_be_reached());
static_assert(grant_procedure.only_last_states_have_no_way_out());
static_assert(grant_procedure.somebody_may_and_some_clause_says_so());
static_assert(grant_procedure.every_need_has_a_word());

}    // namespace cs::access
