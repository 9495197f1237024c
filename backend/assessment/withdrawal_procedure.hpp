#pragma once
// How a recognition is withdrawn (QĐ 18/2022/QĐ-TTg): the province proposes with its reason, the unit explains or lets the day
// pass, the appraisal council votes, and only a decision ends the standing: thu hồi quyết định công nhận.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::assessment {

enum class WithdrawalState : unsigned char {
    none, proposed, explained, at_council, supported, revoked, dropped,
};
enum class WithdrawalAction : unsigned char {
    propose, explain, pass_over, take_to_council, approve, return_from_council, decide, drop,
};
enum class WithdrawalNeed : unsigned char {
    recognition_in_force,
    nothing_else_open,    // no other withdrawal of the same recognition
    rule_fires,           // the certain share, by the latest appraised result: a possible one is not enough
    in_order,             // not before the step before it, not in the future
    day_passed,           // the unit let the day for its explanation pass
    vote_reached,
};

inline constexpr auto withdrawal_procedure = [] {
    using enum WithdrawalState;
    using enum WithdrawalAction;
    using enum WithdrawalNeed;
    constexpr Set<access::Role> unit = {access::Role::unit_clerk, access::Role::unit_head};
    constexpr auto province = access::Role::province_coordinator;
    constexpr auto secretary = access::Role::council_secretary;
    constexpr auto decider = access::Role::decider;
    using P = Procedure<WithdrawalState, WithdrawalAction, access::Role, WithdrawalNeed, 8>;
    // clang-format off
    return P{"withdrawal", none, {revoked, dropped}, {{
    //  action                from                                        to          who                  needs                                                            under
      { propose,              {none},                                     proposed,   {province},          {recognition_in_force, nothing_else_open, rule_fires, in_order}, "qd18_2022.withdrawal" },
      { explain,              {proposed},                                 explained,  unit,                {in_order},                                                      "cs.heard_before_withdrawal" },
      { pass_over,            {proposed},                                 explained,  {province},          {in_order, day_passed},                                          "cs.heard_before_withdrawal" },
      { take_to_council,      {explained},                                at_council, {secretary},         {recognition_in_force, in_order},                                "qd18_2022.withdrawal" },
      { approve,              {at_council},                               supported,  {secretary},         {in_order, vote_reached},                                        "qd18_2022.withdrawal" },
      { return_from_council,  {at_council},                               explained,  {secretary},         {in_order},                                                      "qd18_2022.withdrawal" },
      { decide,               {supported},                                revoked,    {province, decider}, {recognition_in_force, in_order},                                "qd18_2022.withdrawal" },
      { drop,                 {proposed, explained, supported},           dropped,    {province, decider}, {in_order},                                                      "cs.heard_before_withdrawal" },
    }}};
    // clang-format on
}();
static_assert(withdrawal_procedure.is_sound());

}    // namespace cs::assessment
