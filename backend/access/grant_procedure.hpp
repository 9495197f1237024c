#pragma once
// How a role comes about: proposed by one person, granted or refused by a second, ended by a third or either.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::access {

enum class GrantState : unsigned char { absent, proposed, granted, refused, ended };
enum class GrantAction : unsigned char { propose, grant, refuse, end };
enum class GrantNeed : unsigned char {
    not_for_himself,         // nobody gives a role to himself
    not_by_the_proposer,     // the proposer does not decide
    person_active,           // the account is not closed
    unit_stands,             // the unit stands on the first day of the grant
    compatible_roles,        // an administrator holds no other role, and nobody with another role is made administrator
    reason_given,
    within_its_period,       // the day of the end lies inside the grant
    administrator_remains,   // somebody can still let people in
};

inline constexpr auto grant_procedure = [] {
    using enum GrantState;
    using enum GrantAction;
    using enum GrantNeed;
    constexpr auto administrator = Role::administrator;
    constexpr auto coordinator = Role::province_coordinator;
    using P = Procedure<GrantState, GrantAction, Role, GrantNeed, 4>;
    // clang-format off
    return P{"grant", absent, {refused, ended}, {{
    //  action    from        to         who                           needs                                                                       under
      { propose,  {absent},   proposed,  {administrator},              {not_for_himself, person_active, unit_stands, compatible_roles},            "cs.two_people_grant" },
      { grant,    {proposed}, granted,   {administrator, coordinator}, {not_for_himself, not_by_the_proposer, person_active, compatible_roles},    "cs.two_people_grant" },
      { refuse,   {proposed}, refused,   {administrator, coordinator}, {not_for_himself, not_by_the_proposer, reason_given},                       "cs.two_people_grant" },
      { end,      {granted},  ended,     {administrator, coordinator}, {reason_given, within_its_period, administrator_remains},                   "cs.two_people_grant" },
    }}};
    // clang-format on
}();
static_assert(grant_procedure.a_step_has_one_meaning());
static_assert(grant_procedure.every_state_can_be_reached());
static_assert(grant_procedure.only_last_states_have_no_way_out());
static_assert(grant_procedure.somebody_may_and_some_clause_says_so());
static_assert(grant_procedure.every_need_has_a_word());

}    // namespace cs::access
