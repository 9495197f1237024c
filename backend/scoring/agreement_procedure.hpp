#pragma once
// An emulation agreement (clause VI.5): the holder drafts it, members register their targets with the province, each signs, and the
// holder puts it into force with the paper of the ceremony. A member that has not signed does not stop the others: it is shown, and
// may still register and sign while the agreement is in force.
#include "access/actor.hpp"
#include "base/procedure.hpp"

namespace cs::scoring {

enum class AgreementState : unsigned char { absent, draft, registering, signing, in_force, closed, cancelled };
enum class AgreementAction : unsigned char {
    open, amend, call_for_targets, register_targets, call_for_signatures, reopen_targets, sign, record_signature, bring_into_force,
    change_members, bind_table, close, cancel,
};
enum class AgreementNeed : unsigned char {
    holder_named,         // the district while there are districts, else by a dated paper; of a cluster its head
    somebody_registered,
    nobody_signed,
    is_member,            // on the day
    not_signed,           // what was signed is not changed afterwards
    targets_registered,   // of the unit that signs
    somebody_signed,
    year_over,
};

inline constexpr auto agreement_procedure = [] {
    using enum AgreementState;
    using enum AgreementAction;
    using enum AgreementNeed;
    using access::Role;
    constexpr Set<Role> holder = {Role::unit_head, Role::district_reviewer, Role::province_coordinator};
    constexpr Set<Role> registrars = {Role::unit_clerk, Role::unit_head, Role::district_reviewer, Role::province_coordinator};
    constexpr Set<Role> head = {Role::unit_head};
    using P = Procedure<AgreementState, AgreementAction, Role, AgreementNeed, 17>;
    // clang-format off
    return P{"agreement", absent, {closed, cancelled}, {{
    //  action                  from                            to           who         needs                                        under
      { open,                   {absent},                       draft,       holder,     {holder_named},                              "kh547.vi_5_2a" },
      { amend,                  {draft},                        draft,       holder,     {},                                          "kh547.vi_5_2a" },
      { call_for_targets,       {draft},                        registering, holder,     {holder_named},                              "kh547.vi_5_2a" },
      { register_targets,       {registering},                  registering, registrars, {is_member},                                 "kh547.vi_5_2a" },
      { register_targets,       {signing},                      signing,     registrars, {is_member, not_signed},                     "kh547.vi_5_2a" },
      { register_targets,       {in_force},                     in_force,    registrars, {is_member, not_signed},                     "kh547.vi_5_2a" },
      { call_for_signatures,    {registering},                  signing,     holder,     {somebody_registered},                       "kh547.vi_5_2a" },
      { reopen_targets,         {signing},                      registering, holder,     {nobody_signed},                             "kh547.vi_5_2a" },
      { sign,                   {signing},                      signing,     head,       {is_member, not_signed, targets_registered}, "kh547.vi_5_2a" },
      { sign,                   {in_force},                     in_force,    head,       {is_member, not_signed, targets_registered}, "kh547.vi_5_2a" },
      { record_signature,       {signing},                      signing,     holder,     {is_member, not_signed, targets_registered}, "kh547.vi_5_2a" },
      { record_signature,       {in_force},                     in_force,    holder,     {is_member, not_signed, targets_registered}, "kh547.vi_5_2a" },
      { bring_into_force,       {signing},                      in_force,    holder,     {somebody_signed},                           "kh547.vi_5_2a" },
      { change_members,         {in_force},                     in_force,    holder,     {},                                          "kh547.vi_5_2a" },
      { bind_table,             {in_force},                     in_force,    holder,     {},                                          "cs.table_by_paper" },
      { close,                  {in_force},                     closed,      holder,     {year_over},                                 "kh547.vi_5_2a" },
      { cancel,                 {draft, registering, signing},  cancelled,   holder,     {},                                          "kh547.vi_5_2a" },
    }}};
    // clang-format on
}();
static_assert(agreement_procedure.is_sound());

}    // namespace cs::scoring
